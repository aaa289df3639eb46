//! The self-test of the sBPF compiler: every operation, on chain and on this machine, over many seeds.
//!
//! `SCRIP_SELFTEST_ROUNDS` sets the number of seeds for each operation.
#![allow(clippy::panic, clippy::expect_used)]

use scrip_selftest_host::Chain;
use scrip_selftest_operations::OPERATIONS;

/// Seeds of each operation when the environment does not say; with 25 operations, 3,750 comparisons.
const DEFAULT_ROUNDS: u64 = 150;

fn rounds() -> u64 {
    let Ok(text) = std::env::var("SCRIP_SELFTEST_ROUNDS") else { return DEFAULT_ROUNDS };
    text.parse()
        .unwrap_or_else(|_| panic!("SCRIP_SELFTEST_ROUNDS is {text:?}: set it to a whole number"))
}

fn number_of(name: &str) -> u8 {
    let position = OPERATIONS.iter().position(|operation| operation.name == name);
    u8::try_from(position.expect("the operation is in the list"))
        .expect("fewer than 256 operations")
}

/// Spread over the whole range, and the same in every run.
fn seed(round: u64) -> u64 {
    round.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn agrees(name: &str) {
    let mut chain = Chain::new().unwrap_or_else(|error| panic!("{error}"));
    let number = number_of(name);
    for round in 0..rounds() {
        if let Err(difference) = chain.compare(number, seed(round)) {
            panic!("the compiler is at fault in round {round}: {difference}");
        }
    }
}

/// One test for each operation, and a list of their names.
macro_rules! operations {
    ($($name:ident)*) => {
        $( #[test] fn $name() { agrees(stringify!($name)); } )*
        const TESTED: &[&str] = &[$(stringify!($name)),*];
    };
}

operations! {
    narrow_integers unsigned_64 signed_64 guarded_division unsigned_128 signed_128 bits_128 u256
    pro_rata basis_points floats float_conversions memory_blocks unaligned_access sorts ordered_map
    iterators formatting parsing sha2 keccak many_arguments recursion indirect_calls jump_tables
}

#[test]
fn every_operation_is_tested() {
    let listed: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(listed, TESTED);
}

#[test]
fn a_different_result_is_noticed() {
    let mut chain = Chain::new().unwrap_or_else(|error| panic!("{error}"));
    for name in TESTED {
        let outcome = chain.compare_with(number_of(name), 1, 2);
        assert!(outcome.is_err(), "{name} gives the same digest for two seeds");
    }
}

#[test]
fn an_unknown_operation_is_refused_on_both_sides() {
    let mut chain = Chain::new().unwrap_or_else(|error| panic!("{error}"));
    let difference = chain.compare(u8::MAX, 1).expect_err("there is no operation 255");
    let text = difference.to_string();
    assert!(text.contains("InvalidArgument") && text.contains("no such operation"), "{text}");
}
