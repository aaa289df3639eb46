//! The life of corporate actions: announced, amended, approved, scheduled, cancelled, settled.

use num_bigint::BigUint;
use scrip_issuer::state::{ActionDates, ActionTerms};
use scrip_svm_tests::cast::Duty;

use super::action::ratio;
use super::arithmetic::grown;
use super::{Action, Model, Stage, Verdict};
use crate::invariant::Invariant::{Authority, Calendar, FourEyes, Offers, Service, Standstill};
use crate::operation::ActionStep;

/// The longest notice of a corporate action, seconds: a leap year.
const MAX_NOTICE: i64 = 366 * 86_400;
/// The longest blackout of a corporate action, seconds: a week.
const MAX_BLACKOUT: i64 = 7 * 86_400;
const ACTIONS: u8 = 4;

impl Model {
    /// Whether corporate actions and what they pay need a checker.
    pub const fn checks_actions(&self) -> bool {
        self.four_eyes & ACTIONS != 0
    }

    pub fn action(&self, sequence: u32) -> Option<&Action> {
        self.calendar.get(sequence as usize)
    }

    fn judge_terms(kind: u8, terms: &ActionTerms, verdict: &mut Verdict) {
        let sound = match *terms {
            ActionTerms::Ratio { numerator, denominator } => {
                matches!(kind, 1 | 3 | 4 | 5) && numerator > 0 && denominator > 0
            }
            ActionTerms::Reinvestment { gross, withholding_bps, price } => {
                kind == 2 && gross > 0 && price > 0 && withholding_bps < 10_000
            }
            ActionTerms::Offer { price, max_raw, .. } => {
                matches!(kind, 12 | 13) && price > 0 && max_raw > 0
            }
            _ => false,
        };
        verdict.need(sound, Service, "action whose terms make no sense");
    }

    fn judge_dates(&self, dates: &ActionDates, verdict: &mut Verdict) {
        let notice = i64::from(self.limits.min_notice.max(1));
        let begin = dates.effective_at;
        verdict.need(begin - self.now >= notice, Calendar, "action without its notice");
        let all = [dates.ex_at, dates.record_at, begin, dates.payable_at];
        let near = all.iter().all(|date| date - self.now <= MAX_NOTICE);
        verdict.need(near, Calendar, "action too far ahead");
        let record = dates.record_at;
        let recorded = record == 0 || (self.now <= record && record <= begin);
        let paid = dates.payable_at == 0 || dates.payable_at >= begin;
        let in_order = recorded && paid && dates.elect_by == 0;
        verdict.need(in_order, Calendar, "dates that are out of order");
        let (from, until) = (dates.blackout_from, dates.blackout_until);
        let around = 0 < from && from <= begin && begin < until && until - from <= MAX_BLACKOUT;
        let fits = around || (from == 0 && until == 0);
        verdict.need(fits, Calendar, "blackout that is not around its action");
    }

    fn judge_ratio(&self, kind: u8, (new, old): &(BigUint, BigUint), verdict: &mut Verdict) {
        let bounds = &self.limits;
        let grows = |bps: u16| new > old && (new - old) * 10_000u16 <= old * bps;
        let within = match kind {
            1 => new > old && *new <= old * bounds.split,
            3 => new < old && *old <= new * bounds.reverse_split,
            4 | 5 => grows(bounds.bonus_bps),
            2 => grows(bounds.dividend_bps),
            _ => false,
        };
        verdict.need(within, Calendar, "action beyond its bound");
        verdict.need(
            self.history.pending(self.now).is_none(),
            Calendar,
            "action while another is to come",
        );
        let after = grown(self.multiplier(), &(new.clone(), old.clone()));
        let range = BigUint::from(1u8)..=BigUint::from(10u8).pow(36);
        verdict.need(range.contains(&after), Service, "multiplier out of range");
    }

    fn judge_schedule(&self, action: &Action, multiplier: u128, verdict: &mut Verdict) {
        let open = matches!(action.stage, Stage::Announced | Stage::Approved);
        verdict.need(open, Calendar, "second scheduling of an action");
        let checked = action.stage != Stage::Announced || !self.checks_actions();
        verdict.need(checked, FourEyes, "action without the check that it needs");
        let begin = action.dates.effective_at;
        verdict.need(begin > self.now, Calendar, "action whose time has passed");
        verdict.need(multiplier == self.multiplier(), Calendar, "action on another multiplier");
        let (from, until) = self.blackout;
        if self.now < until {
            let outside = begin < from || until <= begin;
            verdict.need(outside, Calendar, "action within another blackout");
            let alone = action.dates.blackout_until == 0;
            verdict.need(alone, Calendar, "second blackout beside the first");
        }
        if let Some(change) = self.history.pending(self.now) {
            let (from, until) = (action.dates.blackout_from, action.dates.blackout_until);
            let outside = change < from || until <= change;
            verdict.need(outside, Calendar, "blackout over a change that is pending");
        }
        if let Some(ratio) = ratio(&action.terms) {
            self.judge_ratio(action.kind, &ratio, verdict);
        }
    }

    fn judge_change(&self, action: &Action, verdict: &mut Verdict) {
        verdict.need(action.changeable(self.now), Calendar, "change of an action in force");
        verdict.need(action.open_payouts == 0, Offers, "change of an action that pays");
    }

