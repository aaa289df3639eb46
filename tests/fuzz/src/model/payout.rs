//! The money of offers: opened, approved, put in, taken back, swept.

use scrip_issuer::state::ActionTerms;
use scrip_svm_tests::cast::Duty;

use super::{Model, Payout, Stage, Verdict};
use crate::invariant::Invariant::{Authority, FourEyes, Offers, Service, Standstill};
use crate::operation::{ActionStep, PayoutKey};
use crate::scene::scene;

/// How long a payout is open, seconds: 30 days to ten years.
const OPEN: core::ops::RangeInclusive<i64> = 30 * 86_400..=3_653 * 86_400;

impl Model {
    fn judge_open_payout(&self, key: &PayoutKey, total: u64, deadline: i64, verdict: &mut Verdict) {
        let Some(action) = self.action(key.0) else { return };
        verdict.need(action.stage == Stage::Scheduled, Offers, "payout of no scheduled action");
        let mint = scene().money[key.1].mint;
        let right =
            matches!(action.terms, ActionTerms::Offer { payment_mint, .. } if payment_mint == mint);
        verdict.need(right, Offers, "payout in another money than announced");
        verdict.need(self.accepted[key.1], Standstill, "payout in a delisted money");
        verdict.need(!self.payouts.contains_key(key), Service, "second payout of an action");
        let least = action.price_of(action.most()).map(|least| least.max(1));
        verdict.need(least.is_some(), Service, "payout of more than there can be");
        verdict.need(least.is_none_or(|least| total >= least), Offers, "payout of too little");
        let seconds = deadline.saturating_sub(action.pays_from().max(self.now));
        verdict.need(OPEN.contains(&seconds), Offers, "payout that is open too shortly or long");
    }

    pub(super) fn judge_payout(&self, step: &ActionStep, verdict: &mut Verdict) {
        if let ActionStep::OpenPayout { by, .. }
        | ActionStep::WithdrawPayout { by, .. }
        | ActionStep::SweepPayout { by, .. } = step
        {
            let may = self.may(by, Duty::CorporateActions);
            verdict.need(may, Authority, "payout without the role");
        }
        let payout = match step {
            ActionStep::OpenPayout { payout, total, deadline, .. } => {
                return self.judge_open_payout(payout, *total, *deadline, verdict);
            }
            ActionStep::ApprovePayout { payout, .. }
            | ActionStep::FundPayout { payout, .. }
            | ActionStep::WithdrawPayout { payout, .. }
            | ActionStep::SweepPayout { payout, .. }
            | ActionStep::DustVault { payout, .. } => payout,
            _ => return,
        };
        let Some(open) = self.payouts.get(payout) else {
            return verdict.need(false, Service, "payout that is not there");
        };
        let money = payout.1;
        match step {
            ActionStep::ApprovePayout { by, total, .. } => {
                verdict.need(self.may(by, Duty::Check), Authority, "approval without the role");
                verdict.need(*by != open.maker, FourEyes, "approval by the maker");
                verdict.need(!open.approved, Service, "second approval");
                verdict.need(*total == open.total, FourEyes, "approval of another total");
            }
            ActionStep::FundPayout { treasury, amount, .. } => {
                verdict.need(*amount > 0, Service, "funding with nothing");
                let over = open.swept || self.now >= open.deadline;
                verdict.need(!over, Offers, "funding of a payout that is over");
                verdict.need(*amount <= open.total - open.funded, Offers, "funding of too much");
                let cash = self.treasuries[*treasury][money];
                verdict.need(cash >= *amount, Service, "cash is missing");
            }
            ActionStep::WithdrawPayout { .. } => {
                let ready = open.approved && open.funded >= open.total;
                let paying = ready && self.now >= open.opens_at;
                verdict.need(!paying, Offers, "payout taken back when it is open");
                verdict.need(!open.swept, Service, "vault that is not there");
            }
            ActionStep::SweepPayout { .. } => {
                let late = self.now >= open.deadline;
                verdict.need(late, Offers, "payout swept before its deadline");
                verdict.need(!open.swept, Service, "payout swept twice");
            }
            ActionStep::DustVault { from, amount, .. } => {
                verdict.need(!open.swept, Service, "vault that is not there");
                let cash = self.people[*from].cash[money];
                verdict.need(cash >= *amount, Service, "cash is missing");
            }
            _ => {}
        }
    }

    pub(super) fn apply_payout(&mut self, step: &ActionStep) {
        let treasury = self.treasury_place();
        match step {
            ActionStep::OpenPayout { by, payout, total, deadline } => {
                let action = &mut self.calendar[payout.0 as usize];
                action.payouts += 1;
                action.open_payouts += 1;
                let opens_at = action.pays_from();
                let open = Payout {
                    maker: *by,
                    checker: None,
                    approved: !self.checks_actions(),
                    total: *total,
                    funded: 0,
                    paid: 0,
                    opens_at,
                    deadline: *deadline,
                    swept: false,
                    dust: 0,
                };
                self.payouts.insert(*payout, open);
            }
            ActionStep::ApprovePayout { by, payout, .. } => {
                if let Some(open) = self.payouts.get_mut(payout) {
                    (open.approved, open.checker) = (true, Some(*by));
                }
            }
            ActionStep::FundPayout { treasury, payout, amount } => {
                self.treasuries[*treasury][payout.1] -= amount;
                if let Some(open) = self.payouts.get_mut(payout) {
                    open.funded += amount;
                }
            }
            ActionStep::WithdrawPayout { payout, .. } => {
                if let Some(open) = self.payouts.remove(payout) {
                    self.treasuries[treasury][payout.1] += open.held();
                }
                let action = &mut self.calendar[payout.0 as usize];
                action.payouts -= 1;
                action.open_payouts -= 1;
            }
            ActionStep::SweepPayout { payout, .. } => {
                if let Some(open) = self.payouts.get_mut(payout) {
                    self.treasuries[treasury][payout.1] += open.held();
                    open.swept = true;
                }
                self.calendar[payout.0 as usize].open_payouts -= 1;
            }
            ActionStep::DustVault { from, payout, amount } => {
                self.people[*from].cash[payout.1] -= amount;
                if let Some(open) = self.payouts.get_mut(payout) {
                    open.dust += amount;
                }
            }
            _ => {}
        }
    }
}
