//! Trading was halted, or the halt changed.

use anchor_lang::prelude::*;

/// Trading was halted, or the halt changed.
#[event]
pub struct PolicyHalted {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// Reason before; 0: trading was open.
    pub old_reason: u8,
    /// Reason from now on.
    pub new_reason: u8,
    /// End before, unix seconds; 0: none.
    pub old_until: i64,
    /// End from now on, unix seconds; 0: when it is resumed.
    pub new_until: i64,
}