    pub(super) fn judge_calendar(&self, step: &ActionStep, verdict: &mut Verdict) {
        let action = match step.sequence() {
            Some(sequence) => match self.action(sequence) {
                Some(action) => Some(action),
                None => return verdict.need(false, Service, "action that nobody has announced"),
            },
            None => None,
        };
        if let ActionStep::Announce { by, .. }
        | ActionStep::Amend { by, .. }
        | ActionStep::Schedule { by, .. }
        | ActionStep::Cancel { by, .. } = step
        {
            let may = self.may(by, Duty::CorporateActions);
            verdict.need(may, Authority, "action without the role");
            verdict.need(self.status != 3, Standstill, "action on a closed asset");
        }
        match (step, action) {
            (ActionStep::Announce { kind, dates, terms, .. }, _) => {
                Self::judge_terms(*kind, terms, verdict);
                self.judge_dates(dates, verdict);
            }
            (ActionStep::Amend { dates, terms, .. }, Some(action)) => {
                self.judge_change(action, verdict);
                verdict.need(action.open_tenders == 0, Offers, "change under those who tendered");
                Self::judge_terms(action.kind, terms, verdict);
                self.judge_dates(dates, verdict);
            }
            (ActionStep::Approve { by, amendments, .. }, Some(action)) => {
                verdict.need(self.may(by, Duty::Check), Authority, "approval without the role");
                verdict.need(*by != action.maker, FourEyes, "approval by the maker");
                let open = action.stage == Stage::Announced;
                verdict.need(open, Service, "approval of what waits for none");
                let same = *amendments == action.amendments;
                verdict.need(same, FourEyes, "approval of what was amended since");
            }
            (ActionStep::Schedule { multiplier, .. }, Some(action)) => {
                self.judge_schedule(action, *multiplier, verdict);
            }
            (ActionStep::Cancel { .. }, Some(action)) => self.judge_change(action, verdict),
            (ActionStep::SettleAction { .. }, Some(action)) => {
                let due = action.stage == Stage::Scheduled && action.in_force(self.now);
                verdict.need(due, Calendar, "books closed on an action not in force");
                let paid = action.most() == 0 || action.tendered == 0 || action.payouts > 0;
                verdict.need(paid, Offers, "books closed on an offer that has not paid");
                let open = action.open_payouts > 0 || action.open_tenders > 0;
                verdict.need(!open, Offers, "books closed on open tenders or payouts");
            }
            _ => {}
        }
    }

    pub(super) fn apply_calendar(&mut self, step: &ActionStep) {
        let now = self.now;
        match step {
            ActionStep::Announce { by, kind, dates, terms } => self.calendar.push(Action {
                kind: *kind,
                stage: Stage::Announced,
                announced_at: now,
                amendments: 0,
                dates: *dates,
                terms: *terms,
                scheduled_at: 0,
                settled_at: 0,
                multipliers: (0, 0),
                maker: *by,
                checker: None,
                payouts: 0,
                open_payouts: 0,
                tendered: 0,
                open_tenders: 0,
                bought: 0,
            }),
            ActionStep::Amend { by, sequence, dates, terms } => {
                self.unschedule(*sequence);
                let action = &mut self.calendar[*sequence as usize];
                action.stage = Stage::Announced;
                action.announced_at = now;
                action.amendments += 1;
                (action.dates, action.terms) = (*dates, *terms);
                (action.maker, action.checker) = (*by, None);
            }
            ActionStep::Approve { by, sequence, .. } => {
                let action = &mut self.calendar[*sequence as usize];
                (action.stage, action.checker) = (Stage::Approved, Some(*by));
            }
            ActionStep::Schedule { sequence, .. } => self.schedule(*sequence),
            ActionStep::Cancel { sequence, .. } => {
                self.unschedule(*sequence);
                let action = &mut self.calendar[*sequence as usize];
                (action.stage, action.payouts) = (Stage::Cancelled, 0);
            }
            ActionStep::SettleAction { sequence } => {
                let action = &mut self.calendar[*sequence as usize];
                (action.stage, action.settled_at) = (Stage::Settled, now);
            }
            _ => {}
        }
    }

    fn schedule(&mut self, sequence: u32) {
        let old = self.multiplier();
        let action = &mut self.calendar[sequence as usize];
        let ratio = ratio(&action.terms);
        let new = ratio.as_ref().map_or(old, |ratio| u128::try_from(grown(old, ratio)).unwrap());
        (action.stage, action.scheduled_at) = (Stage::Scheduled, self.now);
        action.multipliers = (old, new);
        if ratio.is_some() {
            self.history.push(action.dates.effective_at, new);
        }
        if action.dates.blackout_until != 0 {
            self.blackout = (action.dates.blackout_from, action.dates.blackout_until);
        }
    }

    fn unschedule(&mut self, sequence: u32) {
        let action = &mut self.calendar[sequence as usize];
        if action.stage != Stage::Scheduled {
            return;
        }
        if ratio(&action.terms).is_some() {
            self.history.take_back();
        }
        let own = (action.dates.blackout_from, action.dates.blackout_until);
        if own.1 != 0 && self.blackout == own {
            self.blackout = (0, 0);
        }
        (action.scheduled_at, action.multipliers) = (0, (0, 0));
    }
}
