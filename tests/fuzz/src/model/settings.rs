//! Settings and their queue.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::setup;
use scrip_transfer_hook::PolicyTerms;

use super::{ActionLimits, GRACE, Model, Pending, ReserveRule, Verdict};
use crate::invariant::Invariant::{Authority, Service, Timelock};
use crate::operation::Operation;
use crate::scene::scene;

/// The terms of the set-up with other limits.
pub fn terms(max_balance: u64, max_transfer: u64) -> PolicyTerms {
    PolicyTerms { max_balance, max_transfer, ..setup::terms() }
}

impl Model {
    /// Whether a setting may have this value at all.
    fn sound(change: &Change) -> bool {
        match *change {
            Change::Timelock { seconds } => seconds <= 30 * 86_400,
            Change::FourEyes { bits } => bits < 8,
            Change::ReserveRule { mode, max_age, min_custodians, haircut_bps } => {
                let looks = mode == 1 || (max_age > 0 && min_custodians > 0);
                (1..=3).contains(&mode) && haircut_bps <= 10_000 && looks
            }
            Change::Fees { purchase_bps, redemption_bps } => {
                purchase_bps <= 1_000 && redemption_bps <= 1_000
            }
            Change::SettlementWindow { seconds } => seconds <= 90 * 86_400,
            Change::Minter { period, .. } => period > 0,
            Change::PolicyTerms { terms } => terms.max_balance > 0 && terms.max_transfer > 0,
            Change::DefaultElection { choice } => choice == 1 || choice == 2,
            _ => true,
        }
    }

    /// Whether the change gives the issuer more power, or holders less protection.
    pub fn loosens(&self, change: &Change) -> bool {
        match *change {
            Change::Admin { proposed } => {
                proposed != Pubkey::default() && proposed != self.pending_admin
            }
            Change::Treasury { owner } => owner != self.treasury,
            Change::Timelock { seconds } => seconds < self.timelock,
            Change::FourEyes { bits } => self.four_eyes & !bits != 0,
            Change::Custodian { key, approved } => {
                approved && !self.custodians[Self::custodian(&key)].approved
            }
            Change::PaymentMint { mint, accepted } => {
                accepted && !self.accepted[Self::money(&mint)]
            }
            Change::SupplyCap { raw } => raw > self.supply_cap,
            Change::MintFourEyes { above } => above > self.four_eyes_above,
            Change::Fees { purchase_bps, redemption_bps } => {
                purchase_bps > self.fees.0 || redemption_bps > self.fees.1
            }
            Change::SettlementWindow { seconds } => seconds > self.window,
            Change::PolicyTerms { terms } => {
                terms.max_balance > self.max_balance || terms.max_transfer > self.max_transfer
            }
            Change::HookProgram { program } => (program == scrip_transfer_hook::ID) != self.hook,
            Change::ActionLimits {
                min_notice,
                split_max,
                reverse_split_max,
                bonus_max_bps,
                dividend_max_bps,
            } => {
                let old = self.limits;
                min_notice < old.min_notice
                    || split_max > old.split
                    || reverse_split_max > old.reverse_split
                    || bonus_max_bps > old.bonus_bps
                    || dividend_max_bps > old.dividend_bps
            }
            Change::DefaultElection { choice } => choice != self.default_election,
            Change::ReserveRule { mode, max_age, min_custodians, haircut_bps } => {
                let old = self.rule;
                let counts = max_age > old.max_age
                    || min_custodians < old.min_custodians
                    || haircut_bps < old.haircut_bps;
                mode < old.mode || (old.mode != 1 && counts)
            }
            Change::Minter { member, cap, capacity, period } => {
                let old = &self.minters[Self::minter(&member)];
                let faster = u128::from(capacity) * u128::from(old.period)
                    > u128::from(old.capacity) * u128::from(period);
                cap > old.cap || capacity > old.capacity || faster
            }
        }
    }

    fn checked(&self, change: &Change) -> bool {
        let reserves = matches!(change, Change::ReserveRule { .. }) && self.four_eyes & 1 != 0;
        // Whoever takes a checker away needs one.
        let of_checkers = matches!(change, Change::FourEyes { .. } | Change::MintFourEyes { .. });
        reserves || (self.loosens(change) && (of_checkers || self.four_eyes & 2 != 0))
    }

    fn wait(&self, change: &Change) -> i64 {
        if self.loosens(change) { i64::from(self.timelock) } else { 0 }
    }

