//! A policy, and its authority who changes it.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::state::Policy;

/// A policy, and its authority who changes it.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangePolicy<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    #[account(mut, has_one = authority @ HookError::NotPolicyAuthority)]
    pub policy: AccountLoader<'info, Policy>,
}
