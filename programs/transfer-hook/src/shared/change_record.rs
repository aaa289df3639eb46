//! A record, and an officer who changes it.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::seeds;
use crate::state::{Holder, Registrar};

/// A record, and an officer of its registry who changes it.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangeRecord<'info> {
    /// A registrar with the permission that the instruction needs.
    pub officer: Signer<'info>,
    /// The registry.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry.
    #[account(
        has_one = officer @ HookError::NotRegistrar,
        has_one = registry,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.load()?.bump,
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The record, which must be of this registry.
    #[account(mut, has_one = registry @ HookError::RecordOfOtherRegistry)]
    pub holder: AccountLoader<'info, Holder>,
}