    pub(super) fn judge_settings(&self, operation: &Operation, verdict: &mut Verdict) {
        match operation {
            Operation::ChangeSetting { by, change } => {
                verdict.need(*by == self.admin, Authority, "change by another than the admin");
                verdict.need(Self::sound(change), Service, "setting that cannot be");
                verdict.need(self.wait(change) == 0, Timelock, "loosening change at once");
                verdict.need(!self.checked(change), Timelock, "change without its checker");
            }
            Operation::ProposeChange { by, change } => {
                verdict.need(*by == self.admin, Authority, "change by another than the admin");
                verdict.need(Self::sound(change), Service, "setting that cannot be");
            }
            Operation::ApproveChange { by, id } => {
                let Some(pending) = self.queue.get(id) else {
                    return verdict.need(false, Service, "change that is not there");
                };
                verdict.need(self.may(by, Duty::Check), Authority, "approval without the role");
                verdict.need(*by != pending.maker, Timelock, "approval by the maker");
                verdict.need(pending.checker.is_none(), Service, "second approval");
            }
            Operation::ExecuteChange { id, .. } => {
                let Some(pending) = self.queue.get(id) else {
                    return verdict.need(false, Service, "change that is not there");
                };
                // The stricter of when it was proposed and now.
                let due =
                    pending.executable_at.max(pending.proposed_at + self.wait(&pending.change));
                verdict.need(self.now >= due, Timelock, "change before its delay is over");
                let expired = self.now >= pending.executable_at + GRACE;
                verdict.need(!expired, Timelock, "change that has expired");
                let left = pending.maker != self.admin;
                verdict.need(!left, Timelock, "change of an admin who has left");
                let checked = pending.checker.is_some() || !self.checked(&pending.change);
                verdict.need(checked, Timelock, "change without its checker");
            }
            Operation::CancelChange { by, id } => {
                let Some(pending) = self.queue.get(id) else {
                    return verdict.need(false, Service, "change that is not there");
                };
                let expired = self.now >= pending.executable_at + GRACE;
                let may = *by == self.admin || *by == pending.maker || expired;
                verdict.need(may, Authority, "cancellation by a stranger");
            }
            Operation::AcceptAdmin { by } => {
                verdict.need(
                    *by == self.pending_admin,
                    Authority,
                    "admin whom nobody has proposed",
                );
            }
            _ => {}
        }
    }

    pub(super) fn apply_settings(&mut self, operation: &Operation) {
        match operation {
            Operation::ChangeSetting { change, .. } => self.set(change),
            Operation::ProposeChange { by, change } => {
                let executable_at = self.now + self.wait(change);
                let pending = Pending {
                    change: *change,
                    maker: *by,
                    checker: None,
                    proposed_at: self.now,
                    executable_at,
                };
                self.queue.insert(self.changes, pending);
                self.changes += 1;
            }
            Operation::ApproveChange { by, id } => {
                if let Some(pending) = self.queue.get_mut(id) {
                    pending.checker = Some(*by);
                }
            }
            Operation::ExecuteChange { id, .. } => {
                if let Some(pending) = self.queue.remove(id) {
                    self.set(&pending.change);
                }
            }
            Operation::CancelChange { id, .. } => {
                self.queue.remove(id);
            }
            Operation::AcceptAdmin { by } => {
                self.admin = *by;
                self.pending_admin = Pubkey::default();
            }
            _ => {}
        }
    }

    fn set(&mut self, change: &Change) {
        match *change {
            Change::Admin { proposed } => self.pending_admin = proposed,
            Change::Treasury { owner } => self.treasury = owner,
            Change::Timelock { seconds } => self.timelock = seconds,
            Change::FourEyes { bits } => self.four_eyes = bits,
            Change::Custodian { key, approved } => {
                self.custodians[Self::custodian(&key)].approved = approved
            }
            Change::PaymentMint { mint, accepted } => self.accepted[Self::money(&mint)] = accepted,
            Change::SupplyCap { raw } => self.supply_cap = raw,
            Change::MintFourEyes { above } => self.four_eyes_above = above,
            Change::Fees { purchase_bps, redemption_bps } => {
                self.fees = (purchase_bps, redemption_bps)
            }
            Change::SettlementWindow { seconds } => self.window = seconds,
            Change::PolicyTerms { terms } => {
                (self.max_balance, self.max_transfer) = (terms.max_balance, terms.max_transfer);
            }
            Change::HookProgram { program } => self.hook = program == scrip_transfer_hook::ID,
            Change::ActionLimits {
                min_notice,
                split_max,
                reverse_split_max,
                bonus_max_bps,
                dividend_max_bps,
            } => {
                self.limits = ActionLimits {
                    min_notice,
                    split: split_max,
                    reverse_split: reverse_split_max,
                    bonus_bps: bonus_max_bps,
                    dividend_bps: dividend_max_bps,
                };
            }
            Change::DefaultElection { choice } => self.default_election = choice,
            Change::ReserveRule { mode, max_age, min_custodians, haircut_bps } => {
                self.rule = ReserveRule { mode, max_age, min_custodians, haircut_bps };
            }
            Change::Minter { member, cap, capacity, period } => {
                let now = self.now;
                self.minters[Self::minter(&member)].limit(cap, capacity, period, now);
            }
        }
    }

    fn custodian(key: &Pubkey) -> usize {
        scene().custodians.iter().position(|custodian| custodian == key).unwrap()
    }

    fn money(mint: &Pubkey) -> usize {
        usize::from(*mint != scene().money[0].mint)
    }

    fn minter(member: &Pubkey) -> usize {
        usize::from(*member != scene().minters[0])
    }
}
