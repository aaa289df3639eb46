//! Mints, and proposed mints.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::Quantity;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::GRACE;
use crate::model::arithmetic::{raw_down, shares_up};
use crate::operation::{Issue, Operation};
use crate::scene::{PEOPLE, scene};

impl Generator<'_> {
    /// The most that this minter may issue to this person, as far as one operation goes.
    pub(super) fn room(&mut self, minter: usize, person: usize, custody: &[usize]) -> u64 {
        let model = self.model;
        let mut room = model.minters[minter].room(model.now);
        room = room.min(model.supply_cap.saturating_sub(model.supply));
        room = room.min(model.max_balance.saturating_sub(model.people[person].shares));
        if model.rule.mode == 3 && self.dice.chance(92) {
            let covered =
                raw_down(model.counted(custody).0, model.multiplier()).unwrap_or(u64::MAX);
            room = room.min(covered.saturating_sub(model.supply));
        }
        // Enough for the limits to matter, and not all at once.
        room.min(500 * TOKEN)
    }

    /// Custodians to name: most often those who count.
    pub(super) fn custody(&mut self) -> Vec<usize> {
        let custodians = &self.model.custodians;
        let known = (0..3).filter(|place| custodians[*place].attestation.is_some());
        let mut custody: Vec<_> = known.collect();
        match self.dice.below(25) {
            0 => custody.clear(),
            1 => custody.push(self.dice.index(3)),
            2 => drop(custody.pop()),
            _ => {}
        }
        custody
    }

    /// Who issues so much, with a checker most often where one is needed.
    pub(super) fn issue(&mut self, minter: usize, raw: u64, custody: Vec<usize>) -> Issue {
        let needed = raw > self.model.four_eyes_above;
        let checker = self.dice.chance(if needed { 85 } else { 6 }).then(|| self.checker());
        Issue { minter, checker, custody }
    }

    pub(super) fn checker(&mut self) -> Pubkey {
        let minters = scene().minters.into_iter();
        let minters: Vec<_> =
            minters.filter(|minter| self.model.may(minter, Duty::Check)).collect();
        // A minter who may check as well must not check the own mints.
        if !minters.is_empty() && self.dice.chance(20) {
            self.dice.pick(&minters)
        } else {
            self.member(Duty::Check)
        }
    }

    pub(super) fn mint(&mut self) -> Operation {
        let (minter, to, custody) = (self.dice.index(2), self.person(), self.custody());
        let room = self.room(minter, to, &custody);
        let mut amount = self.dice.amount(room);
        if self.model.rule.mode == 3 && self.dice.chance(12) {
            // As many as the reserves cover, or one more.
            let (counted, _) = self.model.counted(&custody);
            let covered = raw_down(counted, self.model.multiplier()).unwrap_or(0);
            let left = covered.saturating_sub(self.model.supply);
            amount = left.saturating_add(self.dice.below(2));
        }
        let quantity = self.quantity(amount);
        let issue = self.issue(minter, amount, custody);
        Operation::Mint { issue, to, quantity }
    }

    /// Raw units, or about as many shares.
    pub(super) fn quantity(&mut self, amount: u64) -> Quantity {
        if self.dice.chance(65) {
            return Quantity::Raw { amount };
        }
        let shares = u64::try_from(shares_up(amount, self.model.multiplier())).unwrap_or(u64::MAX);
        Quantity::Shares { shares, expected_multiplier: self.multiplier() }
    }

    pub(super) fn mint_batch(&mut self) -> Operation {
        let (minter, custody, count) = (self.dice.index(2), self.custody(), self.dice.below(5));
        let mut to = Vec::new();
        for _ in 0..count {
            let person = self.person();
            let room = self.room(minter, person, &custody) / count;
            to.push((person, self.dice.amount(room)));
        }
        let total = to.iter().fold(0u64, |sum, (_, amount)| sum.saturating_add(*amount));
        let issue = self.issue(minter, total, custody);
        Operation::MintBatch { issue, to }
    }

    pub(super) fn propose_mint(&mut self) -> Operation {
        let minter = self.dice.index(2);
        let mut by = scene().minters[minter];
        if self.dice.chance(8) || self.model.proposals.len() > 6 {
            by = self.dice.pick(&scene().staff);
        }
        let (to, custody) = (self.person(), self.custody());
        let room = self.room(minter, to, &custody);
        Operation::ProposeMint { by, to, amount: self.dice.amount(room), id: self.number() }
    }

    pub(super) fn mint_proposed(&mut self) -> Operation {
        let ours = self.model.proposals.iter().filter_map(|((maker, id), proposal)| {
            let minter = scene().minters.iter().position(|minter| minter == maker)?;
            let expired = self.model.now >= proposal.proposed_at + GRACE;
            let alive = !expired && proposal.multiplier == self.model.multiplier();
            Some((minter, *id, proposal.to, alive))
        });
        let mut ours: Vec<_> = ours.collect();
        if self.dice.chance(90) {
            ours.retain(|(.., alive)| *alive);
        }
        if ours.is_empty() {
            return self.propose_mint();
        }
        let (minter, id, to, _) = self.dice.pick(&ours);
        let to = if self.dice.chance(3) { self.dice.index(PEOPLE) } else { to };
        let checker = self.dice.chance(95).then(|| self.checker());
        let issue = Issue { minter, checker, custody: self.custody() };
        Operation::MintProposed { issue, id, to }
    }

    pub(super) fn withdraw_proposal(&mut self) -> Operation {
        let open: Vec<_> = self.model.proposals.keys().copied().collect();
        if open.is_empty() {
            return self.propose_mint();
        }
        let (maker, id) = self.dice.pick(&open);
        let by = match self.dice.below(10) {
            0 => self.dice.pick(&scene().staff),
            1..4 => self.admin(),
            _ => maker,
        };
        Operation::WithdrawProposal { by, maker, id }
    }
}
