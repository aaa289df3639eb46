//! Shares against payment, and back; what strangers send.

use num_bigint::BigUint;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::{Model, Redemption};
use crate::operation::{Operation, Request};
use crate::scene::PEOPLE;

/// Open requests of a kind, above which no more are opened.
const MOST: usize = 8;

/// The most raw units that `cash` pays for at this price, fee included.
fn affordable(model: &Model, cash: u64, price: u64, fee_bps: u16) -> u64 {
    let share = BigUint::from(cash) * 100_000_000u64 * 1_000_000_000_000_000_000u64 * 10_000u16;
    let cost = BigUint::from(price) * model.multiplier() * (10_000 + fee_bps);
    if price == 0 { u64::MAX } else { u64::try_from(share / cost).unwrap_or(u64::MAX) }
}

impl Generator<'_> {
    fn deadline(&mut self) -> i64 {
        let (now, window) = (self.model.now, i64::from(self.model.window));
        match self.dice.below(20) {
            0 => now + window,
            1 => now + window - 1,
            2 => now + 90 * 86_400,
            3 => now + 90 * 86_400 + 1,
            4 => i64::MAX,
            _ => now + window + 1 + self.dice.below(100_000) as i64,
        }
    }

    fn money(&mut self, wanted: usize) -> usize {
        if self.dice.chance(2) { 1 - wanted } else { wanted }
    }

    fn open_subscription(&mut self) -> Option<Request> {
        let open: Vec<_> = self.model.subscriptions.keys().copied().collect();
        (!open.is_empty()).then(|| self.dice.pick(&open))
    }

    fn open_redemption(&mut self, wanted: impl Fn(&Redemption) -> bool) -> Option<Request> {
        let open = self.model.redemptions.iter();
        let open: Vec<_> =
            open.filter(|(_, open)| wanted(open)).map(|(request, _)| *request).collect();
        (!open.is_empty()).then(|| self.dice.pick(&open))
    }

    pub(super) fn subscribe(&mut self) -> Operation {
        if self.model.subscriptions.len() >= MOST {
            return self.fill();
        }
        let (person, money) = (self.person(), self.dice.index(2));
        let amount = self.model.people[person].cash[money] / 8;
        let (id, amount, limit) = (self.number(), self.dice.amount(amount), self.price());
        Operation::Subscribe { person, money, id, amount, limit, deadline: self.deadline() }
    }

    pub(super) fn fill(&mut self) -> Operation {
        let Some(request) = self.open_subscription() else { return self.purchase() };
        let open = &self.model.subscriptions[&request];
        let (minter, custody) = (self.dice.index(2), self.custody());
        let over = self.dice.chance(8);
        let price = if over { open.limit.saturating_add(1) } else { self.dice.amount(open.limit) };
        let room = self.room(minter, request.0, &custody);
        let fee = self.model.fees.0.min(open.fee_bps);
        let whole = affordable(self.model, open.left(), price.min(open.limit), fee);
        let amount = self.dice.amount(room.min(whole));
        let issue = self.issue(minter, amount, custody);
        let (money, multiplier, last) =
            (self.money(open.money), self.multiplier(), self.dice.chance(15));
        Operation::Fill { issue, request, money, amount, price, multiplier, last }
    }

    pub(super) fn cancel_subscription(&mut self) -> Operation {
        let Some(request) = self.open_subscription() else { return self.subscribe() };
        let money = self.money(self.model.subscriptions[&request].money);
        Operation::CancelSubscription { request, money }
    }

    pub(super) fn reject_subscription(&mut self) -> Operation {
        let Some(request) = self.open_subscription() else { return self.subscribe() };
        let money = self.money(self.model.subscriptions[&request].money);
        Operation::RejectSubscription { by: self.member(Duty::Mint), request, money }
    }

    pub(super) fn purchase(&mut self) -> Operation {
        let (minter, person, money) = (self.dice.index(2), self.person(), self.dice.index(2));
        let (custody, price, multiplier) = (self.custody(), self.price(), self.multiplier());
        let room = self.room(minter, person, &custody);
        let cash = self.model.people[person].cash[money] / 4;
        let amount =
            self.dice.amount(room.min(affordable(self.model, cash, price, self.model.fees.0)));
        let total =
            crate::model::arithmetic::quote(amount, multiplier, price, self.model.fees.0, true);
        let total = total.map_or(u64::MAX, |quote| quote.value + quote.fee);
        let most = self.dice.pick(&[
            total,
            total,
            total.saturating_add(1),
            total.saturating_sub(1),
            u64::MAX,
        ]);
        let issue = self.issue(minter, amount, custody);
        Operation::Purchase { issue, person, money, amount, price, most, multiplier }
    }

    pub(super) fn redeem(&mut self) -> Operation {
        let person = self.person();
        let amount = self.dice.amount(self.model.people[person].shares / 4);
        Operation::Redeem { by: self.member(Duty::Redeem), person, amount }
    }

    pub(super) fn request(&mut self) -> Operation {
        if self.model.redemptions.len() >= MOST {
            return self.settle();
        }
        let person = self.person();
        let amount = self.dice.amount(self.model.people[person].shares / 6);
        let money = self.dice.chance(65).then(|| self.dice.index(2));
        let least = match money {
            Some(_) => self.price() / 2,
            None => u64::from(self.dice.chance(4)),
        };
        let (id, quantity) = (self.number(), self.quantity(amount));
        Operation::Request { person, money, id, quantity, least, deadline: self.deadline() }
    }

    pub(super) fn settle(&mut self) -> Operation {
        let Some(request) = self.open_redemption(|open| open.money.is_some()) else {
            return self.redeem();
        };
        let open = &self.model.redemptions[&request];
        let money = self.money(open.money.unwrap_or(0));
        let price = match self.dice.below(12) {
            0 => open.least,
            1 => open.least.saturating_sub(1),
            2 => u64::MAX,
            _ => open.least.saturating_add(self.dice.below(50_000_000)),
        };
        let (amount, multiplier) = (self.dice.amount(open.left()), self.multiplier());
        let by = self.member(Duty::Redeem);
        Operation::Settle { by, request, money, amount, price, multiplier }
    }

    pub(super) fn settle_off_chain(&mut self) -> Operation {
        let any = self.dice.chance(4);
        let Some(request) = self.open_redemption(|open| any || open.money.is_none()) else {
            return self.request();
        };
        let amount = self.dice.amount(self.model.redemptions[&request].left());
        Operation::SettleOffChain { by: self.member(Duty::Redeem), request, amount }
    }

    pub(super) fn reject_redemption(&mut self) -> Operation {
        let Some(request) = self.open_redemption(|_| true) else { return self.request() };
        Operation::RejectRedemption { by: self.member(Duty::Redeem), request }
    }

    pub(super) fn reclaim(&mut self) -> Operation {
        let Some(request) = self.open_redemption(|_| true) else { return self.request() };
        Operation::Reclaim { request }
    }

    pub(super) fn transfer(&mut self) -> Operation {
        let from = self.person();
        let to = (from + 1 + self.dice.index(PEOPLE - 1)) % PEOPLE;
        let amount = self.dice.amount(self.model.people[from].shares.min(self.model.max_transfer));
        Operation::Transfer { from, to, amount }
    }

    pub(super) fn dust(&mut self) -> Operation {
        let from = self.person();
        let few = self.dice.below(1_000);
        let to_shares = self.dice.chance(50);
        let shares = self.open_redemption(|_| true).filter(|_| to_shares);
        if let Some(request) = shares {
            return Operation::DustShares { from, request, amount: few };
        }
        let Some(request) = self.open_subscription() else { return self.transfer() };
        let money = self.model.subscriptions[&request].money;
        Operation::DustMoney { from, request, money, amount: few }
    }
}
