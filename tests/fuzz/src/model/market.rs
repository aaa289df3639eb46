//! What happens without the issuer: the register, transfers between holders, what strangers send, time.

use super::{Model, Verdict};
use crate::invariant::Invariant::{Authority, Service, Standstill};
use crate::operation::{Operation, Request};

impl Model {
    pub(super) fn judge_sender(&self, from: usize, amount: u64, verdict: &mut Verdict) {
        verdict.need(!self.paused, Standstill, "transfer while paused");
        verdict.need(self.people[from].shares >= amount, Service, "shares are missing");
        if self.hook {
            verdict.need(!self.halted(), Standstill, "transfer in a halt");
            verdict.need(!self.blacked_out(), Standstill, "transfer in a blackout");
            verdict.need(self.admitted(from), Standstill, "transfer from somebody refused");
        }
    }

    fn judge_dust(&self, request: &Request, money: Option<usize>, verdict: &mut Verdict) {
        let there = match money {
            Some(money) => self.subscriptions.get(request).is_some_and(|open| open.money == money),
            None => self.redemptions.contains_key(request),
        };
        verdict.need(there, Service, "escrow that is not there");
    }

    pub(super) fn judge_market(&self, operation: &Operation, verdict: &mut Verdict) {
        match operation {
            Operation::HolderStatus { person, status } => {
                let next: &[u8] = match self.people[*person].status {
                    Some(1) => &[2, 3, 4],
                    Some(2) => &[1, 3, 4],
                    Some(4) => &[2, 3],
                    _ => &[],
                };
                verdict.need(next.contains(status), Authority, "status that cannot follow");
            }
            Operation::HolderUpdate { person, expires_at } => {
                let known = self.people[*person].status.is_some();
                verdict.need(known, Authority, "update of no record");
                verdict.need(*expires_at > self.now, Service, "check that has expired");
            }
            Operation::Transfer { from, to, amount } => {
                self.judge_sender(*from, *amount, verdict);
                if self.hook {
                    verdict.need(self.admitted(*to), Standstill, "transfer to somebody refused");
                    let after = u128::from(self.people[*to].shares) + u128::from(*amount);
                    let fits = after <= u128::from(self.max_balance);
                    verdict.need(fits, Standstill, "transfer above the greatest balance");
                    let small = *amount <= self.max_transfer;
                    verdict.need(small, Standstill, "transfer above the greatest amount");
                }
            }
            Operation::DustShares { from, request, amount } => {
                self.judge_sender(*from, *amount, verdict);
                self.judge_dust(request, None, verdict);
            }
            Operation::DustMoney { from, request, money, amount } => {
                self.judge_dust(request, Some(*money), verdict);
                verdict.need(
                    self.people[*from].cash[*money] >= *amount,
                    Service,
                    "cash is missing",
                );
            }
            _ => {}
        }
    }

    pub(super) fn apply_market(&mut self, operation: &Operation) {
        match operation {
            Operation::HolderStatus { person, status } => {
                self.people[*person].status = Some(*status)
            }
            Operation::HolderUpdate { person, expires_at } => {
                self.people[*person].kyc_expires_at = *expires_at;
            }
            Operation::Transfer { from, to, amount } => {
                self.people[*from].shares -= amount;
                self.people[*to].shares += amount;
            }
            Operation::DustShares { from, request, amount } => {
                self.people[*from].shares -= amount;
                if let Some(open) = self.redemptions.get_mut(request) {
                    open.dust += amount;
                }
            }
            Operation::DustMoney { from, request, money, amount } => {
                self.people[*from].cash[*money] -= amount;
                if let Some(open) = self.subscriptions.get_mut(request) {
                    open.dust += amount;
                }
            }
            Operation::Time { to } => self.now = *to,
            _ => {}
        }
    }
}
