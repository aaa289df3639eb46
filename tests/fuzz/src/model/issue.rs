//! Mints, and proposed mints.

use num_bigint::BigUint;
use scrip_issuer::Quantity;
use scrip_svm_tests::cast::Duty;

use super::arithmetic::{raw_down, shares_up};
use super::{Model, Proposal, Verdict};
use crate::invariant::Invariant::{
    Authority, Backing, FourEyes, Limits, Service, Standstill, Timelock,
};
use crate::operation::{Issue, Operation};
use crate::scene::scene;

/// For so long after it was proposed a mint, or a change after its delay, may be carried out: 14 days.
pub const GRACE: i64 = 14 * 86_400;

impl Model {
    /// Raw units that a quantity stands for; none if it cannot be.
    pub fn raw(&self, quantity: Quantity) -> Option<u64> {
        let raw = match quantity {
            Quantity::Raw { amount } => Some(amount),
            Quantity::Shares { shares, expected_multiplier } => raw_down(shares, self.multiplier())
                .filter(|_| expected_multiplier == self.multiplier()),
        };
        raw.filter(|raw| *raw > 0)
    }

    /// What custodians attest that counts, before and after the haircut, and how many they are.
    pub fn counted(&self, custody: &[usize]) -> (BigUint, usize) {
        let fresh = custody.iter().filter_map(|place| {
            let custodian = &self.custodians[*place];
            custodian.attestation.as_ref().filter(|attestation| {
                let young = self.now - attestation.as_of <= i64::from(self.rule.max_age);
                custodian.approved && young && attestation.seen == self.in_force()
            })
        });
        let fresh: Vec<_> = fresh.collect();
        let attested: BigUint = fresh.iter().map(|fresh| BigUint::from(fresh.shares)).sum();
        (attested * (10_000 - self.rule.haircut_bps) / 10_000u16, fresh.len())
    }

    /// Everything that stands before new shares.
    pub(super) fn judge_draw(&self, issue: &Issue, raw: u64, verdict: &mut Verdict) {
        let member = scene().minters[issue.minter];
        verdict.need(self.status == 1, Standstill, "issue of an asset that is not active");
        verdict.need(!self.paused, Standstill, "issue while paused");
        verdict.need(
            self.may(&member, Duty::Mint),
            Authority,
            "issue without the role of a minter",
        );
        let another = issue.checker.is_some_and(|checker| checker != member);
        let needed = raw > self.four_eyes_above || issue.checker.is_some();
        verdict.need(another || !needed, FourEyes, "issue without the check that it needs");
        let able = issue.checker.is_none_or(|checker| self.may(&checker, Duty::Check));
        verdict.need(able, Authority, "check without its role");
        verdict.need(raw > 0, Service, "issue of nothing");
        let after = u128::from(self.supply) + u128::from(raw);
        verdict.need(after <= u128::from(self.supply_cap), Limits, "issue above the supply cap");
        let minter = &self.minters[issue.minter];
        verdict.need(minter.within_cap(raw), Limits, "issue above the minter's cap");
        verdict.need(
            minter.within_bucket(raw, self.now),
            Limits,
            "issue above the minter's bucket",
        );
        if self.rule.mode == 1 {
            return;
        }
        let mut seen = Vec::new();
        for place in &issue.custody {
            let known = self.custodians[*place].attestation.is_some();
            verdict.need(known, Backing, "issue that names no attestation");
            verdict.need(!seen.contains(place), Backing, "issue that counts a custodian twice");
            seen.push(*place);
        }
        let (counted, custodians) = self.counted(&issue.custody);
        let needed = shares_up(u64::try_from(after).unwrap_or(u64::MAX), self.multiplier());
        let met = needed <= counted && custodians >= usize::from(self.rule.min_custodians);
        verdict.need(met || self.rule.mode != 3, Backing, "issue beyond the reserves");
    }

    /// Whether a person may be issued shares, who then has so many.
    pub(super) fn judge_recipient(&self, person: usize, after: u128, verdict: &mut Verdict) {
        verdict.need(!self.blacked_out(), Standstill, "issue in a blackout");
        verdict.need(
            self.admitted(person),
            Standstill,
            "issue to somebody whom the register refuses",
        );
        let fits = after <= u128::from(self.max_balance);
        verdict.need(fits, Standstill, "issue above the greatest balance");
    }

