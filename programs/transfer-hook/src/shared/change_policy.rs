//! A policy, and its authority who changes it.

use anchor_lang::prelude::*;

use std::cell::RefMut;

use crate::error::HookError;
use crate::own::{same, write};
use crate::state::Policy;

/// A policy, and its authority who changes it.
#[derive(Accounts)]
pub struct ChangePolicy<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    /// CHECK: a `Policy`, opened by `own::write`.
    #[account(mut)]
    pub policy: UncheckedAccount<'info>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

impl ChangePolicy<'_> {
    /// The policy, for its authority to write.
    pub(crate) fn write(&self) -> Result<RefMut<'_, Policy>> {
        let policy = write::<Policy>(&self.policy)?;
        same(&policy.authority, self.authority.key, HookError::NotPolicyAuthority)?;
        Ok(policy)
    }
}
