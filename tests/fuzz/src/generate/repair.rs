//! What ends a standstill: without it a world would soon refuse everything.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_issuer::state::PERMISSIONS_ALL;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::Duty;

use super::Generator;
use crate::model::arithmetic::shares_up;
use crate::operation::Operation;
use crate::scene::{PEOPLE, scene};

const YEAR: i64 = 365 * 86_400;

impl Generator<'_> {
    /// An operation that ends something which refuses much; none if nothing does.
    pub(super) fn repair(&mut self) -> Option<Operation> {
        let model = self.model;
        let mut repairs = Vec::new();
        if model.paused {
            repairs.push(Operation::Unpause { by: self.member(Duty::Unpause) });
        }
        if model.halted() {
            repairs.push(Operation::Resume { by: self.member(Duty::Resume) });
        }
        if model.blacked_out() {
            repairs.push(Operation::ClearBlackout { by: self.member(Duty::CorporateActions) });
        }
        for person in 0..PEOPLE - 1 {
            match model.people[person].status {
                Some(2) => repairs.push(Operation::HolderStatus { person, status: 1 }),
                Some(4) => repairs.push(Operation::HolderStatus { person, status: 2 }),
                _ if model.people[person].kyc_expires_at <= model.now => {
                    repairs.push(Operation::HolderUpdate { person, expires_at: model.now + YEAR });
                }
                _ => {}
            }
        }
        let by = model.admin;
        for (place, duty) in Duty::ALL.into_iter().chain([Duty::Mint, Duty::Check]).enumerate() {
            let member = scene().staff[place];
            if let Some(role) = model.roles.get(&member) {
                let expired = role.expires_at != 0 && role.expires_at <= model.now;
                if expired || role.permissions & duty.permission() == 0 {
                    repairs.push(Operation::Revoke { by, member });
                }
            } else {
                let all = self.dice.chance(25);
                let permissions = if all { PERMISSIONS_ALL } else { duty.permission() };
                repairs.push(Operation::Grant { by, member, permissions, expires_at: 0 });
            }
        }
        if model.rule.mode == 3 && self.covered() <= model.supply {
            let approved = (0..3).filter(|place| model.custodians[*place].approved);
            let needed = shares_up(model.supply.saturating_mul(2), model.multiplier());
            let shares = u64::try_from(needed).unwrap_or(u64::MAX);
            let (as_of, seen) = (model.now, model.in_force());
            repairs.extend(approved.map(|custodian| Operation::Attest {
                custodian,
                shares,
                as_of,
                seen,
            }));
        }
        for change in self.wanted() {
            let open = model.timelock > 0 && model.loosens(&change) || model.four_eyes != 0;
            let queued = model.queue.values().any(|pending| pending.change == change);
            match (open, queued) {
                (false, _) => repairs.push(Operation::ChangeSetting { by, change }),
                (true, false) => repairs.push(Operation::ProposeChange { by, change }),
                (true, true) => {}
            }
        }
        let at = repairs.len().checked_sub(1).map(|last| self.dice.index(last + 1))?;
        Some(repairs.swap_remove(at))
    }

    /// Changes that give the minters room, the shares a hook, and the payments a token.
    fn wanted(&self) -> Vec<Change> {
        let model = self.model;
        let mut changes = Vec::new();
        for (custodian, key) in model.custodians.iter().zip(scene().custodians) {
            if !custodian.approved && model.rule.mode != 1 {
                changes.push(Change::Custodian { key, approved: true });
            }
        }
        for (minter, member) in model.minters.iter().zip(scene().minters) {
            if minter.cap <= minter.minted || minter.capacity < TOKEN {
                changes.push(Change::Minter {
                    member,
                    cap: u64::MAX,
                    capacity: 1_000 * TOKEN,
                    period: 3_600,
                });
            }
        }
        if model.supply_cap <= model.supply {
            changes.push(Change::SupplyCap { raw: u64::MAX });
        }
        if !model.hook {
            changes.push(Change::HookProgram { program: scrip_transfer_hook::ID });
        }
        for (money, accepted) in scene().money.iter().zip(model.accepted) {
            if !accepted {
                changes.push(Change::PaymentMint { mint: money.mint, accepted: true });
            }
        }
        if model.pending_admin != Pubkey::default() && model.queue.is_empty() {
            changes.push(Change::Admin { proposed: Pubkey::default() });
        }
        changes
    }
}
