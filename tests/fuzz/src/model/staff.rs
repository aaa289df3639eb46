//! Roles, custodians, halts and pauses, and the end of an asset.

use scrip_issuer::state::{PERMISSION_HALT, PERMISSION_PAUSE, PERMISSIONS_ALL};
use scrip_svm_tests::cast::Duty;

use super::{Attestation, Model, Role, Verdict};
use crate::invariant::Invariant::{Authority, Backing, Record, Service, Shares, Standstill};
use crate::operation::Operation;

impl Model {
    fn starts_at(&self, permissions: u32) -> i64 {
        let stops_only = permissions & !(PERMISSION_PAUSE | PERMISSION_HALT) == 0;
        self.now + if stops_only { 0 } else { i64::from(self.timelock) }
    }

    pub(super) fn judge_staff(&self, operation: &Operation, verdict: &mut Verdict) {
        let duty = match operation {
            Operation::Halt { by, .. } => Some((by, Duty::Halt)),
            Operation::Resume { by } => Some((by, Duty::Resume)),
            Operation::Pause { by } => Some((by, Duty::Pause)),
            Operation::Unpause { by } => Some((by, Duty::Unpause)),
            Operation::SetBlackout { by, .. } | Operation::ClearBlackout { by } => {
                Some((by, Duty::CorporateActions))
            }
            Operation::Grant { by, .. }
            | Operation::Revoke { by, .. }
            | Operation::WindDown { by }
            | Operation::Close { by } => {
                verdict.need(*by == self.admin, Authority, "act of an admin by another");
                None
            }
            _ => None,
        };
        let may = duty.is_none_or(|(by, duty)| self.may(by, duty));
        verdict.need(may, Authority, "act without its role");
        match operation {
            Operation::Halt { until, .. } => {
                verdict.need(*until == 0 || *until > self.now, Service, "halt that is over");
            }
            Operation::Resume { .. } => verdict.need(self.halt.0, Service, "no halt to end"),
            Operation::SetBlackout { from, until, .. } => {
                verdict.need(from < until && self.now < *until, Service, "blackout that is over");
            }
            Operation::ClearBlackout { .. } => {
                verdict.need(self.blackout.1 != 0, Service, "no blackout to clear");
            }
            Operation::Grant { member, permissions, expires_at, .. } => {
                verdict.need(!self.roles.contains_key(member), Record, "second role of a member");
                let known = *permissions != 0 && permissions & !PERMISSIONS_ALL == 0;
                verdict.need(known, Authority, "permissions that are none");
                let lasts = *expires_at == 0 || *expires_at > self.starts_at(*permissions);
                verdict.need(lasts, Service, "role that ends before it begins");
            }
            Operation::Revoke { member, .. } => {
                verdict.need(self.roles.contains_key(member), Service, "no role to revoke");
            }
            Operation::WindDown { .. } => {
                verdict.need(self.status == 1, Service, "asset that is not active");
            }
            Operation::Close { .. } => {
                verdict.need(self.status == 2, Standstill, "closing without winding down");
                verdict.need(self.supply == 0, Shares, "closing with shares left");
            }
            Operation::Attest { custodian, as_of, seen, .. } => {
                let custodian = &self.custodians[*custodian];
                verdict.need(custodian.approved, Authority, "attestation by somebody not approved");
                verdict.need(*as_of <= self.now, Backing, "attestation of the future");
                let last = custodian.attestation.as_ref().map_or(0, |last| last.as_of);
                verdict.need(*as_of >= last, Backing, "attestation that goes back");
                let since = self.history.since(self.now);
                let seen_all = *seen == self.in_force() && *as_of >= since;
                verdict.need(seen_all, Backing, "attestation from before an action");
            }
            _ => {}
        }
    }

    pub(super) fn apply_staff(&mut self, operation: &Operation) {
        match operation {
            Operation::Halt { until, .. } => self.halt = (true, *until),
            Operation::Resume { .. } => self.halt = (false, 0),
            Operation::Pause { .. } => self.paused = true,
            Operation::Unpause { .. } => self.paused = false,
            Operation::SetBlackout { from, until, .. } => self.blackout = (*from, *until),
            Operation::ClearBlackout { .. } => self.blackout = (0, 0),
            Operation::Grant { member, permissions, expires_at, .. } => {
                let starts_at = self.starts_at(*permissions);
                let role = Role { permissions: *permissions, starts_at, expires_at: *expires_at };
                self.roles.insert(*member, role);
            }
            Operation::Revoke { member, .. } => {
                self.roles.remove(member);
            }
            Operation::WindDown { .. } => self.status = 2,
            Operation::Close { .. } => self.status = 3,
            Operation::Attest { custodian, shares, as_of, seen } => {
                let attestation = Attestation { shares: *shares, as_of: *as_of, seen: *seen };
                self.custodians[*custodian].attestation = Some(attestation);
            }
            _ => {}
        }
    }
}
