//! The model: what there is, what is allowed, and what comes of an operation.
//!
//! It is written from the documentation, not from the program: amounts are exact big integers, and a
//! minter's bucket is not a counter but the whole history of what the minter has minted.
//!
//! - [`state`]: what there is; [`arithmetic`]: shares, values and fees; [`allowance`]: caps and windows
//! - [`history`]: the multiplier over time; [`action`]: corporate actions, payouts and tenders as they stand
//! - [`issue`], [`subscription`], [`redemption`], [`settings`], [`staff`], [`market`]: the operations
//! - [`calendar`], [`payout`], [`tender`]: those of corporate actions

mod action;
mod allowance;
pub mod arithmetic;
mod calendar;
mod history;
mod issue;
mod market;
mod payout;
mod redemption;
pub mod settings;
mod staff;
pub mod state;
mod subscription;
mod tender;

pub use action::*;
pub use allowance::Minter;
pub use history::History;
pub use issue::GRACE;
pub use state::*;

use crate::invariant::Invariant;
use crate::operation::Operation;

/// What an operation would break, and how.
pub type Broken = (Invariant, &'static str);

/// Every reason why an operation must fail.
#[derive(Default)]
pub struct Verdict(pub Vec<Broken>);

impl Verdict {
    /// The operation must fail unless `holds`.
    pub fn need(&mut self, holds: bool, invariant: Invariant, what: &'static str) {
        if !holds {
            self.0.push((invariant, what));
        }
    }
}

impl Model {
    /// Every reason why the operation must fail; none: it must go through.
    pub fn judge(&self, operation: &Operation) -> Vec<Broken> {
        let mut verdict = Verdict::default();
        self.judge_issue(operation, &mut verdict);
        self.judge_subscription(operation, &mut verdict);
        self.judge_redemption(operation, &mut verdict);
        self.judge_settings(operation, &mut verdict);
        self.judge_staff(operation, &mut verdict);
        self.judge_market(operation, &mut verdict);
        if let Operation::Action(step) = operation {
            self.judge_calendar(step, &mut verdict);
            self.judge_payout(step, &mut verdict);
            self.judge_tender(step, &mut verdict);
        }
        verdict.0
    }

    /// Does what an operation does that goes through.
    pub fn apply(&mut self, operation: &Operation) {
        self.apply_issue(operation);
        self.apply_subscription(operation);
        self.apply_redemption(operation);
        self.apply_settings(operation);
        self.apply_staff(operation);
        self.apply_market(operation);
        if let Operation::Action(step) = operation {
            self.apply_calendar(step);
            self.apply_payout(step);
            self.apply_tender(step);
        }
    }
}
