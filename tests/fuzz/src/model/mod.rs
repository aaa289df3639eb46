//! The model: what there is, what is allowed, and what comes of an operation.
//!
//! It is written from the documentation, not from the program: amounts are exact big integers, and a
//! minter's bucket is not a counter but the whole history of what the minter has minted.
//!
//! - [`state`]: what there is; [`arithmetic`]: shares, values and fees; [`allowance`]: caps and windows
//! - [`issue`], [`subscription`], [`redemption`], [`settings`], [`staff`], [`market`]: the operations

mod allowance;
pub mod arithmetic;
mod issue;
mod market;
mod redemption;
pub mod settings;
mod staff;
pub mod state;
mod subscription;

pub use allowance::Minter;
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
    }
}
