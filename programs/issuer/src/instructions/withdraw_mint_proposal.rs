//! Withdrawing a proposed mint.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::MintProposalWithdrawn;
use crate::state::{Asset, Issuer, MintProposal};

/// Withdraws a proposed mint: its maker, or the admin.
#[event_cpi]
#[derive(Accounts)]
pub struct WithdrawMintProposal<'info> {
    /// The maker, or the issuer's admin.
    #[account(
        constraint = actor.key() == mint_proposal.maker || actor.key() == issuer.admin
            @ IssuerError::NotAdmin,
    )]
    pub actor: Signer<'info>,
    /// Gets the rent of the proposal back.
    /// CHECK: only receives lamports.
    #[account(mut, address = mint_proposal.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The asset's issuer.
    pub issuer: Account<'info, Issuer>,
    /// The asset.
    #[account(has_one = issuer)]
    pub asset: Account<'info, Asset>,
    /// The proposal, which ends.
    #[account(mut, close = rent_receiver, has_one = asset)]
    pub mint_proposal: Account<'info, MintProposal>,
}

impl WithdrawMintProposal<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        emit_cpi!(MintProposalWithdrawn {
            asset: ctx.accounts.asset.key(),
            mint_proposal: ctx.accounts.mint_proposal.key(),
            actor: ctx.accounts.actor.key(),
            amount: ctx.accounts.mint_proposal.amount,
            reference: ctx.accounts.mint_proposal.reference,
        });
        Ok(())
    }
}
