//! Trading in a mint was halted.

use anchor_lang::prelude::*;

/// Trading in a mint was halted, or the reason or end of the halt changed.
#[event]
pub struct PolicyHalted {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// Reason before; 0 if trading was open.
    pub old_reason: u8,
    /// Reason from now on: news pending (1), regulatory (2), primary market (3), operational (4).
    pub new_reason: u8,
    /// End before, unix seconds; 0: none.
    pub old_until: i64,
    /// End from now on.
    pub new_until: i64,
}
