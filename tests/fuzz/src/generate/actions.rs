//! Corporate actions: their terms and dates, and what comes next in the life of one.

use scrip_issuer::state::{ActionDates, ActionTerms};
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::{Action, Stage};
use crate::operation::{ActionStep, Operation};
use crate::scene::scene;

/// Beyond these multipliers only what leads back is announced: amounts would be too small or great to matter.
const GREAT: u128 = 10u128.pow(22);
const SMALL: u128 = 10u128.pow(15);
/// Actions that are not over, above which no more are announced.
const MOST: usize = 5;

impl Generator<'_> {
    fn ratio_terms(&mut self) -> (u8, ActionTerms) {
        let (limits, multiplier) = (self.model.limits, self.model.multiplier());
        let kind = match multiplier {
            GREAT.. => 3,
            ..SMALL => self.dice.pick(&[1, 2]),
            _ => self.dice.pick(&[1, 1, 2, 2, 2, 3, 3, 4, 5]),
        };
        let around =
            |dice: &mut crate::dice::Dice, most: u16| dice.amount(u64::from(most)).min(20_000);
        let dice = &mut *self.dice;
        let (numerator, denominator) = match kind {
            1 => {
                let most = u64::from(limits.split);
                (dice.pick(&[2, 3, most, most + 1]), dice.pick(&[1, 1, 2]))
            }
            3 => {
                let most = u64::from(limits.reverse_split);
                (dice.pick(&[1, 1, 2]), dice.pick(&[3, 5, most, most + 1]))
            }
            4 | 5 => (10_000 + around(dice, limits.bonus_bps), 10_000),
            _ => {
                let price = (1 + dice.below(1_000)) * 10_000;
                let gross = price / 10_000 * around(dice, limits.dividend_bps);
                let withholding_bps = dice.pick(&[0, 0, 1_500, 3_500, 9_999, 10_000]);
                return (2, ActionTerms::Reinvestment { gross, withholding_bps, price });
            }
        };
        let terms = |numerator, denominator| ActionTerms::Ratio { numerator, denominator };
        match dice.below(30) {
            0 => (kind, terms(denominator, numerator)),
            1 => (kind, terms(numerator, 0)),
            // Not the terms of an offer.
            2 => (12, terms(numerator, denominator)),
            _ => (kind, terms(numerator, denominator)),
        }
    }

    fn offer_terms(&mut self) -> (u8, ActionTerms) {
        let money = self.dice.index(2);
        let payment_mint = scene().money[money].mint;
        let price = self.dice.below(400) * 100_000 + self.dice.below(3);
        let max_raw = match self.dice.below(10) {
            0 => 1,
            1 => self.model.supply,
            2 => 0,
            _ => 1 + self.dice.below(100 * TOKEN),
        };
        (self.dice.pick(&[12, 13]), ActionTerms::Offer { payment_mint, price, max_raw })
    }

    fn dates(&mut self, offer: bool) -> ActionDates {
        let (now, dice) = (self.model.now, &mut *self.dice);
        let soonest = now + i64::from(self.model.limits.min_notice.max(1));
        let effective_at = match dice.below(24) {
            0 => soonest - 1,
            1 => now + 366 * 86_400,
            2 => now + 366 * 86_400 + 1,
            3..8 => soonest,
            // So that there is time for tenders.
            _ => soonest + dice.below(if offer { 60_000 } else { 12_000 }) as i64,
        };
        let (from, until) = self.model.blackout;
        let within = from.max(soonest) + dice.below(2_000) as i64;
        let effective_at = if within < until && dice.chance(25) { within } else { effective_at };
        let mut dates = ActionDates { effective_at, ..ActionDates::default() };
        if dice.chance(15) {
            dates.record_at = dice.pick(&[now - 1, now, effective_at, effective_at + 1]);
        }
        if dice.chance(if offer { 50 } else { 5 }) {
            dates.payable_at = effective_at - 1 + dice.below(40_000) as i64;
        }
        if dice.chance(35) {
            dates.blackout_from = effective_at - dice.below(3_000) as i64;
            dates.blackout_until = match dice.below(20) {
                0 => effective_at,
                1 => dates.blackout_from + 7 * 86_400 + 1,
                _ => effective_at + 1 + dice.below(3_000) as i64,
            };
        }
        dates
    }

    pub(super) fn announce(&mut self) -> Operation {
        let offer = self.dice.chance(40);
        let (kind, terms) = if offer { self.offer_terms() } else { self.ratio_terms() };
        let (by, dates) = (self.member(Duty::CorporateActions), self.dates(offer));
        Operation::Action(ActionStep::Announce { by, kind, dates, terms })
    }

    fn amend(&mut self, sequence: u32, action: &Action) -> ActionStep {
        let by = self.member(Duty::CorporateActions);
        let offer = action.most() > 0;
        let mut terms = action.terms;
        for _ in 0..8 {
            let (kind, drawn) = if offer { self.offer_terms() } else { self.ratio_terms() };
            // Most often terms of the same kind, or only other dates.
            if kind == action.kind && self.dice.chance(60) {
                terms = drawn;
                break;
            }
        }
        ActionStep::Amend { by, sequence, dates: self.dates(offer), terms }
    }

    fn approve(&mut self, sequence: u32, action: &Action) -> ActionStep {
        let by = if self.dice.chance(8) { action.maker } else { self.member(Duty::Check) };
        let stale = action.amendments > 0 && self.dice.chance(10);
        ActionStep::Approve { by, sequence, amendments: action.amendments - u16::from(stale) }
    }

    fn schedule(&mut self, sequence: u32) -> ActionStep {
        let (by, multiplier) = (self.member(Duty::CorporateActions), self.multiplier());
        ActionStep::Schedule { by, sequence, multiplier }
    }

    fn cancel(&mut self, sequence: u32) -> ActionStep {
        ActionStep::Cancel { by: self.member(Duty::CorporateActions), sequence }
    }

    /// What comes next for one of the actions, or another one.
    pub(super) fn action(&mut self) -> Operation {
        let model = self.model;
        let all = model.calendar.iter().enumerate();
        // One that has been settled or cancelled long ago is over.
        let living = |(_, action): &(usize, &Action)| {
            let begun = action.in_force(model.now);
            let waits = begun && action.open_payouts > 0 && action.open_tenders == 0;
            let open = action.stage as u8 <= 3 || action.open_tenders > 0;
            open && (self.late || !waits)
        };
        let mut living: Vec<_> = all.filter(living).map(|(sequence, _)| sequence).collect();
        let over = model.calendar.len() > living.len() && self.dice.chance(4);
        if over {
            living = (0..model.calendar.len()).collect();
        } else if living.len() < MOST && self.dice.chance(20) || living.is_empty() {
            return self.announce();
        }
        // An offer takes many steps.
        let offers = living.iter().copied().filter(|place| model.calendar[*place].most() > 0);
        let offers: Vec<_> = offers.collect();
        if !offers.is_empty() && !over && self.dice.chance(60) {
            living = offers;
        }
        let sequence = self.dice.pick(&living) as u32;
        let action = &model.calendar[sequence as usize];
        let begun = model.now >= action.dates.effective_at;
        let step = match (action.stage, self.dice.below(100)) {
            (Stage::Announced | Stage::Approved, 0..45) if begun => self.amend(sequence, action),
            (Stage::Announced | Stage::Approved, 45..90) if begun => self.cancel(sequence),
            (Stage::Announced, 0..60) if model.checks_actions() => self.approve(sequence, action),
            (Stage::Announced, 60..70) => self.approve(sequence, action),
            (Stage::Announced | Stage::Approved, 70..78) => self.amend(sequence, action),
            (Stage::Announced | Stage::Approved, 78..82) => self.cancel(sequence),
            (Stage::Announced | Stage::Approved, _) => self.schedule(sequence),
            (_, 0..2) => self.schedule(sequence),
            (_, 2..4) => self.approve(sequence, action),
            (Stage::Scheduled, 4..9) => self.amend(sequence, action),
            (_, 4..9) => self.cancel(sequence),
            (Stage::Scheduled, 9..15) => self.cancel(sequence),
            (Stage::Scheduled, 15..25) if begun => ActionStep::SettleAction { sequence },
            (_, 15..16) => ActionStep::SettleAction { sequence },
            _ if action.most() > 0 => self.offer(sequence, action),
            (Stage::Scheduled, _) if begun => ActionStep::SettleAction { sequence },
            _ => return self.announce(),
        };
        Operation::Action(step)
    }
}
