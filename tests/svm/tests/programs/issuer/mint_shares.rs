//! `mint_shares`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesMinted;
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

const CAP: u64 = 1_000_000 * TOKEN;

/// Where the recipient's record is among the accounts.
const HOLDER: usize = 9;

#[test]
fn mints_to_a_holder() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let old_supply = token_2022::mint(&world, &share.mint).supply;
    let before = token_2022::balance(&world, &alice, &share.mint);
    let receipt = world.run(issuer_program::mint_shares(&share, &alice, 7));
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), before + 7);
    assert_eq!(token_2022::mint(&world, &share.mint).supply, old_supply + 7);
    let event = SharesMinted {
        asset: share.asset,
        recipient: alice,
        actor: share.company.member(Duty::Mint),
        checker: Pubkey::default(),
        amount: 7,
        old_supply,
        new_supply: old_supply + 7,
        multiplier: SCALE,
        reference: issuer_program::REFERENCE,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn mints_up_to_the_cap_and_during_a_halt() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    world.run(issuer_program::halt(&share, 1, 0));
    let room = CAP - token_2022::mint(&world, &share.mint).supply;
    world.run(issuer_program::mint_shares(&share, &alice, room));
    assert_eq!(token_2022::mint(&world, &share.mint).supply, CAP);
}

#[test]
fn goes_on_before_and_after_a_blackout() {
    let mut world = World::new();
    world.run(issuer_program::set_blackout(&cast().share, START + 1, START + 2));
    world.run(mint(1));
    world.set_time(START + 2);
    world.run(mint(1));
}

#[test]
fn a_pause_stops_it() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::pause(&share));
    let failure = world.refuse(issuer_program::mint_shares(&share, &cast().alice, 1));
    assert!(failure.logged("Transferring, minting, and burning is paused on this mint"));
}

fn mint(amount: u64) -> Instruction {
    issuer_program::mint_shares(&cast().share, &cast().alice, amount)
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleExpired as u32, "the role ends now", |world| {
        let (company, member) = (cast().company, cast().company.member(Duty::Mint));
        world.run(issuer_program::revoke_role(&company, &member));
        world.run(issuer_program::grant_role_until(&company, member, 1, START + 10));
        world.set_time(START + 10);
        issuer_program::mint_shares(&cast().share, &cast().alice, 1)
    }),
    case(IssuerError::RoleLacksPermission as u32, "a minter who may only redeem now", |world| {
        let (company, member) = (cast().company, cast().company.member(Duty::Mint));
        world.run(issuer_program::revoke_role(&company, &member));
        world.run(issuer_program::grant_role(&company, member, Duty::Redeem.permission()));
        mint(1)
    }),
    case(IssuerError::ZeroAmount as u32, "nothing", |_| mint(0)),
    case(IssuerError::OverSupplyCap as u32, "one unit too many", |world| {
        mint(CAP - token_2022::mint(world, &cast().share.mint).supply + 1)
    }),
    case(IssuerError::OverSupplyCap as u32, "more than a supply can be", |_| mint(u64::MAX)),
    case(Refusal::Blackout as u32, "in the first second of a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        mint(1)
    }),
    case(Refusal::Blackout as u32, "in the last second of a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START - 9, START + 1));
        mint(1)
    }),
    case(Refusal::Blackout as u32, "in a blackout, of a revoked holder", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 3));
        mint(1)
    }),
    case(Refusal::DestinationMissing as u32, "to somebody on no register", |_| {
        issuer_program::mint_shares(&cast().share, &cast().carol, 1)
    }),
    case(Refusal::DestinationOtherWallet as u32, "the record of another wallet", |_| {
        let mut instruction = mint(1);
        instruction.accounts[HOLDER].pubkey = cast().share.holder(&cast().bob);
        instruction
    }),
    case(Refusal::DestinationOtherRegistry as u32, "the record of another registry", |_| {
        let mut instruction = mint(1);
        instruction.accounts[HOLDER].pubkey = cast().foreign_share.holder(&cast().alice);
        instruction
    }),
    case(Refusal::DestinationForged as u32, "an account that is no record", |_| {
        let mut instruction = mint(1);
        instruction.accounts[HOLDER].pubkey = cast().share.policy;
        instruction
    }),
    case(Refusal::DestinationSuspended as u32, "to a suspended holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 2));
        mint(1)
    }),
    case(Refusal::DestinationRevoked as u32, "to a revoked holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 3));
        mint(1)
    }),
    case(Refusal::DestinationSanctioned as u32, "to a sanctioned holder", |world| {
        world.run(hook_program::set_holder_status(&cast().company.register, &cast().alice, 4));
        mint(1)
    }),
    case(
        Refusal::DestinationClassNotAdmitted as u32,
        "to a holder of no admitted class",
        |world| {
            let terms = PolicyTerms { classes_admitted: 12, ..terms() };
            world.run(issuer_program::update_policy(&cast().share, terms));
            mint(1)
        },
    ),
    case(Refusal::DestinationClassRefused as u32, "to a holder of a refused class", |world| {
        let terms = PolicyTerms { classes_refused: 2, ..terms() };
        world.run(issuer_program::update_policy(&cast().share, terms));
        mint(1)
    }),
    case(
        Refusal::DestinationMissing as u32,
        "to somebody unknown, though the policy is open",
        |world| {
            world.run(issuer_program::update_policy(&cast().share, other_terms()));
            issuer_program::mint_shares(&cast().share, &cast().carol, 1)
        },
    ),
    case(Refusal::DestinationExpired as u32, "the check ends now", |world| {
        world.run(hook_program::update_holder(&cast().company.register, &cast().alice, UPDATE));
        world.set_time(START + 5);
        mint(1)
    }),
    case(Refusal::DestinationJurisdiction as u32, "to a resident of the United States", |world| {
        let args = HolderDetails { jurisdiction: UNITED_STATES, ..UPDATE };
        world.run(hook_program::update_holder(&cast().company.register, &cast().alice, args));
        mint(1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
