//! Scheduling a corporate action.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::invoke_signed;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;
use scrip_rules::corporate_action::{ActionKind, MultiplierTrack, Proposal, schedule};
use scrip_rules::multiplier::{Multiplier, Ratio};

use crate::error::IssuerError;
use crate::events::ActionScheduled;
use crate::seeds;
use crate::state::{
    Asset, CORPORATE_ACTION_VERSION, CorporateAction, PERMISSION_CORPORATE_ACTIONS, Role,
};
use crate::token_2022::{require_written_by_us, update_multiplier};

/// The action as the company announced it.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct ScheduleActionArgs {
    /// Forward split, SPLF (1), or reinvested dividend, DVCA (2).
    pub kind: u8,
    /// New shares per `ratio_denominator` old ones.
    pub ratio_numerator: u64,
    /// See `ratio_numerator`.
    pub ratio_denominator: u64,
    /// When the multiplier changes, unix seconds.
    pub effective_at: i64,
    /// The multiplier that the caller believes to be in force, 18 decimals.
    pub expected_multiplier: u128,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
}

/// Schedules a change of the multiplier and writes it into the history.
#[event_cpi]
#[derive(Accounts)]
pub struct ScheduleAction<'info> {
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
    pub role: Account<'info, Role>,
    /// The asset.
    #[account(mut, has_one = mint)]
    pub asset: Account<'info, Asset>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: InterfaceAccount<'info, Mint>,
    /// The entry of the history to create.
    #[account(
        init,
        payer = payer,
        space = 8 + CorporateAction::INIT_SPACE,
        seeds = [seeds::ACTION, asset.key().as_ref(), &asset.action_count.to_le_bytes()],
        bump,
    )]
    pub action: Account<'info, CorporateAction>,
    /// Keeps the multiplier.
    pub token_program: Program<'info, Token2022>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl ScheduleAction<'_> {
    /// Returns the multiplier over time as it will be.
    fn validate(&self, args: &ScheduleActionArgs, now: i64) -> Result<MultiplierTrack> {
        self.role.require(PERMISSION_CORPORATE_ACTIONS)?;
        self.asset.require_open()?;
        let track = self.asset.track()?;
        require_written_by_us(&self.mint.to_account_info(), &track)?;
        let proposal = Proposal {
            kind: ActionKind::from_byte(args.kind).ok_or(IssuerError::UnknownActionKind)?,
            ratio: Ratio::new(args.ratio_numerator, args.ratio_denominator)
                .map_err(|_| IssuerError::ZeroInRatio)?,
            effective_at: args.effective_at,
            expected: Multiplier::from_scaled(args.expected_multiplier)
                .map_err(|_| IssuerError::MultiplierMoved)?,
        };
        let asset = &self.asset;
        schedule(&track, &proposal, &asset.bounds(), asset.min_notice, now).map_err(|error| {
            let (current, changed_at) = (track.at(now), track.effective_at);
            msg!(
                "now {}, effective at {}, minimum notice {} s",
                now,
                args.effective_at,
                asset.min_notice
            );
            msg!(
                "multiplier {}, expected {}, last change at {}",
                current,
                proposal.expected,
                changed_at
            );
            msg!(
                "ratio {}, split_max {}, dividend_max_bps {}",
                proposal.ratio,
                asset.split_max,
                asset.dividend_max_bps
            );
            IssuerError::from(error).into()
        })
    }

    pub(crate) fn handle(ctx: Context<Self>, args: ScheduleActionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        let track = accounts.validate(&args, now)?;
        let sequence = accounts.asset.action_count;
        accounts.action.set_inner(CorporateAction {
            version: CORPORATE_ACTION_VERSION,
            bump: ctx.bumps.action,
            kind: args.kind,
            asset: accounts.asset.key(),
            sequence,
            announced_at: now,
            effective_at: args.effective_at,
            ratio_numerator: args.ratio_numerator,
            ratio_denominator: args.ratio_denominator,
            old_multiplier: track.current.scaled(),
            new_multiplier: track.next.scaled(),
            document_hash: args.document_hash,
            maker: accounts.actor.key(),
        });
        accounts.asset.multiplier_since = accounts.asset.multiplier_effective_at;
        accounts.asset.set_track(&track);
        accounts.asset.action_count =
            sequence.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        accounts.asset.invariant()?;
        let accounts = &*ctx.accounts;
        accounts.write_multiplier(&track)?;
        emit_cpi!(ActionScheduled {
            asset: accounts.asset.key(),
            action: accounts.action.key(),
            actor: accounts.actor.key(),
            sequence,
            kind: args.kind,
            ratio_numerator: args.ratio_numerator,
            ratio_denominator: args.ratio_denominator,
            old_multiplier: track.current.scaled(),
            new_multiplier: track.next.scaled(),
            effective_at: args.effective_at,
            document_hash: args.document_hash,
        });
        Ok(())
    }

    fn write_multiplier(&self, track: &MultiplierTrack) -> Result<()> {
        let update = update_multiplier(&self.mint.key(), &self.asset.key(), track);
        let accounts = [self.mint.to_account_info(), self.asset.to_account_info()];
        invoke_signed(&update, &accounts, &[&self.asset.signer_seeds()])?;
        Ok(())
    }
}
