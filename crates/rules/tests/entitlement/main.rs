//! What holders are entitled to, by cases and against exact arithmetic.
//!
//! - [`cash`]: gross, withholding and net
//! - [`reinvestment`]: a dividend that becomes a ratio, or raw units
//! - [`exchange`]: raw units of one asset for those of another
//! - [`tenders`]: what is accepted of an offer that is over-subscribed
#![allow(clippy::arithmetic_side_effects, clippy::integer_division, clippy::unwrap_used)]

mod cash;
#[path = "../common/mod.rs"]
mod common;
mod exchange;
mod reinvestment;
mod tenders;

use scrip_rules::multiplier::Multiplier;

const SHARE: u64 = 100_000_000;
const TOP: u64 = u64::MAX;

fn multiplier(scaled: u128) -> Multiplier {
    Multiplier::from_scaled(scaled).unwrap()
}
