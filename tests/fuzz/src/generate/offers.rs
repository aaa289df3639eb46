//! Offers that are scheduled: their money, tenders, and their settlement.

use scrip_issuer::state::ActionTerms;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::Action;
use crate::operation::{ActionStep, PayoutKey, TenderKey};
use crate::scene::scene;

impl Generator<'_> {
    /// The next step of an offer that is scheduled.
    pub(super) fn offer(&mut self, sequence: u32, action: &Action) -> ActionStep {
        let ActionTerms::Offer { payment_mint, .. } = action.terms else {
            return ActionStep::SettleAction { sequence };
        };
        let money = usize::from(payment_mint != scene().money[0].mint);
        let payout = (sequence, money);
        let begun = self.model.now >= action.dates.effective_at;
        let funded = self.model.payouts.get(&payout).is_some_and(|open| open.funded == open.total);
        // In force and not payable yet: soon over, and worth a try.
        let early = begun && funded && self.model.now < action.pays_from();
        match self.dice.below(100) {
            0..80 if early => self.settle_tender(sequence, money),
            0..35 if !begun => self.tender(sequence),
            35..45 if !begun => self.withdraw_tender(sequence),
            0..4 => self.tender(sequence),
            4..12 => self.withdraw_tender(sequence),
            12..45 => self.settle_tender(sequence, money),
            45..48 => self.dust_to(sequence, payout),
            _ => self.money_of(payout, action),
        }
    }

    fn money_of(&mut self, payout: PayoutKey, action: &Action) -> ActionStep {
        let by = self.member(Duty::CorporateActions);
        let Some(open) = self.model.payouts.get(&payout) else {
            return self.open_payout(payout, action);
        };
        let left = open.total - open.funded;
        match self.dice.below(20) {
            0 => ActionStep::WithdrawPayout { by, payout },
            1..3 => ActionStep::SweepPayout { by, payout },
            3 => self.open_payout(payout, action),
            4..14 if !open.approved => {
                let by = if self.dice.chance(10) { open.maker } else { self.member(Duty::Check) };
                let total = open.total - u64::from(self.dice.chance(5));
                ActionStep::ApprovePayout { by, payout, total }
            }
            4 => ActionStep::ApprovePayout { by, payout, total: open.total },
            5..16 if left > 0 => {
                let cash = self.model.treasuries[0][payout.1];
                let amount = if self.dice.chance(50) { left } else { self.dice.amount(left) };
                let treasury = usize::from(cash < amount || self.dice.chance(10));
                ActionStep::FundPayout { treasury, payout, amount }
            }
            _ => self.settle_tender(payout.0, payout.1),
        }
    }

    fn open_payout(&mut self, payout: PayoutKey, action: &Action) -> ActionStep {
        let by = self.member(Duty::CorporateActions);
        let least = action.price_of(action.most()).unwrap_or(u64::MAX).max(1);
        let total = match self.dice.below(12) {
            0 => least - 1,
            1 => least.saturating_add(self.dice.below(1_000)),
            _ => least,
        };
        let begin = action.pays_from().max(self.model.now);
        let day = 86_400;
        let deadline = begin
            + match self.dice.below(20) {
                0 => 30 * day - 1,
                1 => 3_653 * day + 1,
                2 => 3_653 * day,
                _ => 30 * day + self.dice.below(100) as i64,
            };
        let other = self.dice.chance(3);
        let payout = if other { (payout.0, 1 - payout.1) } else { payout };
        ActionStep::OpenPayout { by, payout, total, deadline }
    }

    /// One of the tenders to an offer; none if there are none.
    fn tendered(&mut self, sequence: u32) -> Option<TenderKey> {
        let open = self.model.tenders.keys().copied();
        let open: Vec<_> = open.filter(|(offer, _)| *offer == sequence).collect();
        (!open.is_empty()).then(|| self.dice.pick(&open))
    }

    fn tender(&mut self, sequence: u32) -> ActionStep {
        let mut person = self.person();
        for _ in 0..3 {
            if self.model.tenders.contains_key(&(sequence, person)) && self.dice.chance(90) {
                person = self.person();
            }
        }
        let held = self.model.people[person].shares / 4;
        // Now and then so much that the offer is oversubscribed.
        let most = self.model.calendar[sequence as usize].most();
        let usual = held.min(most.saturating_mul(2));
        ActionStep::Tender { tender: (sequence, person), amount: self.dice.amount(usual) }
    }

    fn withdraw_tender(&mut self, sequence: u32) -> ActionStep {
        match self.tendered(sequence) {
            Some(tender) => ActionStep::WithdrawTender { tender },
            None => self.tender(sequence),
        }
    }

    fn settle_tender(&mut self, sequence: u32, money: usize) -> ActionStep {
        match self.tendered(sequence) {
            Some(tender) => ActionStep::SettleTender { tender, money },
            None if self.model.calendar[sequence as usize].open_payouts == 0 => {
                ActionStep::SettleAction { sequence }
            }
            None => {
                let by = self.member(Duty::CorporateActions);
                ActionStep::SweepPayout { by, payout: (sequence, money) }
            }
        }
    }

    fn dust_to(&mut self, sequence: u32, payout: PayoutKey) -> ActionStep {
        let (from, amount) = (self.person(), self.dice.below(1_000));
        match self.tendered(sequence) {
            Some(tender) if self.dice.chance(50) => ActionStep::DustTender { from, tender, amount },
            _ => ActionStep::DustVault { from, payout, amount },
        }
    }
}
