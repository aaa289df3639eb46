//! Support for the tests of the compiled programs: the artefacts of `target/deploy` run in LiteSVM, with
//! the Token-2022 that mainnet runs. Nothing is replaced by a stand-in.
//!
//! - [`World`]: a chain on which everybody of [`cast`] is set up; sends, reads, moves the clock
//! - [`outcome`]: what came of a transaction: events, logs, codes, compute units
//! - [`cast`], [`keys`], [`addresses`]: who there is, the same in every run
//! - [`hook_program`], [`issuer_program`], [`token_2022`]: instructions; [`Transfer`]: through the hook
//! - [`payment`]: tokens that shares are paid with
//! - [`attestation_service`]: its accounts, in its layout; [`venue`]: accounts of programs, with their seeds
//! - [`squads`]: a multisig, whose vault can be anybody's in place of a key
//! - [`fixtures`]: one instruction that works, for every instruction
//! - [`idl`]: what the interface descriptions promise, to hold the tests against
//! - [`version_1`]: accounts of an earlier version
//! - [`artefacts`]: the programs, refused when missing or stale

// Support of tests: a panic is how a test fails.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

pub mod addresses;
pub mod artefacts;
pub mod attestation_service;
pub mod cast;
pub mod distribution;
pub mod fixtures;
pub mod hook_program;
pub mod idl;
pub mod issuer_program;
pub mod keys;
pub mod outcome;
pub mod payment;
pub mod setup;
pub mod squads;
pub mod token_2022;
pub mod transfer;
pub mod venue;
pub mod version_1;
mod world;

pub use cast::{Cast, cast};
pub use outcome::{Failure, Receipt};
pub use transfer::Transfer;
pub use world::{ACCOUNT_LOCKS, PACKET, START, World};

/// Raw units of one token: the mints have eight decimals.
pub const TOKEN: u64 = 100_000_000;

/// Switzerland, ISO 3166-1 numeric: where everybody lives unless a test moves them.
pub const SWITZERLAND: u16 = 756;
/// Germany: admitted as well.
pub const GERMANY: u16 = 276;
/// United States: not admitted by the policies of the test shares.
pub const UNITED_STATES: u16 = 840;
