//! Announcing a corporate action.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{ActionKind, ActionState};

use crate::error::IssuerError;
use crate::events::ActionAnnounced;
use crate::seeds;
use crate::state::{
    ActionDates, ActionTerms, Asset, CORPORATE_ACTION_VERSION, CorporateAction,
    PERMISSION_CORPORATE_ACTIONS, Role,
};

/// The action as the company announced it.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct AnnounceActionArgs {
    /// A `scrip_rules::corporate_action::ActionKind`: 1 SPLF, 2 DVCA, 3 SPLR, 4 BONU, 5 DVSE, 6 INTR,
    /// 7 DRIP, 8 CAPD, 9 SOFF, 10 MRGR, 11 EXOF, 12 TEND, 13 BIDS, 14 CHAN, 15 LIQU, 16 DLST.
    pub kind: u8,
    /// Its dates.
    pub dates: ActionDates,
    /// What it brings.
    pub terms: ActionTerms,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
}

/// Puts a corporate action into the asset's calendar. The asset's minimum notice runs from here.
#[event_cpi]
#[derive(Accounts)]
pub struct AnnounceAction<'info> {
    /// A member of staff with the permission for corporate actions.
    pub actor: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset.
    #[account(mut)]
    pub asset: Box<Account<'info, Asset>>,
    /// The entry of the calendar to create.
    #[account(
        init,
        payer = payer,
        space = 8 + CorporateAction::INIT_SPACE,
        seeds = [seeds::ACTION, asset.key().as_ref(), &asset.action_count.to_le_bytes()],
        bump,
    )]
    pub action: Box<Account<'info, CorporateAction>>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl AnnounceAction<'_> {
    fn validate(&self, args: &AnnounceActionArgs, now: i64) -> Result<()> {
        self.role.require(PERMISSION_CORPORATE_ACTIONS)?;
        self.asset.require_open()?;
        let kind = ActionKind::from_byte(args.kind).ok_or(IssuerError::UnknownActionKind)?;
        check_announcement(&self.asset, kind, &args.dates, &args.terms, now)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: AnnounceActionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        accounts.validate(&args, now)?;
        let sequence = accounts.asset.action_count;
        accounts.action.set_inner(CorporateAction {
            version: CORPORATE_ACTION_VERSION,
            bump: ctx.bumps.action,
            kind: args.kind,
            state: ActionState::Announced as u8,
            asset: accounts.asset.key(),
            sequence,
            announced_at: now,
            amendments: 0,
            dates: args.dates,
            scheduled_at: 0,
            settled_at: 0,
            old_multiplier: 0,
            new_multiplier: 0,
            document_hash: args.document_hash,
            reason: [0; 32],
            maker: accounts.actor.key(),
            checker: Pubkey::default(),
            payouts: 0,
            open_payouts: 0,
            tendered: 0,
            open_tenders: 0,
            terms: args.terms,
        });
        accounts.asset.action_count =
            sequence.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        accounts.asset.invariant()?;
        accounts.action.invariant()?;
        emit_cpi!(ActionAnnounced {
            asset: ctx.accounts.asset.key(),
            action: ctx.accounts.action.key(),
            actor: ctx.accounts.actor.key(),
            sequence,
            kind: args.kind,
            dates: args.dates,
            terms: args.terms,
            document_hash: args.document_hash,
        });
        Ok(())
    }
}

/// Fails unless an action of this kind of this asset may be announced, or amended to this, at `now` (unix
/// seconds).
pub(super) fn check_announcement(
    asset: &Asset,
    kind: ActionKind,
    dates: &ActionDates,
    terms: &ActionTerms,
    now: i64,
) -> Result<()> {
    terms.check(kind, asset.mint)?;
    if let ActionTerms::Choice { default, .. } = terms {
        require_eq!(*default, asset.default_election, IssuerError::DefaultElectionDiffers);
    }
    dates.facts().check(terms.form(), asset.min_notice, now).map_err(|error| {
        msg!("now {}, minimum notice {} s", now, asset.min_notice);
        msg!(
            "effective at {}, record at {}, payable at {}, elect by {}",
            dates.effective_at,
            dates.record_at,
            dates.payable_at,
            dates.elect_by
        );
        msg!("blackout from {} until {}", dates.blackout_from, dates.blackout_until);
        IssuerError::from(error).into()
    })
}
