//! The compiled programs, judged from outside: every instruction, every error, every account.
//!
//! - [`hook`], [`issuer`]: one module per instruction, with what it does and the errors it raises
//! - [`errors`]: no error of the interface descriptions is left out
//! - [`negatives`]: for every account of every instruction, what must not pass in its place
//! - [`transfer`]: transfers through Token-2022
//! - [`attacks`]: the known attacks, each by name
//! - [`corporate_actions`]: the multiplier over time, here and in Token-2022
//! - [`measure`]: compute units; prints a table when it is asked for

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod case;
mod errors;
mod hook;
mod issuer;
mod negatives;
mod transfer;

