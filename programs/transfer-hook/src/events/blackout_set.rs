//! The blackout was set, replaced or cleared.

use anchor_lang::prelude::*;

/// The blackout was set, replaced or cleared.
#[event]
pub struct BlackoutSet {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// First second before, unix seconds.
    pub old_from: i64,
    /// First second from now on, unix seconds.
    pub new_from: i64,
    /// End before, unix seconds; 0: there was none.
    pub old_until: i64,
    /// End from now on, unix seconds; 0: there is none.
    pub new_until: i64,
}
