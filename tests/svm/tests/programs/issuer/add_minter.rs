//! `add_minter`, `add_custodian`: the errors

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};
use crate::codes::HAS_ONE;

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "a member of staff adds a minter", |_| {
        let mut instruction = issuer_program::add_minter(&cast().share, cast().mallory);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Mint);
        instruction
    }),
    case(IssuerError::NotAdmin as u32, "somebody adds itself as a custodian", |_| {
        let mut instruction = issuer_program::add_custodian(&cast().company, cast().mallory);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn another_issuers_admin_adds_nobody() {
    let foreign = cast().foreign_company;
    let mut instruction = issuer_program::add_minter(&cast().share, cast().mallory);
    instruction.accounts[0].pubkey = foreign.admin;
    instruction.accounts[2].pubkey = foreign.address;
    scrip_svm_tests::World::new().refuse(instruction).assert_code(HAS_ONE, "another issuer");
}
