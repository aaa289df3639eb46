//! Shares back, against payment.

use num_bigint::BigUint;
use scrip_svm_tests::cast::Duty;

use super::arithmetic::{Quote, quote, raw_price};
use super::{Model, Redemption, Verdict};
use crate::invariant::Invariant::{Authority, Limits, Prices, Service, Standstill};
use crate::operation::{Operation, Request};

impl Redemption {
    fn raw_limit(&self) -> BigUint {
        raw_price(self.least, self.opened_at)
    }

    /// What so many raw units must bring in all.
    pub fn least_for(&self, raw: u64) -> u64 {
        let least = quote(raw, self.opened_at, self.least, self.fee_bps, false);
        least.map_or(u64::MAX, |quote| quote.value.saturating_sub(quote.fee))
    }
}

impl Model {
    /// Whether somebody's shares may go into escrow or be burnt.
    fn judge_source(&self, person: usize, verdict: &mut Verdict) {
        verdict.need(!self.paused, Standstill, "redemption while paused");
        verdict.need(!self.blacked_out(), Standstill, "redemption in a blackout");
        verdict.need(self.admitted(person), Standstill, "redemption for somebody refused");
    }

    fn settle_quote(&self, open: &Redemption, amount: u64, price: u64) -> Option<Quote> {
        quote(amount, self.multiplier(), price, self.fees.1.min(open.fee_bps), false)
    }

    fn judge_settlement(&self, request: &Request, amount: u64, verdict: &mut Verdict) {
        self.judge_source(request.0, verdict);
        let left = self.redemptions.get(request).map_or(0, Redemption::left);
        verdict.need(amount > 0, Service, "settlement of nothing");
        verdict.need(amount <= left, Limits, "settlement of more than is in escrow");
    }

    pub(super) fn judge_redemption(&self, operation: &Operation, verdict: &mut Verdict) {
        match operation {
            Operation::Redeem { by, person, amount } => {
                verdict.need(self.may(by, Duty::Redeem), Authority, "redemption without the role");
                verdict.need(self.status != 3, Standstill, "redemption of a closed asset");
                self.judge_source(*person, verdict);
                verdict.need(*amount > 0, Service, "redemption of nothing");
                verdict.need(self.people[*person].shares >= *amount, Service, "shares are missing");
            }
            Operation::Request { person, money, id, quantity, least, deadline } => {
                verdict.need(self.status != 3, Standstill, "redemption of a closed asset");
                self.judge_deadline(*deadline, verdict);
                self.judge_source(*person, verdict);
                if let Some(money) = money {
                    verdict.need(
                        self.accepted[*money],
                        Standstill,
                        "redemption in a delisted money",
                    );
                }
                verdict.need(
                    money.is_some() == (*least > 0),
                    Prices,
                    "redemption without its price",
                );
                let raw = self.raw(*quantity);
                verdict.need(raw.is_some(), Service, "redemption of no quantity");
                let enough = self.people[*person].shares >= raw.unwrap_or(0);
                verdict.need(enough, Service, "shares are missing");
                let unused = !self.redemptions.contains_key(&(*person, *id));
                verdict.need(unused, Service, "number in use");
            }
            Operation::Settle { by, request, money, amount, price, multiplier } => {
                verdict.need(self.may(by, Duty::Redeem), Authority, "settlement without the role");
                let Some(open) = self.redemptions.get(request) else {
                    return verdict.need(false, Service, "redemption that is not there");
                };
                self.judge_settlement(request, *amount, verdict);
                verdict.need(open.money == Some(*money), Authority, "settlement in another money");
                let cheap = raw_price(*price, self.multiplier()) < open.raw_limit();
                verdict.need(!cheap, Prices, "settlement below the price limit");
                verdict.need(
                    *multiplier == self.multiplier(),
                    Prices,
                    "price at another multiplier",
                );
                let quote = self.settle_quote(open, *amount, *price);
                verdict.need(quote.is_some(), Limits, "payment of more than there can be");
                let worthless = quote.is_some_and(|quote| quote.value == 0);
                verdict.need(!worthless, Prices, "shares burnt for nothing");
                let net = quote.map_or(0, |quote| quote.value.saturating_sub(quote.fee));
                let least = open.least_for(open.settled.saturating_add(*amount));
                let enough = open.paid.saturating_add(net) >= least;
                verdict.need(enough, Prices, "settlements below the price limit");
                // The fee is paid by the treasury as well, to itself perhaps.
                let cash = self.treasuries[0][*money];
                let enough = quote.is_some_and(|quote| {
                    let rest = cash.checked_sub(quote.value.saturating_sub(quote.fee));
                    rest.is_some_and(|rest| rest >= quote.fee)
                });
                verdict.need(enough, Service, "cash of the treasury is missing");
            }
            Operation::SettleOffChain { by, request, amount } => {
                verdict.need(self.may(by, Duty::Redeem), Authority, "settlement without the role");
                let Some(open) = self.redemptions.get(request) else {
                    return verdict.need(false, Service, "redemption that is not there");
                };
                self.judge_settlement(request, *amount, verdict);
                verdict.need(
                    open.money.is_none(),
                    Prices,
                    "burnt without the payment that was asked for",
                );
            }
            Operation::RejectRedemption { by, request } => {
                verdict.need(self.may(by, Duty::Redeem), Authority, "rejection without the role");
                let there = self.redemptions.contains_key(request);
                verdict.need(there, Service, "redemption that is not there");
                verdict.need(!self.paused, Standstill, "shares moved while paused");
            }
            Operation::Reclaim { request } => {
                let Some(open) = self.redemptions.get(request) else {
                    return verdict.need(false, Service, "redemption that is not there");
                };
                verdict.need(!self.paused, Standstill, "shares moved while paused");
                verdict.need(self.now >= open.deadline, Service, "reclaim before the deadline");
            }
            _ => {}
        }
    }

