//! Taking a wallet or venue off the register.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderClosed;
use crate::seeds;
use crate::state::{Holder, PERMISSION_ONBOARD, PERMISSION_VENUES, Registrar, first_half};

/// Takes a wallet or venue off the register.
#[event_cpi]
#[derive(Accounts)]
pub struct CloseHolder<'info> {
    /// A registrar with the permission to onboard, or for a venue the one for venues.
    pub officer: Signer<'info>,
    /// Who paid the rent, and gets it back.
    /// CHECK: the record tells the first half of the address.
    #[account(
        mut,
        constraint = first_half(rent_receiver.key) == holder.load()?.rent_payer
            @ HookError::NotRentPayer,
    )]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry, which counts the records.
    #[account(
        mut,
        has_one = officer @ HookError::NotRegistrar,
        has_one = registry,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.load()?.bump,
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The record to close, which must be of this registry.
    #[account(
        mut,
        close = rent_receiver,
        has_one = registry @ HookError::RecordOfOtherRegistry,
    )]
    pub holder: AccountLoader<'info, Holder>,
}

impl CloseHolder<'_> {
    fn validate(&self) -> Result<()> {
        let facts = self.holder.load()?.facts().ok_or(HookError::InvariantViolated)?;
        let permission = match facts.kind {
            HolderKind::Wallet => PERMISSION_ONBOARD,
            HolderKind::Venue => PERMISSION_VENUES,
        };
        self.registrar.load()?.require(permission, Clock::get()?.unix_timestamp)?;
        ensure!(facts.status.may_close(), HookError::BarredRecordStays);
        Ok(())
    }
}

pub(crate) fn close_holder(ctx: Context<CloseHolder>) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.validate()?;
    {
        let mut registrar = accounts.registrar.load_mut()?;
        registrar.closed = registrar.closed.saturating_add(1);
        registrar.invariant()?;
    }
    let wallet = accounts.holder.load()?.wallet;
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
