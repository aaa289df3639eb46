//! The list of extra accounts was written anew.

use anchor_lang::prelude::*;

/// The list of extra accounts was written anew.
#[event]
pub struct ExtraMetasUpdated {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
}
