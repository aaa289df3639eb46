//! The business rules of Scrip, as pure functions over plain values.
//!
//! A rule lives here once and is called by the programs, by the tests and by the tools. Nothing in
//! this crate knows about accounts, allocates, panics or executes a float instruction.
//!
//! - [`verdict`]: may this transfer happen, and if not, why not ([`refusal::Refusal`])
//! - [`jurisdiction`], [`classes`], [`paths`]: which countries, which investors, and between whom
//! - [`holder`], [`policy`]: the facts that the verdict looks at
//! - [`terms`]: which terms a policy may have
//! - [`multiplier`]: how many shares a raw unit stands for, exactly
//! - [`issuance`], [`allowance`], [`reserves`]: how much may be minted, by whom, and against what
//! - [`settlement`]: what shares cost, what a fee is, and how long an escrow may be held
//! - [`loosening`]: which changes have to wait
//! - [`isin`]: securities identification numbers
//! - [`corporate_action`]: which corporate actions may be announced and scheduled, and when
//! - [`entitlement`]: what a holder is due
//! - [`history`]: the multiplier at any past second
//! - [`merkle`]: the tree of a distribution's claims
#![no_std]

#[cfg(test)]
extern crate std;

pub mod allowance;
pub mod classes;
pub mod corporate_action;
pub mod entitlement;
pub mod history;
pub mod holder;
pub mod isin;
pub mod issuance;
pub mod jurisdiction;
pub mod loosening;
pub mod merkle;
pub mod multiplier;
pub mod paths;
pub mod policy;
pub mod refusal;
pub mod reserves;
pub mod settlement;
pub mod terms;
pub mod verdict;
