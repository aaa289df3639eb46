//! The compiled programs, judged from outside: every instruction, every error, every account.
//!
//! - [`hook`], [`issuer`]: one module per instruction, with what it does and the errors it raises
//! - [`errors`]: no error of the interface descriptions is left out
//! - [`case`]: what a refusal looks like; [`codes`]: numbers of errors that are not our own
//! - [`negatives`]: for every account of every instruction, what must not pass in its place
//! - [`transfer`]: transfers through Token-2022
//! - [`client_events`]: the events that the Rust client reads
//! - [`can_transfer`]: what the Rust client says about random transfers, against what the chain does
//! - [`venues`], [`attestations`]: the hook's instructions about them, and what a transfer makes of their
//!   records
//! - [`attacks`]: the known attacks, each by name
//! - [`governance`]: settings, the queue of their changes, and who must agree
//! - [`issuance`]: mints, what limits them, and what stands behind them
//! - [`multisig`]: an issuer whose admin is the vault of a multisig
//! - [`settlement`]: shares against payment, and back, from opening to end
//! - [`actions`], [`payouts`], [`offers`]: corporate actions, what they pay, and what holders choose or give up
//! - [`corporate_actions`]: the multiplier over time, here and in Token-2022
//! - [`migration`]: accounts that an earlier version wrote
//! - [`display`]: the digits that wallets show
//! - [`pool`]: the example venue, which composes with a share

// Tests: a panic is how they fail, and their arithmetic is on numbers written beside it.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

mod actions;
mod attacks;
mod attestations;
mod can_transfer;
mod case;
mod client_events;
mod codes;
mod corporate_actions;
mod display;
mod errors;
mod governance;
mod hook;
mod issuance;
mod issuer;
mod migration;
mod multisig;
mod negatives;
mod offers;
mod payouts;
mod pool;
mod settlement;
mod transfer;
mod venues;
