//! How much may be minted, by whom, against what, and for what price.
//!
//! - [`quantity`]: raw units and shares that are asked for
//! - [`allowance`]: a minter's cap and bucket, by cases
//! - [`windows`]: the bucket against a model that has no bucket
//! - [`replaced`]: what happens when an allowance is replaced by another
//! - [`reserves`]: attestations and the rule of reserves, by cases
//! - [`backing`]: the rule of reserves against exact arithmetic
//! - [`settlement`]: prices, fees and deadlines
#![allow(clippy::arithmetic_side_effects, clippy::integer_division, clippy::unwrap_used)]

mod allowance;
mod backing;
#[path = "../common/mod.rs"]
mod common;
mod quantity;
mod replaced;
mod reserves;
mod settlement;
mod windows;

const NOW: i64 = 1_782_993_586;
