//! A mint was given its policy.

use anchor_lang::prelude::*;

use crate::instructions::PolicyTerms;

/// A mint was given its policy.
#[event]
pub struct PolicyCreated {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// The registry that it relies on.
    pub registry: Pubkey,
    /// Its authority.
    pub authority: Pubkey,
    /// Its terms.
    pub terms: PolicyTerms,
}
