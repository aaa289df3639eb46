//! Taking a wallet or venue off the register.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderClosed;
use crate::own::{read, same, write};
use crate::shared::require_officer;
use crate::state::{Holder, PERMISSION_ONBOARD, PERMISSION_VENUES, Registrar, first_half};

/// Takes a wallet or venue off the register.
#[derive(Accounts)]
pub struct CloseHolder<'info> {
    /// A registrar with the permission to onboard, or for a venue the one for venues.
    pub officer: Signer<'info>,
    /// Who paid the rent, and gets it back.
    /// CHECK: the record tells the first half of the address.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry, which counts the records.
    /// CHECK: a `Registrar`, opened by `own::write`.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
            bump,
        )
    )]
    pub registrar: UncheckedAccount<'info>,
    /// The record to close, which must be of this registry.
    #[account(mut, close = rent_receiver)]
    #[cfg_attr(feature = "idl-build", account(has_one = registry))]
    pub holder: AccountLoader<'info, Holder>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

impl CloseHolder<'_> {
    fn validate(&self) -> Result<()> {
        let holder = *read::<Holder>(&self.holder)?;
        let facts = holder.facts().ok_or(HookError::InvariantViolated)?;
        let permission = match facts.kind {
            HolderKind::Wallet => PERMISSION_ONBOARD,
            HolderKind::Venue => PERMISSION_VENUES,
        };
        require_officer(&self.officer, &self.registry, self.registrar.as_ref(), permission)?;
        same(&holder.registry, self.registry.key, HookError::OtherRegistry)?;
        let paid = first_half(self.rent_receiver.key) == holder.rent_payer;
        ensure!(paid, HookError::NotRentPayer);
        ensure!(facts.status.may_close(), HookError::BarredRecordStays);
        Ok(())
    }
}

pub(crate) fn close_holder(ctx: Context<CloseHolder>) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.validate()?;
    {
        let mut registrar = write::<Registrar>(&accounts.registrar)?;
        registrar.closed = registrar.closed.saturating_add(1);
        registrar.invariant()?;
    }
    let wallet = read::<Holder>(&accounts.holder)?.wallet;
    emit(
        &accounts.event_authority,
        &HolderClosed {
            registry: accounts.registry.key(),
            wallet,
            actor: accounts.officer.key(),
            rent_receiver: accounts.rent_receiver.key(),
        },
    )
}
