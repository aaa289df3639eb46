//! Snapshots, by real runs of `scrip snapshot` and of the library below it.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

mod amounts;
mod choices;
mod determinism;
mod escrows;
mod example;
mod files;
mod interruption;
mod node;
mod proofs;
mod rpc;
mod rpc_failures;
mod tampering;
mod venues;
mod world;
