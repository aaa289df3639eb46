//! Multiplier arithmetic: fixed cases, random cases against exact integers, and real corporate
//! actions replayed.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

mod amounts;
mod cases;
#[path = "../common/mod.rs"]
mod common;
mod displayed;
mod exact;
mod float_cases;
mod floats;
mod messages;
mod pairs;
mod products;
mod replay;
mod values;
