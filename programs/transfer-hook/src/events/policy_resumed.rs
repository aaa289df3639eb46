//! Trading was resumed.

use anchor_lang::prelude::*;

/// Trading was resumed.
#[event]
pub struct PolicyResumed {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// Reason of the halt that ended.
    pub old_reason: u8,
}
