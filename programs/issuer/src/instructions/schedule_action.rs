//! Scheduling a corporate action.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{
    ActionError, ActionState, MultiplierTrack, check_pending_change, check_ratio,
    check_standing_blackout, schedule,
};
use scrip_rules::multiplier::{Multiplier, Ratio};

use crate::error::IssuerError;
use crate::events::ActionScheduled;
use crate::shared::*;

/// Makes an announced action binding: the change of the multiplier goes into the mint, the blackout into the
/// policy. From its effective time on it is in force, by the clock.
#[event_cpi]
#[derive(Accounts)]
pub struct ScheduleAction<'info> {
    /// The action, who schedules it, and what that writes.
    pub by: ActionByRole<'info>,
}

impl ScheduleAction<'_> {
    /// Returns the multiplier over time as it is, and as it will be if the action moves it.
    fn validate(
        &self,
        expected: u128,
        now: i64,
    ) -> Result<(MultiplierTrack, Option<MultiplierTrack>)> {
        self.by.authorize()?;
        let action = &self.by.action;
        let kind = action.kind()?;
        let state = action.state()?;
        let open = matches!(state, ActionState::Announced | ActionState::Approved);
        require!(open, IssuerError::ActionNotAnnounced);
        let needs_checker = self.by.issuer.checks_actions() || kind.ends_asset();
        require!(state.may_schedule(needs_checker), IssuerError::ActionNotApproved);
        let track = self.by.track()?;
        let ratio = action.terms.ratio()?;
        let next = self.check(&track, ratio, expected, now).map_err(|error| {
            let effective_at = action.dates.effective_at;
            msg!("now {}, effective at {}", now, effective_at);
            let (current, changed_at) = (track.at(now), track.effective_at);
            msg!("multiplier {}, expected {}, last change at {}", current, expected, changed_at);
            if let Some(ratio) = ratio {
                let bounds = self.by.asset.bounds();
                msg!("ratio {}, split_max {}", ratio, bounds.split_max);
                msg!("reverse_split_max {}", bounds.reverse_split_max);
                msg!("bonus_max_bps {}", bounds.bonus_max_bps);
                msg!("dividend_max_bps {}", bounds.dividend_max_bps);
            }
            error!(IssuerError::from(error))
        })?;
        let dates = action.dates.facts();
        check_standing_blackout(&dates, self.by.standing_blackout()?, now)
            .and_then(|()| check_pending_change(&dates, &track, now))
            .map_err(IssuerError::from)?;
        Ok((track, next))
    }

    fn check(
        &self,
        track: &MultiplierTrack,
        ratio: Option<Ratio>,
        expected: u128,
        now: i64,
    ) -> core::result::Result<Option<MultiplierTrack>, ActionError> {
        let action = &self.by.action;
        let effective_at = action.dates.effective_at;
        let Some(ratio) = ratio else {
            if effective_at <= now {
                return Err(ActionError::EffectivePassed);
            }
            let same = track.at(now).scaled() == expected;
            return if same { Ok(None) } else { Err(ActionError::MultiplierMoved) };
        };
        if let Ok(kind) = action.kind() {
            check_ratio(kind, ratio, &self.by.asset.bounds())?;
        }
        let expected =
            Multiplier::from_scaled(expected).map_err(|_| ActionError::MultiplierMoved)?;
        schedule(track, ratio, expected, effective_at, now).map(Some)
    }

    pub(crate) fn handle(ctx: Context<Self>, expected_multiplier: u128) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let (track, next) = ctx.accounts.validate(expected_multiplier, now)?;
        let by = &mut ctx.accounts.by;
        let old_multiplier = track.at(now).scaled();
        by.action.state = ActionState::Scheduled as u8;
        by.action.scheduled_at = now;
        by.action.old_multiplier = old_multiplier;
        by.action.new_multiplier = next.map_or(old_multiplier, |next| next.next.scaled());
        if let Some(next) = next {
            let asset = &mut by.asset;
            asset.multiplier_since = asset.multiplier_effective_at;
            asset.set_track(&next);
            asset.multiplier_changes =
                asset.multiplier_changes.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
            asset.invariant()?;
            by.write_multiplier(&next)?;
        }
        if by.action.dates.facts().has_blackout() {
            by.write_blackout()?;
        }
        by.action.invariant()?;
        let action = &ctx.accounts.by.action;
        emit_cpi!(ActionScheduled {
            asset: ctx.accounts.by.asset.key(),
            action: action.key(),
            actor: ctx.accounts.by.actor.key(),
            sequence: action.sequence,
            kind: action.kind,
            old_multiplier: action.old_multiplier,
            new_multiplier: action.new_multiplier,
            effective_at: action.dates.effective_at,
            blackout_from: action.dates.blackout_from,
            blackout_until: action.dates.blackout_until,
            document_hash: action.document_hash,
        });
        Ok(())
    }
}
