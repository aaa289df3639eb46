//! Shares against payment: subscriptions, and purchases in one transaction.

use num_bigint::BigUint;
use scrip_svm_tests::cast::Duty;

use super::arithmetic::{Quote, quote, raw_price};
use super::{Model, Subscription, Verdict};
use crate::invariant::Invariant::{Authority, Exit, Limits, Prices, Service, Standstill};
use crate::operation::Operation;

/// The longest time for which an escrow may be held, seconds: 90 days.
pub const MAX_ESCROW: i64 = 90 * 86_400;

impl Subscription {
    fn raw_limit(&self) -> BigUint {
        raw_price(self.limit, self.opened_at)
    }

    /// What so many raw units may cost in all.
    pub fn most_for(&self, raw: u64) -> u64 {
        let most = quote(raw, self.opened_at, self.limit, self.fee_bps, true);
        most.map_or(u64::MAX, |quote| quote.value + quote.fee)
    }
}

impl Model {
    /// Whether a deadline leaves the issuer enough time, and not too much.
    pub(super) fn judge_deadline(&self, deadline: i64, verdict: &mut Verdict) {
        let (left, window) = (deadline.saturating_sub(self.now), i64::from(self.window.max(1)));
        verdict.need(left >= window, Service, "deadline sooner than the settlement window");
        verdict.need(left <= MAX_ESCROW, Exit, "deadline later than any escrow may be held for");
    }

    fn judge_price(
        &self,
        price: Option<Quote>,
        most: u64,
        multiplier: u128,
        verdict: &mut Verdict,
    ) {
        verdict.need(price.is_some(), Limits, "payment of more than there can be");
        let total = price.map_or(0, |quote| quote.value + quote.fee);
        verdict.need(total <= most, Prices, "payment above what the investor offers");
        verdict.need(multiplier == self.multiplier(), Prices, "price at another multiplier");
    }

    fn fill_quote(&self, open: &Subscription, amount: u64, price: u64) -> Option<Quote> {
        quote(amount, self.multiplier(), price, self.fees.0.min(open.fee_bps), true)
    }

    pub(super) fn judge_subscription(&self, operation: &Operation, verdict: &mut Verdict) {
        match operation {
            Operation::Subscribe { person, money, id, amount, limit, deadline } => {
                verdict.need(
                    self.status == 1,
                    Standstill,
                    "subscription to an asset that is not active",
                );
                verdict.need(*amount > 0 && *limit > 0, Service, "subscription of nothing");
                verdict.need(self.accepted[*money], Standstill, "subscription in a delisted money");
                self.judge_deadline(*deadline, verdict);
                verdict.need(
                    self.admitted(*person),
                    Standstill,
                    "subscription by somebody refused",
                );
                verdict.need(
                    self.people[*person].cash[*money] >= *amount,
                    Service,
                    "cash is missing",
                );
                let unused = !self.subscriptions.contains_key(&(*person, *id));
                verdict.need(unused, Service, "number in use");
            }
            Operation::Fill { issue, request, money, amount, price, multiplier, .. } => {
                let Some(open) = self.subscriptions.get(request) else {
                    return verdict.need(false, Service, "subscription that is not there");
                };
                verdict.need(open.money == *money, Authority, "fill in another money");
                let dear = raw_price(*price, self.multiplier()) > open.raw_limit();
                verdict.need(!dear, Prices, "fill above the price limit");
                let quote = self.fill_quote(open, *amount, *price);
                let paid = quote.map_or(0, |quote| quote.value + quote.fee);
                let paid = open.spent.saturating_add(paid);
                let filled = open.filled.saturating_add(*amount);
                verdict.need(paid <= open.most_for(filled), Prices, "fills above the price limit");
                self.judge_price(quote, open.left(), *multiplier, verdict);
                self.judge_one(issue, request.0, *amount, verdict);
            }
            Operation::CancelSubscription { request, money } => {
                let Some(open) = self.subscriptions.get(request) else {
                    return verdict.need(false, Service, "subscription that is not there");
                };
                verdict.need(open.money == *money, Authority, "return in another money");
                let free = self.status != 1 || self.now >= open.deadline;
                verdict.need(free, Service, "cancellation before the deadline");
            }
            Operation::RejectSubscription { by, request, money } => {
                let Some(open) = self.subscriptions.get(request) else {
                    return verdict.need(false, Service, "subscription that is not there");
                };
                verdict.need(open.money == *money, Authority, "return in another money");
                verdict.need(self.may(by, Duty::Mint), Authority, "rejection without the role");
            }
            Operation::Purchase { issue, person, money, amount, price, most, multiplier } => {
                verdict.need(self.accepted[*money], Standstill, "purchase in a delisted money");
                let quote = quote(*amount, self.multiplier(), *price, self.fees.0, true);
                self.judge_price(quote, *most, *multiplier, verdict);
                let total = quote.map_or(0, |quote| quote.value + quote.fee);
                verdict.need(
                    self.people[*person].cash[*money] >= total,
                    Service,
                    "cash is missing",
                );
                self.judge_one(issue, *person, *amount, verdict);
            }
            _ => {}
        }
    }

    pub(super) fn apply_subscription(&mut self, operation: &Operation) {
        match operation {
            Operation::Subscribe { person, money, id, amount, limit, deadline } => {
                self.people[*person].cash[*money] -= amount;
                let open = Subscription {
                    money: *money,
                    limit: *limit,
                    opened_at: self.multiplier(),
                    fee_bps: self.fees.0,
                    deposited: *amount,
                    spent: 0,
                    filled: 0,
                    deadline: *deadline,
                    dust: 0,
                };
                self.subscriptions.insert((*person, *id), open);
            }
            Operation::Fill { issue, request, amount, price, last, .. } => {
                let mut open = self.subscriptions[request].clone();
                let quote = self.fill_quote(&open, *amount, *price).unwrap();
                open.spent += quote.value + quote.fee;
                open.filled += amount;
                let treasury = self.treasury_place();
                self.treasuries[treasury][open.money] += quote.value + quote.fee;
                self.issue(issue.minter, request.0, *amount);
                if *last || open.left() == 0 {
                    self.return_payment(request, &open);
                } else {
                    self.subscriptions.insert(*request, open);
                }
            }
            Operation::CancelSubscription { request, .. }
            | Operation::RejectSubscription { request, .. } => {
                let open = self.subscriptions[request].clone();
                self.return_payment(request, &open);
            }
            Operation::Purchase { issue, person, money, amount, price, .. } => {
                let quote = quote(*amount, self.multiplier(), *price, self.fees.0, true).unwrap();
                let treasury = self.treasury_place();
                self.people[*person].cash[*money] -= quote.value + quote.fee;
                self.treasuries[treasury][*money] += quote.value + quote.fee;
                self.issue(issue.minter, *person, *amount);
            }
            _ => {}
        }
    }

    fn return_payment(&mut self, request: &(usize, u64), open: &Subscription) {
        self.people[request.0].cash[open.money] += open.left() + open.dust;
        self.subscriptions.remove(request);
    }
}
