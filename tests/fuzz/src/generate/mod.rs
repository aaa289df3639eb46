//! Draws operations. Most are allowed by the model, with amounts close to the limits; some are not.
//!
//! - [`issues`], [`escrows`], [`settings`], [`staff`], [`actions`], [`offers`]: the operations
//! - [`repair`]: what ends a standstill

mod actions;
mod escrows;
mod issues;
mod offers;
mod repair;
mod settings;
mod staff;

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::cast::{Duty, cast};

use crate::dice::Dice;
use crate::invariant::Invariant::{Record, Service, Standstill};
use crate::model::{Model, Payout};
use crate::operation::Operation;
use crate::scene::{PEOPLE, scene};

pub use settings::opening;

/// Draws operations from a model.
pub struct Generator<'a> {
    pub dice: &'a mut Dice,
    pub model: &'a Model,
    /// Whether the world is in its last part, where an asset may be wound down.
    pub late: bool,
}

impl Generator<'_> {
    /// The next operation. One that must fail is most often drawn again, unless a single rule stops it: what
    /// goes through moves the world on, and what one rule stops shows that this rule is there.
    pub fn draw(&mut self) -> Operation {
        let mut operation = self.draw_once();
        for _ in 0..2 {
            let broken = self.model.judge(&operation);
            let telling = match broken[..] {
                [] => true,
                [(Service | Standstill | Record, _)] => false,
                [_] => self.dice.chance(60),
                _ => false,
            };
            if telling || self.dice.chance(30) {
                break;
            }
            operation = self.draw_once();
        }
        operation
    }

    fn draw_once(&mut self) -> Operation {
        if self.dice.chance(14)
            && let Some(repair) = self.repair()
        {
            return repair;
        }
        if self.late && self.model.status == 2 && self.dice.chance(50) {
            return self.liquidation();
        }
        if self.late && self.model.status == 1 && self.dice.chance(2) {
            return Operation::WindDown { by: self.admin() };
        }
        match self.dice.below(124) {
            0..10 => self.time(),
            10..17 => self.mint(),
            17..21 => self.mint_batch(),
            21..24 => self.propose_mint(),
            24..27 => self.mint_proposed(),
            27 => self.withdraw_proposal(),
            28..33 => self.subscribe(),
            33..39 => self.fill(),
            39..42 => self.cancel_subscription(),
            42 => self.reject_subscription(),
            43..47 => self.purchase(),
            47..50 => self.redeem(),
            50..55 => self.request(),
            55..59 => self.settle(),
            59..61 => self.settle_off_chain(),
            61 => self.reject_redemption(),
            62..65 => self.reclaim(),
            65..70 => self.attest(),
            70..74 => self.change_setting(),
            74..77 => self.propose_change(),
            77..79 => self.approve_change(),
            79..83 => self.execute_change(),
            83 => self.cancel_change(),
            84 => self.accept_admin(),
            85 => self.grant(),
            86 => self.revoke(),
            87..91 => self.standstill(),
            91 => self.announce(),
            92..94 => self.holder(),
            94..97 => self.transfer(),
            97..99 => self.dust(),
            99 => self.end(),
            100..106 => self.fill(),
            _ => self.action(),
        }
    }

    /// Most often somebody who may act with this permission.
    pub(super) fn member(&mut self, duty: Duty) -> Pubkey {
        let able: Vec<_> =
            scene().staff.iter().copied().filter(|member| self.model.may(member, duty)).collect();
        if able.is_empty() || self.dice.chance(8) {
            self.dice.pick(&scene().staff)
        } else {
            self.dice.pick(&able)
        }
    }

    /// Most often the admin.
    pub(super) fn admin(&mut self) -> Pubkey {
        if self.dice.chance(94) {
            self.model.admin
        } else {
            self.dice.pick(&[scene().admins[0], scene().admins[1], cast().mallory])
        }
    }

    /// Most often a person whom the register admits.
    pub(super) fn person(&mut self) -> usize {
        let person = self.dice.index(PEOPLE);
        if self.model.admitted(person) || self.dice.chance(25) {
            person
        } else {
            self.dice.index(PEOPLE)
        }
    }

    /// Most often a number that no request of the list has.
    pub(super) fn number(&mut self) -> u64 {
        if self.dice.chance(97) { self.dice.bits() } else { self.dice.below(3) }
    }

    /// Most often the multiplier in force.
    pub(super) fn multiplier(&mut self) -> u128 {
        match self.dice.below(40) {
            0 => self.model.history.at(self.model.history.last() - 1),
            1 => self.model.multiplier() + 1,
            _ => self.model.multiplier(),
        }
    }

    /// A price for one share, base units of a money.
    pub(super) fn price(&mut self) -> u64 {
        match self.dice.below(30) {
            0 => 1,
            1 => 0,
            2 => u64::MAX,
            _ => self.dice.below(2_000) * 100_000 + self.dice.below(7),
        }
    }

    /// Some seconds on, or to the second at which something begins or ends.
    fn time(&mut self) -> Operation {
        let model = self.model;
        let mut ends = vec![model.history.last(), model.halt.1, model.blackout.0, model.blackout.1];
        ends.extend(model.subscriptions.values().map(|open| open.deadline));
        ends.extend(model.redemptions.values().map(|open| open.deadline));
        ends.extend(model.queue.values().map(|pending| pending.executable_at));
        ends.extend(model.queue.values().map(|pending| pending.executable_at + 14 * 86_400));
        ends.extend(model.proposals.values().map(|proposal| proposal.proposed_at + 14 * 86_400));
        ends.extend(model.roles.values().flat_map(|role| [role.starts_at, role.expires_at]));
        ends.extend(model.custodians.iter().filter_map(|custodian| {
            let last = custodian.attestation.as_ref()?;
            Some(last.as_of + i64::from(model.rule.max_age))
        }));
        let offers = model.calendar.iter();
        let offers = offers.filter(|action| action.stage as u8 <= 3 && action.most() > 0);
        ends.extend(offers.flat_map(|action| [action.dates.effective_at, action.pays_from()]));
        ends.extend(model.tenders.values().map(|open| open.reclaim_at));
        let horizon = model.now + 20 * 86_400;
        ends.retain(|end| (model.now..horizon).contains(end));
        ends.sort_unstable();
        // Far ends are left out most often: what waits would else expire before anything else happens.
        if self.dice.chance(85) {
            ends.truncate(3);
        }
        let soon = |open: &&Payout| !open.swept && open.deadline < model.now + 60 * 86_400;
        let deadlines = model.payouts.values().filter(soon);
        let deadlines: Vec<_> = deadlines.map(|open| open.deadline).collect();
        // What nobody claimed is only swept after a month at least.
        if self.late && !deadlines.is_empty() && self.dice.chance(3) {
            return Operation::Time { to: self.dice.pick(&deadlines).max(model.now) };
        }
        let to = if !ends.is_empty() && self.dice.chance(25) {
            self.dice.pick(&ends) + self.dice.below(3) as i64 - 1
        } else {
            let longest = self.dice.pick(&[2, 60, 3_600, 20_000]);
            model.now + 1 + self.dice.below(longest) as i64
        };
        Operation::Time { to: to.max(model.now) }
    }
}
