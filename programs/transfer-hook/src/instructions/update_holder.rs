//! Replacing the facts of a record.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::events::HolderUpdated;
use crate::seeds;
use crate::state::{Holder, PERMISSION_ONBOARD, Registrar, Registry, check_facts};

/// The facts from now on. The wallet and the identity of a record never change.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct UpdateHolderArgs {
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Investor class bits: US person (1), retail (2), professional (4), qualified (8).
    pub investor_classes: u16,
    /// End of the know-your-customer check, unix seconds.
    pub kyc_expires_at: i64,
}

/// Replaces the facts of a record.
#[event_cpi]
#[derive(Accounts)]
pub struct UpdateHolder<'info> {
    /// A registrar with the permission to onboard.
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

impl UpdateHolder<'_> {
    fn validate(&self, args: &UpdateHolderArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        self.registrar.require(PERMISSION_ONBOARD, now)?;
        check_facts(args.jurisdiction, args.investor_classes)?;
        require_gt!(args.kyc_expires_at, now, HookError::ExpiryInThePast);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: UpdateHolderArgs) -> Result<()> {
        ctx.accounts.validate(&args)?;
        let old = {
            let mut holder = ctx.accounts.holder.load_mut()?;
            let old = *holder;
            holder.jurisdiction = args.jurisdiction;
            holder.investor_classes = args.investor_classes;
            holder.kyc_expires_at = args.kyc_expires_at;
            holder.invariant()?;
            old
        };
        emit_cpi!(HolderUpdated {
            registry: old.registry,
            wallet: old.wallet,
            actor: ctx.accounts.officer.key(),
            old_jurisdiction: old.jurisdiction,
            new_jurisdiction: args.jurisdiction,
            old_investor_classes: old.investor_classes,
            new_investor_classes: args.investor_classes,
            old_kyc_expires_at: old.kyc_expires_at,
            new_kyc_expires_at: args.kyc_expires_at,
        });
        Ok(())
    }
}
