//! The terms of a policy were replaced.

use anchor_lang::prelude::*;

use crate::instructions::PolicyTerms;

/// The terms of a policy were replaced.
#[event]
pub struct PolicyUpdated {
    /// The policy.
    pub policy: Pubkey,
    /// The mint.
    pub mint: Pubkey,
    /// The terms before.
    pub old: PolicyTerms,
    /// The terms from now on.
    pub new: PolicyTerms,
}
