//! `attest_reserves`, `reserve_status`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::AttestReservesArgs;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::issuer_program::{self, attest, attest_reserves, backed_by, reserve_status};
use scrip_svm_tests::{START, TOKEN, World, addresses, cast};

use crate::case::{Case, assert_all_fail, case};

fn attest_of(shares: u64, as_of: i64, actions_seen: u32) -> Instruction {
    let args = AttestReservesArgs { shares, as_of, actions_seen, document_hash: [6; 32] };
    attest_reserves(&cast().share, cast().company.custodian(), args)
}

fn split(world: &mut World) {
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE);
}

/// The status by the company's custodian, whose attestation is there.
fn status(world: &mut World) -> Instruction {
    world.run(attest(&cast().share, TOKEN, START));
    reserve_status(&cast().share, &[cast().company.custodian()])
}

pub const CASES: &[Case] = &[
    case(IssuerError::CustodianNotApproved as u32, "by a custodian of the past", |world| {
        let key = cast().company.custodian();
        let change = Change::Custodian { key, approved: false };
        world.run(issuer_program::change_company(&cast().company, change));
        attest(&cast().share, TOKEN, START)
    }),
    case(IssuerError::CustodianNotApproved as u32, "by a custodian to be", |world| {
        world.run(issuer_program::add_custodian(&cast().company, cast().mallory));
        let args = AttestReservesArgs {
            shares: u64::MAX,
            as_of: START,
            actions_seen: 0,
            document_hash: [0; 32],
        };
        attest_reserves(&cast().share, cast().mallory, args)
    }),
    case(IssuerError::AsOfInTheFuture as u32, "counted in a second", |_| {
        attest_of(TOKEN, START + 1, 0)
    }),
    case(IssuerError::AsOfWentBack as u32, "counted before the last time", |world| {
        world.run(attest(&cast().share, TOKEN, START));
        attest_of(TOKEN, START - 1, 0)
    }),
    case(IssuerError::AsOfWentBack as u32, "counted before 1970", |_| attest_of(TOKEN, -1, 0)),
    case(IssuerError::ActionsNotSeen as u32, "an action that there is not", |_| {
        attest_of(TOKEN, START, 1)
    }),
    case(IssuerError::ActionsNotSeen as u32, "an action not seen", |world| {
        split(world);
        attest_of(TOKEN, START + NOTICE, 0)
    }),
    case(IssuerError::ActionsNotSeen as u32, "an action not in force yet", |world| {
        split(world);
        world.set_time(START + NOTICE - 1);
        attest_of(TOKEN, START + NOTICE - 1, 1)
    }),
    case(IssuerError::ActionsNotSeen as u32, "counted before the action", |world| {
        split(world);
        attest_of(TOKEN, START + NOTICE - 1, 1)
    }),
    case(
        IssuerError::CustodiansOutOfOrder as u32,
        "counted twice, as its own and a pair",
        |world| {
            world.run(attest(&cast().share, TOKEN, START));
            let again = attest(&cast().share, TOKEN, START);
            backed_by(again, &cast().share, &[cast().company.custodian()])
        },
    ),
    case(IssuerError::CustodyAccounts as u32, "half a pair", |world| {
        let mut instruction = status(world);
        instruction.accounts.pop();
        instruction
    }),
    case(IssuerError::CustodyAccounts as u32, "of another issuer's custodian", |world| {
        let mut instruction = status(world);
        let foreign = cast().foreign_company;
        let place = instruction.accounts.len() - 2;
        instruction.accounts[place].pubkey =
            addresses::custodian(&foreign.address, &foreign.custodian());
        instruction
    }),
    case(IssuerError::CustodyAccounts as u32, "of another share", |world| {
        world.run(attest(&cast().other_share, TOKEN, START));
        let mut instruction = status(world);
        let place = instruction.accounts.len() - 1;
        instruction.accounts[place].pubkey =
            addresses::attestation(&cast().other_share.asset, &cast().company.custodian());
        instruction
    }),
    case(IssuerError::CustodiansOutOfOrder as u32, "the same custodian twice", |world| {
        let custodian = cast().company.custodian();
        status(world);
        reserve_status(&cast().share, &[custodian, custodian])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
