//! Changes of settings.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::{Duty, cast};

use super::Generator;
use crate::dice::Dice;
use crate::model::settings::terms;
use crate::model::{GRACE, Model};
use crate::operation::Operation;
use crate::scene::{PEOPLE, scene};

/// The changes that a world begins with, all at once and in this order.
pub fn opening(dice: &mut Dice) -> Vec<Change> {
    let mut changes = Vec::new();
    for key in scene().custodians {
        changes.push(Change::Custodian { key, approved: dice.chance(90) });
    }
    for member in scene().minters {
        changes.push(minter(dice, member));
    }
    changes.push(Change::SupplyCap { raw: (3_000 + dice.below(20_000)) * TOKEN });
    changes.push(reserve_rule(dice));
    changes.push(Change::Fees {
        purchase_bps: dice.pick(&[0, 25, 1_000]),
        redemption_bps: dice.pick(&[0, 1, 30, 1_000]),
    });
    changes.push(Change::SettlementWindow { seconds: dice.pick(&[0, 60, 86_400]) });
    if dice.chance(40) {
        let most = (1_200 + dice.below(1_000)) * TOKEN;
        changes.push(Change::PolicyTerms { terms: terms(most, u64::MAX) });
    }
    changes.push(Change::MintFourEyes { above: dice.pick(&[u64::MAX, 50 * TOKEN, 0]) });
    changes.push(Change::FourEyes { bits: dice.pick(&[0, 0, 1, 2, 3, 4, 4, 6]) });
    if dice.chance(45) {
        changes.push(Change::Timelock { seconds: dice.pick(&[600, 86_400]) });
    }
    // What needs a checker or has to wait is not done at once: the strictest come last.
    changes
}

fn minter(dice: &mut Dice, member: Pubkey) -> Change {
    let cap = dice.pick(&[u64::MAX, 50_000 * TOKEN, 100_000 * TOKEN]);
    let capacity = dice.pick(&[u64::MAX, 100, 100 * TOKEN, 1_000 * TOKEN, 1_000 * TOKEN + 1]);
    let period = dice.pick(&[1, 7, 3_600, 86_400, u32::MAX]);
    Change::Minter { member, cap, capacity, period }
}

fn reserve_rule(dice: &mut Dice) -> Change {
    let max_age = dice.pick(&[60_000, 200_000, u32::MAX]);
    Change::ReserveRule {
        mode: dice.pick(&[1, 2, 3, 3, 3]),
        max_age,
        min_custodians: 1 + u8::from(dice.chance(25)),
        haircut_bps: dice.pick(&[0, 0, 1, 333, 5_000]),
    }
}

