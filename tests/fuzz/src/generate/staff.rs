//! Roles, custodians, halts and pauses, the register, and the end of an asset.

use scrip_issuer::state::PERMISSIONS_ALL;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::arithmetic::{raw_down, shares_up};
use crate::operation::Operation;
use crate::scene::{PEOPLE, scene};

impl Generator<'_> {
    /// What a custodian attests: a share of what the supply needs, or more than it does.
    pub(super) fn attest(&mut self) -> Operation {
        let model = self.model;
        let approved: Vec<_> = (0..3).filter(|place| model.custodians[*place].approved).collect();
        let custodian = if approved.is_empty() || self.dice.chance(8) {
            self.dice.index(3)
        } else {
            self.dice.pick(&approved)
        };
        let needed = u64::try_from(shares_up(model.supply, model.multiplier())).unwrap_or(u64::MAX);
        let more = u64::try_from(shares_up(500 * TOKEN, model.multiplier())).unwrap_or(u64::MAX);
        let shares = match self.dice.below(10) {
            0 => needed,
            1 => self.dice.amount(needed),
            2 => u64::MAX,
            _ => needed.saturating_add(self.dice.below(more.max(1))),
        };
        let as_of = match self.dice.below(12) {
            0 => model.now + 1,
            1 => model.now - self.dice.below(100_000) as i64,
            2 => model.history.last() - 1,
            3 => model.history.last(),
            _ => model.now,
        };
        let seen = if self.dice.chance(94) { model.in_force() } else { self.dice.below(3) as u32 };
        Operation::Attest { custodian, shares, as_of, seen }
    }

    pub(super) fn grant(&mut self) -> Operation {
        let without = scene().staff.iter().filter(|member| !self.model.roles.contains_key(*member));
        // Those of the other company have a role there, and none here.
        let without: Vec<_> = without.copied().filter(|member| !scene().foreign(member)).collect();
        let any = without.is_empty() || self.dice.chance(5);
        let member =
            if any { scene().staff[self.dice.index(13)] } else { self.dice.pick(&without) };
        let place = scene().staff.iter().position(|other| *other == member).unwrap_or(0);
        let usual = Duty::ALL.get(place).map_or(Duty::Check, |duty| *duty).permission();
        let permissions = match self.dice.below(10) {
            0 => self.dice.bits() as u32 & PERMISSIONS_ALL,
            1 => self.dice.bits() as u32,
            2 => 0,
            3..6 => PERMISSIONS_ALL,
            _ if place == 9 => Duty::Mint.permission(),
            _ if place == 11 => PERMISSIONS_ALL,
            _ => usual,
        };
        let now = self.model.now + i64::from(self.model.timelock);
        let expires_at = if self.dice.chance(60) { 0 } else { self.dice.around(now) };
        Operation::Grant { by: self.admin(), member, permissions, expires_at }
    }

    pub(super) fn revoke(&mut self) -> Operation {
        let member = scene().staff[self.dice.index(13)];
        Operation::Revoke { by: self.admin(), member }
    }

    /// What makes the shares stand still, or lets them move again.
    pub(super) fn standstill(&mut self) -> Operation {
        let now = self.model.now;
        match self.dice.below(8) {
            0 | 1 => {
                let until = if self.dice.chance(40) { 0 } else { self.dice.around(now) };
                Operation::Halt { by: self.member(Duty::Halt), until }
            }
            2 => Operation::Resume { by: self.member(Duty::Resume) },
            3 => {
                let (from, long) = (self.dice.around(now), self.dice.below(5_000) as i64);
                let by = self.member(Duty::CorporateActions);
                Operation::SetBlackout { by, from, until: from + long }
            }
            4 => Operation::ClearBlackout { by: self.member(Duty::CorporateActions) },
            5 | 6 => Operation::Pause { by: self.member(Duty::Pause) },
            _ => Operation::Unpause { by: self.member(Duty::Unpause) },
        }
    }

    pub(super) fn holder(&mut self) -> Operation {
        // Nobody can put the last person on the register.
        let person = self.dice.index(PEOPLE - 1);
        if self.dice.chance(30) {
            return Operation::HolderUpdate {
                person,
                expires_at: self.dice.around(self.model.now),
            };
        }
        let status = match self.dice.below(40) {
            0 if self.late => 3,
            1 => 4,
            2..25 => 2,
            _ => 1,
        };
        Operation::HolderStatus { person, status }
    }

    /// The end of an asset, where its time has come; else a mint.
    pub(super) fn end(&mut self) -> Operation {
        if !self.late {
            return self.mint();
        }
        let by = self.admin();
        if self.dice.chance(20) { Operation::Close { by } } else { Operation::WindDown { by } }
    }

    /// What brings the supply down to nothing, and then closes the asset.
    pub(super) fn liquidation(&mut self) -> Operation {
        if self.model.supply == 0 {
            return Operation::Close { by: self.admin() };
        }
        if !self.model.redemptions.is_empty() {
            return self.reject_redemption();
        }
        let holders: Vec<_> =
            (0..PEOPLE).filter(|place| self.model.people[*place].shares > 0).collect();
        if holders.is_empty() {
            return self.attest();
        }
        let person = self.dice.pick(&holders);
        let amount = self.model.people[person].shares;
        Operation::Redeem { by: self.member(Duty::Redeem), person, amount }
    }

    /// Raw units that the custodians' attestations cover, for the repair of a shortfall.
    pub(super) fn covered(&self) -> u64 {
        let custody: Vec<_> = (0..3).collect();
        raw_down(self.model.counted(&custody).0, self.model.multiplier()).unwrap_or(u64::MAX)
    }
}
