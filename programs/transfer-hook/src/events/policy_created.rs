//! A mint received its policy.

use anchor_lang::prelude::*;

/// A mint received its policy.
#[event]
pub struct PolicyCreated {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// The registry whose records count.
    pub registry: Pubkey,
    /// Who may change the policy.
    pub authority: Pubkey,
    /// Allow list (1) or deny list (2).
    pub jurisdiction_mode: u8,
}