    /// Shares to be: `raw` units for a person.
    pub(super) fn issue(&mut self, minter: usize, person: usize, raw: u64) {
        self.supply += raw;
        self.minted += u128::from(raw);
        self.people[person].shares += raw;
        self.minters[minter].mint(raw, self.now);
    }

    pub(super) fn judge_one(&self, issue: &Issue, person: usize, raw: u64, verdict: &mut Verdict) {
        let after = u128::from(self.people[person].shares) + u128::from(raw);
        self.judge_recipient(person, after, verdict);
        self.judge_draw(issue, raw, verdict);
    }

    pub(super) fn judge_issue(&self, operation: &Operation, verdict: &mut Verdict) {
        match operation {
            Operation::Mint { issue, to, quantity } => match self.raw(*quantity) {
                Some(raw) => self.judge_one(issue, *to, raw, verdict),
                None => verdict.need(false, Service, "issue of no quantity"),
            },
            Operation::MintBatch { issue, to } => {
                let total = to.iter().try_fold(0u64, |sum, (_, amount)| sum.checked_add(*amount));
                verdict.need(total.is_some(), Limits, "batch of more than there can be");
                verdict.need(to.iter().all(|(_, amount)| *amount > 0), Service, "issue of nothing");
                self.judge_draw(issue, total.unwrap_or(u64::MAX), verdict);
                let mut balances: Vec<_> =
                    self.people.iter().map(|person| u128::from(person.shares)).collect();
                for (person, amount) in to {
                    balances[*person] += u128::from(*amount);
                    self.judge_recipient(*person, balances[*person], verdict);
                }
            }
            Operation::ProposeMint { by, amount, id, .. } => {
                verdict.need(self.may(by, Duty::Mint), Authority, "proposal without the role");
                verdict.need(
                    self.status == 1,
                    Standstill,
                    "proposal for an asset that is not active",
                );
                verdict.need(*amount > 0, Service, "proposal of nothing");
                verdict.need(!self.proposals.contains_key(&(*by, *id)), Service, "number in use");
            }
            Operation::MintProposed { issue, id, to } => {
                let Some(proposal) = self.proposals.get(&(scene().minters[issue.minter], *id))
                else {
                    return verdict.need(false, Authority, "mint that nobody has proposed");
                };
                verdict.need(proposal.to == *to, Authority, "mint to another than proposed");
                verdict.need(issue.checker.is_some(), FourEyes, "proposed mint without a checker");
                let in_time = self.now < proposal.proposed_at + GRACE;
                verdict.need(in_time, Timelock, "mint whose proposal has expired");
                let unmoved = proposal.multiplier == self.multiplier();
                verdict.need(unmoved, Service, "mint at another multiplier than proposed");
                self.judge_one(issue, *to, proposal.amount, verdict);
            }
            Operation::WithdrawProposal { by, maker, id } => {
                let there = self.proposals.contains_key(&(*maker, *id));
                verdict.need(there, Service, "proposal that is not there");
                let may = by == &self.admin || by == maker;
                verdict.need(may, Authority, "withdrawal by a stranger");
            }
            _ => {}
        }
    }

    pub(super) fn apply_issue(&mut self, operation: &Operation) {
        match operation {
            Operation::Mint { issue, to, quantity } => {
                let raw = self.raw(*quantity).unwrap_or(0);
                self.issue(issue.minter, *to, raw);
            }
            Operation::MintBatch { issue, to } => {
                for (person, amount) in to {
                    self.issue(issue.minter, *person, *amount);
                }
            }
            Operation::ProposeMint { by, to, amount, id } => {
                let (multiplier, proposed_at) = (self.multiplier(), self.now);
                let proposal = Proposal { to: *to, amount: *amount, multiplier, proposed_at };
                self.proposals.insert((*by, *id), proposal);
            }
            Operation::MintProposed { issue, id, .. } => {
                if let Some(proposal) = self.proposals.remove(&(scene().minters[issue.minter], *id))
                {
                    self.issue(issue.minter, proposal.to, proposal.amount);
                }
            }
            Operation::WithdrawProposal { maker, id, .. } => {
                self.proposals.remove(&(*maker, *id));
            }
            _ => {}
        }
    }
}
