//! Carrying out a proposed mint.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;

use crate::error::IssuerError;
use crate::events::{ReserveShortfall, SharesMinted};
use crate::shared::*;
use crate::state::{CHANGE_GRACE, MintProposal};

/// Mints what the maker proposed: signed by a checker, drawn from the maker's allowance, with every check
/// that `mint_shares` makes. The same accounts follow.
#[event_cpi]
#[derive(Accounts)]
pub struct MintProposed<'info> {
    /// What is issued, and how much of it may be. The checker is needed, whatever the amount.
    pub issue: Issue<'info>,
    /// The record of the recipient's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The recipient's token account.
    #[account(
        mut,
        address = mint_proposal.destination @ IssuerError::ProposalMismatch,
        token::mint = issue.mint,
        token::token_program = issue.token_program,
    )]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The proposal, which ends.
    #[account(
        mut,
        close = rent_receiver,
        constraint = mint_proposal.asset == issue.asset.key() @ IssuerError::ProposalMismatch,
        constraint = mint_proposal.maker == issue.minter.member @ IssuerError::ProposalMismatch,
    )]
    pub mint_proposal: Box<Account<'info, MintProposal>>,
    /// Gets the rent of the proposal back.
    /// CHECK: only receives lamports.
    #[account(mut, address = mint_proposal.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
}

impl<'info> MintProposed<'info> {
    fn validate(&self, now: i64) -> Result<()> {
        self.issue.require_checker()?;
        let proposal = &self.mint_proposal;
        let expires_at = proposal.proposed_at.saturating_add(CHANGE_GRACE);
        require!(now < expires_at, IssuerError::ChangeExpired);
        let multiplier = self.issue.asset.track()?.at(now).scaled();
        require_eq!(proposal.multiplier, multiplier, IssuerError::MultiplierMoved);
        self.issue.admit(&self.holder, &self.destination, proposal.amount, now)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        ctx.accounts.validate(now)?;
        let raw = ctx.accounts.mint_proposal.amount;
        let drawn = ctx.accounts.issue.draw(raw, ctx.remaining_accounts, now)?;
        let accounts = &*ctx.accounts;
        accounts.issue.mint_to(accounts.destination.to_account_info(), raw)?;
        if let Some(backing) = drawn.shortfall {
            emit_cpi!(ReserveShortfall::new(&accounts.issue.asset, &backing));
        }
        emit_cpi!(SharesMinted {
            asset: accounts.issue.asset.key(),
            recipient: accounts.destination.owner,
            actor: accounts.mint_proposal.maker,
            checker: accounts.issue.checker_key(),
            amount: raw,
            old_supply: drawn.old_supply,
            new_supply: drawn.new_supply,
            multiplier: drawn.multiplier.scaled(),
            reference: accounts.mint_proposal.reference,
        });
        Ok(())
    }
}
