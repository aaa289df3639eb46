//! Approving what an action pays.

use anchor_lang::prelude::*;

use super::open_payout::OpenPayoutArgs;
use crate::error::IssuerError;
use crate::events::PayoutApproved;
use crate::shared::*;
use crate::state::{PERMISSION_CHECK, Payout};

/// Approves a payout that somebody else opened. The arguments are what the checker has read and recomputed: one
/// that was withdrawn and opened again with others is not approved by mistake.
#[event_cpi]
#[derive(Accounts)]
pub struct ApprovePayout<'info> {
    /// The checker: a member of staff with the permission to check, and not the maker.
    pub staff: Staff<'info>,
    /// The payout.
    #[account(
        mut,
        constraint = payout.asset == staff.asset.key() @ IssuerError::PayoutMismatch,
    )]
    pub payout: Box<Account<'info, Payout>>,
}

impl ApprovePayout<'_> {
    fn validate(&self, args: &OpenPayoutArgs) -> Result<()> {
        self.staff.role.require(PERMISSION_CHECK)?;
        let payout = &self.payout;
        require!(!payout.approved, IssuerError::PayoutApprovedAlready);
        require_keys_neq!(self.staff.actor.key(), payout.maker, IssuerError::CheckerIsMaker);
        let read = payout.total == args.total
            && payout.root == args.root
            && payout.leaves == args.leaves
            && payout.withheld == args.withheld
            && payout.snapshot_hash == args.snapshot_hash
            && payout.deadline == args.deadline;
        require!(read, IssuerError::PayoutDiffers);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: OpenPayoutArgs) -> Result<()> {
        ctx.accounts.validate(&args)?;
        let checker = ctx.accounts.staff.actor.key();
        let payout = &mut ctx.accounts.payout;
        payout.approved = true;
        payout.checker = checker;
        payout.invariant()?;
        emit_cpi!(PayoutApproved {
            asset: ctx.accounts.staff.asset.key(),
            action: ctx.accounts.payout.action,
            payout: ctx.accounts.payout.key(),
            actor: checker,
            root: args.root,
            total: args.total,
        });
        Ok(())
    }
}
