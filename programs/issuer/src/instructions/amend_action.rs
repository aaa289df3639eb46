//! Amending a corporate action.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionState;

use super::announce_action::check_announcement;
use crate::error::IssuerError;
use crate::events::ActionAmended;
use crate::shared::*;
use crate::state::{ActionDates, ActionTerms};

/// The action as it is to be.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct AmendActionArgs {
    /// Its dates.
    pub dates: ActionDates,
    /// What it brings. The kind stays what it is.
    pub terms: ActionTerms,
    /// SHA-256 of the company's announcement of the change.
    pub document_hash: [u8; 32],
    /// Case reference.
    pub reason: [u8; 32],
}

/// Changes an action that is not in force. It is announced anew: the notice begins again, an approval is gone,
/// and one that was scheduled is so no longer.
#[event_cpi]
#[derive(Accounts)]
pub struct AmendAction<'info> {
    /// The action, who amends it, and what scheduling it wrote.
    pub by: ActionByRole<'info>,
}

impl AmendAction<'_> {
    fn validate(&self, args: &AmendActionArgs, now: i64) -> Result<()> {
        self.by.authorize()?;
        self.by.require_changeable(now)?;
        require!(args.reason != [0; 32], IssuerError::ReasonMissing);
        // Whoever tendered did so on the terms as they are; an offer can be cancelled.
        require!(self.by.action.open_tenders == 0, IssuerError::TendersOpen);
        let kind = self.by.action.kind()?;
        check_announcement(&self.by.asset, kind, &args.dates, &args.terms, now)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: AmendActionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let by = &mut ctx.accounts.by;
        let (old_state, old_dates, old_terms) = (by.action.state, by.action.dates, by.action.terms);
        let actor = by.actor.key();
        ctx.accounts.validate(&args, now)?;
        let by = &mut ctx.accounts.by;
        by.unschedule()?;
        let action = &mut by.action;
        action.state = ActionState::Announced as u8;
        action.announced_at = now;
        action.amendments = action.amendments.saturating_add(1);
        action.dates = args.dates;
        action.terms = args.terms;
        action.document_hash = args.document_hash;
        action.reason = args.reason;
        action.maker = actor;
        action.checker = Pubkey::default();
        action.invariant()?;
        by.asset.invariant()?;
        emit_cpi!(ActionAmended {
            asset: ctx.accounts.by.asset.key(),
            action: ctx.accounts.by.action.key(),
            actor,
            old_state,
            old_dates,
            new_dates: args.dates,
            old_terms,
            new_terms: args.terms,
            document_hash: args.document_hash,
            reason: args.reason,
        });
        Ok(())
    }
}
