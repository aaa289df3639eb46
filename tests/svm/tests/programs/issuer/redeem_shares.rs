//! `redeem_shares`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesRedeemed;
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{
    START, TOKEN, UNITED_STATES, World, cast, hook_program, issuer_program, token_2022,
};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};

use crate::case::{Case, assert_all_fail, case};
use crate::hook::update_policy::other_terms;

#[test]
fn burns_what_a_holder_gives_back() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    // A halt does not keep anybody in.
    world.run(issuer_program::halt(&share, 2, 0));
    let old_supply = token_2022::mint(&world, &share.mint).supply;
    let before = token_2022::balance(&world, &alice, &share.mint);
    let receipt = world.run(issuer_program::redeem_shares(&share, &alice, 7));
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), before - 7);
    assert_eq!(token_2022::mint(&world, &share.mint).supply, old_supply - 7);
    let event = SharesRedeemed {
        asset: share.asset,
        holder: alice,
        actor: share.company.member(Duty::Redeem),
        amount: 7,
        old_supply,
        new_supply: old_supply - 7,
        multiplier: SCALE,
        payment_reference: [9; 32],
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn not_more_than_there_is() {
    let mut world = World::new();
    let failure = world.refuse(redeem(1_000 * TOKEN + 1));
    failure.assert_code(1, "Token-2022's InsufficientFunds");
}

#[test]
fn goes_on_before_and_after_a_blackout() {
    let mut world = World::new();
    world.run(issuer_program::set_blackout(&cast().share, START + 1, START + 2));
    world.run(redeem(1));
    world.set_time(START + 2);
    world.run(redeem(1));
}

#[test]
fn a_pause_stops_it() {
    let mut world = World::new();
    world.run(issuer_program::pause(&cast().share));
    let failure = world.refuse(redeem(1));
    assert!(failure.logged("Transferring, minting, and burning is paused on this mint"));
}

fn redeem(amount: u64) -> Instruction {
    issuer_program::redeem_shares(&cast().share, &cast().alice, amount)
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only mint", |_| {
        let mut instruction = redeem(1);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Mint);
        instruction.accounts[2].pubkey = cast().company.role(Duty::Mint);
        instruction
    }),
    case(IssuerError::ZeroAmount as u32, "nothing", |_| redeem(0)),
    case(IssuerError::NotTokenAccountOwner as u32, "the token account of another", |_| {
        let mut instruction = redeem(1);
        instruction.accounts[7].pubkey = token_2022::account_of(&cast().bob, &cast().share.mint);
        instruction
    }),
    case(Refusal::Blackout as u32, "in the first second of a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        redeem(1)
    }),
    case(Refusal::Blackout as u32, "in the last second of a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START - 9, START + 1));
        redeem(1)
    }),
    case(Refusal::Blackout as u32, "in a blackout, of a revoked holder", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 3));
        redeem(1)
    }),
    case(Refusal::SourceMissing as u32, "somebody on no register", |_| {
        issuer_program::redeem_shares(&cast().share, &cast().carol, 1)
    }),
    case(Refusal::SourceOtherWallet as u32, "the record of another wallet", |_| {
        let mut instruction = redeem(1);
        instruction.accounts[6].pubkey = cast().share.holder(&cast().bob);
        instruction
    }),
    case(Refusal::SourceOtherRegistry as u32, "the record of another registry", |_| {
        let mut instruction = redeem(1);
        instruction.accounts[6].pubkey = cast().foreign_share.holder(&cast().alice);
        instruction
    }),
    case(Refusal::SourceForged as u32, "an account that is no record", |_| {
        let mut instruction = redeem(1);
        instruction.accounts[6].pubkey = cast().share.metas;
        instruction
    }),
    case(Refusal::SourceSuspended as u32, "a suspended holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 2));
        redeem(1)
    }),
    case(Refusal::SourceRevoked as u32, "a revoked holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 3));
        redeem(1)
    }),
    case(Refusal::SourceSanctioned as u32, "a sanctioned holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 4));
        redeem(1)
    }),
    case(Refusal::SourceClassNotAdmitted as u32, "a holder of no admitted class", |world| {
        let terms = PolicyTerms { classes_admitted: 12, ..terms() };
        world.run(issuer_program::update_policy(&cast().share, terms));
        redeem(1)
    }),
    case(Refusal::SourceClassRefused as u32, "a holder of a refused class", |world| {
        let terms = PolicyTerms { classes_refused: 2, ..terms() };
        world.run(issuer_program::update_policy(&cast().share, terms));
        redeem(1)
    }),
    case(Refusal::SourceMissing as u32, "somebody unknown, though the policy is open", |world| {
        world.run(issuer_program::update_policy(&cast().share, other_terms()));
        issuer_program::redeem_shares(&cast().share, &cast().carol, 1)
    }),
    case(Refusal::SourceExpired as u32, "the check ends now", |world| {
        world.run(hook_program::update_holder(&cast().company.register, &cast().alice, UPDATE));
        world.set_time(START + 5);
        redeem(1)
    }),
    case(Refusal::SourceJurisdiction as u32, "a resident of the United States", |world| {
        let args = HolderDetails { jurisdiction: UNITED_STATES, ..UPDATE };
        world.run(hook_program::update_holder(&cast().company.register, &cast().alice, args));
        redeem(1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
