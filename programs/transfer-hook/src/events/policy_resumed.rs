//! Trading in a mint was resumed.

use anchor_lang::prelude::*;

/// Trading in a mint was resumed.
#[event]
pub struct PolicyResumed {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// The reason of the halt that ended.
    pub old_reason: u8,
}
