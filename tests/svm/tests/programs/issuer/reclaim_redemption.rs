//! `reclaim_redemption`, `reject_redemption`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{RejectArgs, instruction};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::REQUEST;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{START, World, addresses, cast, token_2022};

use crate::case::{Case, assert_all_fail, case};
use crate::codes::HAS_ONE;

fn request(world: &mut World) {
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST));
}

/// Requests, and lets the deadline pass.
fn reclaimable(world: &mut World) -> Instruction {
    request(world);
    world.set_time(REQUEST.deadline);
    issuer_program::reclaim_redemption(&cast().share, &cast().alice, 7)
}

fn rejectable(world: &mut World) -> Instruction {
    request(world);
    issuer_program::reject_redemption(&cast().share, &cast().alice, 7)
}

pub const CASES: &[Case] = &[
    case(IssuerError::DeadlineNotReached as u32, "a second too early", |world| {
        let instruction = reclaimable(world);
        world.set_time(REQUEST.deadline - 1);
        instruction
    }),
    case(IssuerError::NotEscrowOwner as u32, "by somebody else", |world| {
        with("reclaim_redemption", reclaimable(world), [("owner", cast().bob)])
    }),
    case(IssuerError::NotEscrowOwner as u32, "by who paid the rent", |world| {
        with("reclaim_redemption", reclaimable(world), [("owner", cast().payer)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "to another's account", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("reclaim_redemption", reclaimable(world), [("destination", bobs)])
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        with("reclaim_redemption", reclaimable(world), [("rent_receiver", cast().alice)])
    }),
    case(IssuerError::EscrowMismatch as u32, "another share's redemption", |world| {
        let instruction = reclaimable(world);
        world.set_time(START);
        world.run(issuer_program::request_redemption(&cast().other_share, &cast().alice, REQUEST));
        world.set_time(REQUEST.deadline);
        let other = addresses::redemption(&cast().other_share.asset, &cast().alice, 7);
        let others = [("redemption", other), ("share_escrow", addresses::escrow(&other))];
        with("reclaim_redemption", instruction, others)
    }),
    case(IssuerError::RoleLacksPermission as u32, "rejected by a minter", |world| {
        let (company, duty) = (cast().company, Duty::Mint);
        let others = [("actor", company.member(duty)), ("role", company.role(duty))];
        with("reject_redemption", rejectable(world), others)
    }),
    case(IssuerError::ReasonMissing as u32, "rejected without a reason", |world| {
        let args = RejectArgs { reason: 0, reference: issuer_program::REFERENCE };
        let data = anchor_lang::InstructionData::data(&instruction::RejectRedemption { args });
        Instruction { data, ..rejectable(world) }
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "rejected to another's account", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("reject_redemption", rejectable(world), [("destination", bobs)])
    }),
    case(IssuerError::NotRentPayer as u32, "rejected for the rent", |world| {
        with("reject_redemption", rejectable(world), [("rent_receiver", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn the_mint_and_the_policy_are_the_shares() {
    let mut world = World::new();
    let instruction = rejectable(&mut world);
    let other = cast().other_share;
    for (account, key) in [("mint", other.mint), ("policy", other.policy)] {
        let wrong = with("reject_redemption", instruction.clone(), [(account, key)]);
        world.refuse(wrong).assert_code(HAS_ONE, account);
    }
}
