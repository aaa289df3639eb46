//! Shares tendered to offers: put into escrow, taken back, bought.

use super::arithmetic::bought;
use super::{Model, Stage, Tender, Verdict};
use crate::invariant::Invariant::{FourEyes, Offers, Service, Standstill};
use crate::operation::{ActionStep, TenderKey};

/// Tenders are held so many seconds at least after their offer takes effect.
const DAY: u32 = 86_400;

impl Model {
    /// Raw units that are bought of a tender, and the cash for them.
    pub fn settlement(&self, key: &TenderKey) -> Option<(u64, u64)> {
        let (action, tender) = (self.action(key.0)?, self.tenders.get(key)?);
        let bought = bought(tender.amount, action.tendered, action.most());
        Some((bought, action.price_of(bought)?))
    }

    fn judge_settle_tender(&self, key: &TenderKey, money: usize, verdict: &mut Verdict) {
        let Some(action) = self.action(key.0) else { return };
        let due = action.stage == Stage::Scheduled && action.in_force(self.now);
        verdict.need(due, Offers, "tender settled before its offer takes effect");
        let Some(open) = self.payouts.get(&(key.0, money)) else {
            return verdict.need(false, Service, "payout that is not there");
        };
        verdict.need(open.approved, FourEyes, "payment without the check that it needs");
        verdict.need(open.funded >= open.total, Offers, "payment that is not funded");
        verdict.need(self.now >= open.opens_at, Offers, "payment before it is payable");
        let over = open.swept || self.now >= open.deadline;
        verdict.need(!over, Offers, "payment by a payout that is over");
        verdict.need(!self.paused, Standstill, "shares moved while paused");
        verdict.need(!self.blacked_out(), Standstill, "shares bought in a blackout");
        verdict.need(self.admitted(key.1), Standstill, "payment to somebody refused");
    }

    pub(super) fn judge_tender(&self, step: &ActionStep, verdict: &mut Verdict) {
        let (ActionStep::Tender { tender: key, .. }
        | ActionStep::WithdrawTender { tender: key }
        | ActionStep::SettleTender { tender: key, .. }
        | ActionStep::DustTender { tender: key, .. }) = step
        else {
            return;
        };
        let Some(action) = self.action(key.0) else { return };
        if let ActionStep::Tender { amount, .. } = step {
            verdict.need(*amount > 0, Service, "tender of nothing");
            let open = action.stage == Stage::Scheduled && action.most() > 0;
            verdict.need(open, Offers, "tender to no offer");
            let over = self.now >= action.dates.effective_at;
            verdict.need(!over, Offers, "tender to an offer that is over");
            verdict.need(!self.paused, Standstill, "tender while paused");
            verdict.need(!self.blacked_out(), Standstill, "tender in a blackout");
            verdict.need(self.admitted(key.1), Standstill, "tender by somebody refused");
            let enough = self.people[key.1].shares >= *amount;
            verdict.need(enough, Service, "shares are missing");
            verdict.need(!self.tenders.contains_key(key), Service, "second tender");
            return;
        }
        let Some(open) = self.tenders.get(key) else {
            return verdict.need(false, Service, "tender that is not there");
        };
        match step {
            ActionStep::WithdrawTender { .. } => {
                verdict.need(!self.paused, Standstill, "shares moved while paused");
                let free = !action.in_force(self.now) || self.now >= open.reclaim_at;
                verdict.need(free, Offers, "tender withdrawn from an offer in force");
            }
            ActionStep::SettleTender { money, .. } => {
                self.judge_settle_tender(key, *money, verdict);
            }
            ActionStep::DustTender { from, amount, .. } => {
                self.judge_sender(*from, *amount, verdict);
            }
            _ => {}
        }
    }

    pub(super) fn apply_tender(&mut self, step: &ActionStep) {
        match step {
            ActionStep::Tender { tender, amount } => {
                self.people[tender.1].shares -= amount;
                let action = &mut self.calendar[tender.0 as usize];
                action.tendered += amount;
                action.open_tenders += 1;
                let reclaim_at = action.pays_from() + i64::from(self.window.max(DAY));
                self.tenders.insert(*tender, Tender { amount: *amount, reclaim_at, dust: 0 });
            }
            ActionStep::WithdrawTender { tender } => {
                let action = &mut self.calendar[tender.0 as usize];
                action.open_tenders -= 1;
                let in_force = action.in_force(self.now);
                if let Some(open) = self.tenders.remove(tender) {
                    action.tendered -= if in_force { 0 } else { open.amount };
                    self.people[tender.1].shares += open.amount + open.dust;
                }
            }
            ActionStep::SettleTender { tender, money } => {
                let (bought, cash) = self.settlement(tender).unwrap();
                if let Some(open) = self.tenders.remove(tender) {
                    self.people[tender.1].shares += open.amount + open.dust - bought;
                }
                self.people[tender.1].cash[*money] += cash;
                if let Some(payout) = self.payouts.get_mut(&(tender.0, *money)) {
                    payout.paid += cash;
                }
                let action = &mut self.calendar[tender.0 as usize];
                action.open_tenders -= 1;
                action.bought += bought;
                self.burn(bought);
            }
            ActionStep::DustTender { from, tender, amount } => {
                self.people[*from].shares -= amount;
                if let Some(open) = self.tenders.get_mut(tender) {
                    open.dust += amount;
                }
            }
            _ => {}
        }
    }
}