impl Generator<'_> {
    fn change(&mut self) -> Change {
        let model = self.model;
        let dice = &mut *self.dice;
        match dice.below(21) {
            0 => Change::Admin {
                proposed: dice.pick(&[scene().admins[0], scene().admins[1], Pubkey::default()]),
            },
            1 => Change::Treasury { owner: dice.pick(&scene().treasuries) },
            2 => Change::Timelock {
                seconds: dice.pick(&[0, 0, 600, 3_600, 86_400, 30 * 86_400 + 1]),
            },
            3 => Change::FourEyes { bits: dice.below(9) as u8 },
            4 | 5 => {
                Change::Custodian { key: dice.pick(&scene().custodians), approved: dice.chance(75) }
            }
            6 => {
                let raw = model.supply.saturating_add(dice.below(5_000 * TOKEN));
                Change::SupplyCap { raw: dice.pick(&[raw, raw, raw, model.supply, u64::MAX]) }
            }
            7 => Change::ActionLimits {
                min_notice: dice.pick(&[0, 60, 3_600, 7_200]),
                split_max: dice.pick(&[2, 3, 20]),
                reverse_split_max: dice.pick(&[2, 5, 20]),
                bonus_max_bps: dice.pick(&[0, 500, 2_000]),
                dividend_max_bps: dice.pick(&[100, 1_000]),
            },
            8 => reserve_rule(dice),
            9 => Change::ReserveRule {
                mode: dice.below(5) as u8,
                max_age: 1,
                min_custodians: 0,
                haircut_bps: 10_001,
            },
            10 => Change::MintFourEyes { above: dice.pick(&[0, TOKEN, 50 * TOKEN, u64::MAX]) },
            11 => Change::Fees {
                purchase_bps: dice.pick(&[0, 1, 30, 1_000, 1_001]),
                redemption_bps: dice.pick(&[0, 1, 30, 1_000]),
            },
            12 => {
                Change::SettlementWindow { seconds: dice.pick(&[0, 60, 86_400, 90 * 86_400 + 1]) }
            }
            13 => {
                let mint = dice.pick(&scene().money).mint;
                Change::PaymentMint { mint, accepted: dice.chance(75) }
            }
            14 => {
                let member = dice.pick(&scene().minters);
                minter(dice, member)
            }
            15 => {
                let most = dice.pick(&[u64::MAX, u64::MAX, 5_000 * TOKEN, 0]);
                Change::PolicyTerms {
                    terms: terms(most, dice.pick(&[u64::MAX, u64::MAX, 100 * TOKEN])),
                }
            }
            16 => Change::Timelock {
                seconds: model.timelock.saturating_mul(2).clamp(600, 30 * 86_400),
            },
            17 => {
                let more = |bps: u16| bps.saturating_mul(2).clamp(20, 1_000);
                let (purchase_bps, redemption_bps) = (more(model.fees.0), more(model.fees.1));
                Change::Fees { purchase_bps, redemption_bps }
            }
            18 => {
                let held = model.people[dice.index(PEOPLE)].shares;
                let most = held.saturating_add(dice.below(50 * TOKEN)).max(1_000 * TOKEN);
                Change::PolicyTerms { terms: terms(most, u64::MAX) }
            }
            19 => Change::DefaultElection { choice: dice.pick(&[1, 2, 2, 3]) },
            _ => {
                let program =
                    if dice.chance(70) { scrip_transfer_hook::ID } else { Pubkey::default() };
                Change::HookProgram { program }
            }
        }
    }

    pub(super) fn change_setting(&mut self) -> Operation {
        let mut change = self.change();
        // With a timelock half of all changes would have to wait.
        for _ in 0..3 {
            if self.model.timelock > 0 && self.model.loosens(&change) && self.dice.chance(75) {
                change = self.change();
            }
        }
        Operation::ChangeSetting { by: self.admin(), change }
    }

    pub(super) fn propose_change(&mut self) -> Operation {
        if self.model.queue.len() > 8 {
            return self.execute_change();
        }
        Operation::ProposeChange { by: self.admin(), change: self.change() }
    }

    fn queued(&mut self, wanted: impl Fn(&Model, u32) -> bool) -> Option<(u32, Change)> {
        let queue = self.model.queue.iter().map(|(id, pending)| (*id, pending.change));
        let queue: Vec<_> = queue.collect();
        let first: Vec<_> =
            queue.iter().copied().filter(|(id, _)| wanted(self.model, *id)).collect();
        if !first.is_empty() && self.dice.chance(80) {
            return Some(self.dice.pick(&first));
        }
        (!queue.is_empty()).then(|| self.dice.pick(&queue))
    }

    pub(super) fn approve_change(&mut self) -> Operation {
        match self.queued(|model, id| model.queue[&id].checker.is_none()) {
            Some((id, _)) => {
                let maker = self.model.queue[&id].maker;
                let by = if self.dice.chance(5) { maker } else { self.member(Duty::Check) };
                Operation::ApproveChange { by, id }
            }
            None => self.propose_change(),
        }
    }

    pub(super) fn execute_change(&mut self) -> Operation {
        let by = self.dice.pick(&[cast().mallory, self.model.admin, cast().alice]);
        match self.queued(|model, id| {
            model.now >= model.queue[&id].executable_at
                && model.now < model.queue[&id].executable_at + GRACE
        }) {
            Some((id, change)) => Operation::ExecuteChange { by, id, change },
            None => Operation::ProposeChange { by: self.admin(), change: self.change() },
        }
    }

    pub(super) fn cancel_change(&mut self) -> Operation {
        match self.queued(|model, id| model.now >= model.queue[&id].executable_at + GRACE) {
            Some((id, _)) => {
                let stranger = self.dice.chance(40);
                let by = if stranger { cast().mallory } else { self.admin() };
                Operation::CancelChange { by, id }
            }
            None => self.propose_change(),
        }
    }

    pub(super) fn accept_admin(&mut self) -> Operation {
        let pending = self.model.pending_admin;
        let queued = |change: &Change| matches!(change, Change::Admin { .. });
        if pending == Pubkey::default()
            && self.model.queue.values().any(|pending| queued(&pending.change))
        {
            return self.execute_change();
        }
        if pending == Pubkey::default() {
            let proposed = self.dice.pick(&scene().admins);
            return Operation::ProposeChange {
                by: self.admin(),
                change: Change::Admin { proposed },
            };
        }
        let by = if self.dice.chance(90) { pending } else { cast().mallory };
        Operation::AcceptAdmin { by }
    }
}
