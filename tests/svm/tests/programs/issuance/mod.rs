//! Mints, what limits them, and what stands behind them.
//!
//! - [`mint`]: in raw units and in shares; [`batch`]: to many at once, by a lookup table
//! - [`checkers`], [`proposals`]: mints that need a checker
//! - [`allowance`]: caps, and buckets over time
//! - [`reserves`]: what attestations are taken and count; [`status`]: what is told of them
//! - [`custody`]: custodians; [`rent`]: what every account costs; [`compute`]: what minting costs

pub mod allowance;
pub mod batch;
pub mod checkers;
pub mod compute;
pub mod custody;
pub mod mint;
pub mod proposals;
pub mod rent;
pub mod reserves;
pub mod status;
