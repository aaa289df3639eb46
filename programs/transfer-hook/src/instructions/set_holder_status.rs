//! Suspending, reinstating and revoking a record.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderStatus;

use crate::error::HookError;
use crate::events::HolderStatusChanged;
use crate::seeds;
use crate::state::{Holder, PERMISSION_SUSPEND, Registrar, Registry};

/// The standing from now on, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct SetHolderStatusArgs {
    /// Active (1), suspended (2), revoked (3).
    pub status: u8,
    /// Hash of the file that the decision rests on.
    pub case_reference: [u8; 32],
}

/// Changes the standing of a record. Takes effect with the next transfer.
#[event_cpi]
#[derive(Accounts)]
pub struct SetHolderStatus<'info> {
    /// A registrar with the permission to suspend.
    pub officer: Signer<'info>,
    /// The registry.
    pub registry: Account<'info, Registry>,
    /// The officer's appointment in this registry.
    #[account(
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.bump,
    )]
    pub registrar: Account<'info, Registrar>,
    /// The record, which must be of this registry.
    #[account(mut, has_one = registry)]
    pub holder: AccountLoader<'info, Holder>,
}

impl SetHolderStatus<'_> {
    fn validate(&self, args: &SetHolderStatusArgs) -> Result<HolderStatus> {
        let now = Clock::get()?.unix_timestamp;
        self.registrar.require(PERMISSION_SUSPEND, now)?;
        let next = HolderStatus::from_byte(args.status).ok_or(HookError::UnknownStatus)?;
        let facts = self.holder.load()?.facts().ok_or(HookError::InvariantViolated)?;
        require!(facts.status.may_become(next), HookError::StatusChangeRefused);
        Ok(facts.status)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: SetHolderStatusArgs) -> Result<()> {
        let old = ctx.accounts.validate(&args)?;
        let wallet = {
            let mut holder = ctx.accounts.holder.load_mut()?;
            holder.status = args.status;
            holder.invariant()?;
            holder.wallet
        };
        emit_cpi!(HolderStatusChanged {
            registry: ctx.accounts.registry.key(),
            wallet,
            actor: ctx.accounts.officer.key(),
            old_status: old as u8,
            new_status: args.status,
            case_reference: args.case_reference,
        });
        Ok(())
    }
}
