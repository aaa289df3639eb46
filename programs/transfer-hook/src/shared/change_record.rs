//! A record, and an officer who changes it.

use std::cell::RefMut;

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::own::{same, write};
use crate::shared::require_officer;
use crate::state::{Holder, Registrar};

/// A record, and an officer of its registry who changes it.
#[derive(Accounts)]
pub struct ChangeRecord<'info> {
    /// A registrar with the permission that the instruction needs.
    pub officer: Signer<'info>,
    /// The registry.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry.
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
            bump,
        )
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The record, which must be of this registry.
    /// CHECK: a `Holder`, opened by `own::write`.
    #[account(mut)]
    pub holder: UncheckedAccount<'info>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

impl ChangeRecord<'_> {
    /// The record, for an officer with this permission to write.
    pub(crate) fn write(&self, permission: u8) -> Result<(RefMut<'_, Holder>, i64)> {
        let now =
            require_officer(&self.officer, &self.registry, self.registrar.as_ref(), permission)?;
        let holder = write::<Holder>(&self.holder)?;
        same(&holder.registry, self.registry.key, HookError::OtherRegistry)?;
        Ok((holder, now))
    }
}