    pub(super) fn apply_redemption(&mut self, operation: &Operation) {
        match operation {
            Operation::Redeem { person, amount, .. } => {
                self.people[*person].shares -= amount;
                self.burn(*amount);
            }
            Operation::Request { person, money, id, quantity, least, deadline } => {
                let raw = self.raw(*quantity).unwrap_or(0);
                self.people[*person].shares -= raw;
                let open = Redemption {
                    money: *money,
                    least: *least,
                    opened_at: self.multiplier(),
                    fee_bps: self.fees.1,
                    deposited: raw,
                    settled: 0,
                    paid: 0,
                    deadline: *deadline,
                    dust: 0,
                };
                self.redemptions.insert((*person, *id), open);
            }
            Operation::Settle { request, money, amount, price, .. } => {
                let quote = self.settle_quote(&self.redemptions[request], *amount, *price).unwrap();
                let net = quote.value.saturating_sub(quote.fee);
                let treasury = self.treasury_place();
                self.people[request.0].cash[*money] += net;
                self.treasuries[0][*money] -= net + quote.fee;
                self.treasuries[treasury][*money] += quote.fee;
                self.settle(request, *amount, net);
            }
            Operation::SettleOffChain { request, amount, .. } => self.settle(request, *amount, 0),
            Operation::RejectRedemption { request, .. } | Operation::Reclaim { request } => {
                if let Some(open) = self.redemptions.remove(request) {
                    self.people[request.0].shares += open.left() + open.dust;
                }
            }
            _ => {}
        }
    }

    fn settle(&mut self, request: &Request, amount: u64, net: u64) {
        let mut open = self.redemptions[request].clone();
        open.settled += amount;
        open.paid += net;
        if open.left() > 0 {
            self.burn(amount);
            self.redemptions.insert(*request, open);
        } else {
            // What strangers have sent belongs to nobody: it is burnt with the last.
            self.burn(amount + open.dust);
            self.redemptions.remove(request);
        }
    }

    pub(super) fn burn(&mut self, raw: u64) {
        self.supply -= raw;
        self.burnt += u128::from(raw);
    }
}
