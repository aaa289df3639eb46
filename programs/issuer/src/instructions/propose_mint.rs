//! Proposing a mint that a checker carries out.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_rules::issuance;

use super::mint_shares::Quantity;
use crate::error::IssuerError;
use crate::events::MintProposed;
use crate::seeds;
use crate::shared::*;
use crate::state::{MINT_PROPOSAL_VERSION, MintProposal, PERMISSION_MINT};

/// How much, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct ProposeMintArgs {
    /// Chosen by the maker: each open proposal has another.
    pub id: u64,
    /// How much.
    pub quantity: Quantity,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Writes down a mint for a checker to carry out with `mint_proposed`. Nothing is drawn before.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: ProposeMintArgs)]
pub struct ProposeMint<'info> {
    /// The maker, with the permission to mint.
    pub staff: Staff<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset's mint.
    #[account(address = staff.asset.mint)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The recipient's token account.
    #[account(token::mint = mint, token::token_program = token_program)]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The proposal to create.
    #[account(
        init,
        payer = payer,
        space = 8 + MintProposal::INIT_SPACE,
        seeds = [
            seeds::MINT_PROPOSAL,
            staff.asset.key().as_ref(),
            staff.actor.key().as_ref(),
            &args.id.to_le_bytes(),
        ],
        bump,
    )]
    pub mint_proposal: Box<Account<'info, MintProposal>>,
    /// Owns mint and token account.
    pub token_program: Program<'info, Token2022>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl ProposeMint<'_> {
    pub(crate) fn handle(ctx: Context<Self>, args: ProposeMintArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        accounts.staff.role.require(PERMISSION_MINT)?;
        accounts.staff.asset.require_active()?;
        let multiplier = accounts.staff.asset.track()?.at(now);
        let quantity = issuance::Quantity::from(args.quantity);
        let amount = quantity.to_raw(multiplier).map_err(IssuerError::from)?;
        accounts.mint_proposal.set_inner(MintProposal {
            version: MINT_PROPOSAL_VERSION,
            bump: ctx.bumps.mint_proposal,
            asset: accounts.staff.asset.key(),
            maker: accounts.staff.actor.key(),
            id: args.id,
            destination: accounts.destination.key(),
            amount,
            multiplier: multiplier.scaled(),
            proposed_at: now,
            rent_payer: accounts.payer.key(),
            reference: args.reference,
        });
        emit_cpi!(MintProposed {
            asset: ctx.accounts.staff.asset.key(),
            mint_proposal: ctx.accounts.mint_proposal.key(),
            recipient: ctx.accounts.destination.owner,
            actor: ctx.accounts.staff.actor.key(),
            amount,
            multiplier: multiplier.scaled(),
            reference: args.reference,
        });
        Ok(())
    }
}
