//! Merkle trees of distributions: the published format, every proof of trees of every shape, and proofs
//! that must not pass.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::unwrap_used
)]

#[path = "../common/mod.rs"]
#[allow(dead_code, reason = "this suite draws whole trees, and needs only the number of cases")]
mod common;
mod forgeries;
mod pages;
mod shapes;
mod tree;
mod vectors;
