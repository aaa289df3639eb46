//! What stands before every issue of shares, whichever instruction issues them: each obstacle, put before each
//! of the five, while every check is switched on.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::Quantity;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, of_issuer};
use scrip_svm_tests::issuer_program::with;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{START, World, cast, hook_program, issuer_program, token_2022};
use scrip_transfer_hook::PolicyTerms;

use crate::case::{Case, assert_all_fail, assert_fails, case};
use crate::codes::NOT_INITIALISED;

/// The instructions that issue shares.
pub const ISSUES: [&str; 5] =
    ["mint_shares", "mint_batch", "mint_proposed", "fill_subscription", "purchase_shares"];

/// The number of the error, what is in the way, and how it comes there.
type Obstacle = (u32, &'static str, fn(&mut World));

fn change(world: &mut World, change: Change) {
    world.run(issuer_program::change_asset(&cast().share, change));
}

fn reserves(world: &mut World, max_age: u32, min_custodians: u8, haircut_bps: u16) {
    change(world, Change::ReserveRule { mode: 3, max_age, min_custodians, haircut_bps });
}

/// Gives the minter another role.
fn regrant(world: &mut World, permissions: u32, expires_at: i64) {
    let (company, member) = (cast().company, cast().company.member(Duty::Mint));
    world.run(issuer_program::revoke_role(&company, &member));
    world.run(issuer_program::grant_role_until(&company, member, permissions, expires_at));
}

fn allow(world: &mut World, cap: u64, capacity: u64) {
    world.run(issuer_program::allow(&cast().share, cap, capacity, 86_400));
}

fn set_status(world: &mut World, status: u8) {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
}

const OBSTACLES: &[Obstacle] = &[
    (IssuerError::NotActive as u32, "the asset is winding down", |world| {
        world.run(issuer_program::wind_down(&cast().share));
    }),
    (IssuerError::RoleLacksPermission as u32, "the minter may only redeem now", |world| {
        regrant(world, Duty::Redeem.permission(), 0);
    }),
    (IssuerError::RoleExpired as u32, "the minter's role ends now", |world| {
        regrant(world, Duty::Mint.permission(), START + 10);
        world.set_time(START + 10);
    }),
    (IssuerError::RoleNotStarted as u32, "the minter's role begins in a second", |world| {
        let timelock = Change::Timelock { seconds: 10 };
        world.run(issuer_program::change_company(&cast().company, timelock));
        regrant(world, Duty::Mint.permission(), 0);
        world.set_time(START + 9);
    }),
    (IssuerError::OverSupplyCap as u32, "the cap is the supply", |world| {
        let raw = token_2022::mint(world, &cast().share.mint).supply;
        change(world, Change::SupplyCap { raw });
    }),
    (IssuerError::OverMinterCap as u32, "the minter has minted all it may", |world| {
        let minted = world.read::<scrip_issuer::state::Minter>(&cast().share.minter()).minted;
        allow(world, minted, u64::MAX);
    }),
    (IssuerError::OverMinterBucket as u32, "the bucket is empty", |world| {
        allow(world, u64::MAX, 0);
    }),
    (IssuerError::ReservesMissing as u32, "the custodian holds one unit", |world| {
        world.run(issuer_program::attest(&cast().share, 1, START));
    }),
    (IssuerError::ReservesMissing as u32, "the attestation is a second too old", |world| {
        reserves(world, 5, 1, 0);
        world.set_time(START + 6);
    }),
    (IssuerError::ReservesMissing as u32, "two custodians are needed", |world| {
        reserves(world, 86_400, 2, 0);
    }),
    (IssuerError::ReservesMissing as u32, "nothing remains after the haircut", |world| {
        reserves(world, 86_400, 1, 10_000);
    }),
    (IssuerError::ReservesMissing as u32, "the custodian is approved no more", |world| {
        let key = cast().company.custodian();
        let change = Change::Custodian { key, approved: false };
        world.run(issuer_program::change_company(&cast().company, change));
    }),
    (Refusal::Blackout as u32, "in a blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
    }),
    (Refusal::DestinationSuspended as u32, "to a suspended holder", |world| set_status(world, 2)),
    (Refusal::DestinationRevoked as u32, "to a revoked holder", |world| set_status(world, 3)),
    (Refusal::DestinationSanctioned as u32, "to a sanctioned holder", |world| {
        set_status(world, 4);
    }),
    (Refusal::DestinationOverMaxBalance as u32, "to a holder who has enough", |world| {
        let max_balance = token_2022::balance(world, &cast().alice, &cast().share.mint);
        let terms = PolicyTerms { max_balance, ..terms() };
        world.run(issuer_program::update_policy(&cast().share, terms));
    }),
];

#[test]
fn every_obstacle_stops_every_issue() {
    for name in ISSUES {
        let mut ready = World::new();
        let instruction = (of_issuer(name).ready)(&mut ready);
        ready.clone().run(instruction.clone());
        for (code, what, obstacle) in OBSTACLES {
            let mut world = ready.clone();
            obstacle(&mut world);
            assert_fails(&mut world, instruction.clone(), *code, &format!("{name}: {what}"));
        }
    }
}

#[test]
fn every_issue_needs_another_pair_of_eyes() {
    let company = cast().company;
    for name in ISSUES {
        let mut world = World::new();
        let whole = (of_issuer(name).ready)(&mut world);
        let none = [("checker", scrip_issuer::ID), ("checker_role", scrip_issuer::ID)];
        let mut alone = with(name, whole.clone(), none);
        for meta in &mut alone.accounts {
            meta.is_signer &= meta.pubkey != scrip_issuer::ID;
        }
        let missing = IssuerError::CheckerMissing as u32;
        assert_fails(&mut world, alone, missing, name);
        // The minter cannot be its own checker, even with a role that has both permissions.
        let member = company.member(Duty::Mint);
        let mut both = world.clone();
        let permissions = Duty::Mint.permission() | Duty::Check.permission();
        regrant(&mut both, permissions, 0);
        let itself = [("checker", member), ("checker_role", company.role(Duty::Mint))];
        let itself = with(name, whole.clone(), itself);
        assert_fails(&mut both, itself, IssuerError::CheckerIsMaker as u32, name);
        // Nor with the checker's role and its own signature.
        let borrowed = with(name, whole.clone(), [("checker", member)]);
        assert_fails(&mut world, borrowed, missing, name);
        // Somebody else who may not check.
        let redeemer = company.member(Duty::Redeem);
        let other = [("checker", redeemer), ("checker_role", company.role(Duty::Redeem))];
        let other = with(name, whole.clone(), other);
        assert_fails(&mut world, other, IssuerError::RoleLacksPermission as u32, name);
        // A checker who is one no more.
        world.run(issuer_program::revoke_role(&company, &company.member(Duty::Check)));
        world.refuse(whole).assert_code(NOT_INITIALISED, name);
    }
}

#[test]
fn a_corporate_action_stops_what_was_agreed_before() {
    // `mint_shares` and `mint_batch` name raw units, and only the attestation is out of date.
    for (name, code) in ISSUES.iter().zip([
        IssuerError::ReservesMissing,
        IssuerError::ReservesMissing,
        IssuerError::MultiplierMoved,
        IssuerError::MultiplierMoved,
        IssuerError::MultiplierMoved,
    ]) {
        let mut world = World::new();
        let instruction = (of_issuer(name).ready)(&mut world);
        world.schedule(&cast().share, SPLIT);
        world.set_time(START + NOTICE - 1);
        world.clone().run(instruction.clone());
        world.set_time(START + NOTICE);
        assert_fails(&mut world, instruction, code as u32, name);
    }
}

#[test]
fn custody_accounts_must_be_whole_and_in_order() {
    for name in ISSUES {
        let mut world = World::new();
        let whole = (of_issuer(name).ready)(&mut world);
        let [custodian, attestation] = [whole.accounts.len() - 2, whole.accounts.len() - 1];
        let mut half = whole.clone();
        half.accounts.truncate(attestation);
        assert_fails(&mut world, half, IssuerError::CustodyAccounts as u32, name);
        let mut swapped = whole.clone();
        swapped.accounts.swap(custodian, attestation);
        assert_fails(&mut world, swapped, IssuerError::CustodyAccounts as u32, name);
        let mut twice = whole.clone();
        twice.accounts.extend_from_slice(&whole.accounts[custodian..]);
        let out_of_order = IssuerError::CustodiansOutOfOrder as u32;
        assert_fails(&mut world, twice, out_of_order, name);
        let mut none = whole.clone();
        none.accounts.truncate(custodian);
        assert_fails(&mut world, none, IssuerError::ReservesMissing as u32, name);
    }
}

fn mint() -> Instruction {
    issuer_program::mint_shares(&cast().share, &cast().alice, 1)
}

/// `mint_shares` with every check on, and one obstacle.
fn minted_despite(world: &mut World, obstacle: fn(&mut World)) -> Instruction {
    let instruction = (of_issuer("mint_shares").ready)(world);
    obstacle(world);
    instruction
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotMinter as u32, "somebody else signs", |_| {
        with("mint_shares", mint(), [("actor", cast().company.member(Duty::Check))])
    }),
    case(IssuerError::RoleNotStarted as u32, "the role has not begun", |world| {
        minted_despite(world, |world| {
            let timelock = Change::Timelock { seconds: 10 };
            world.run(issuer_program::change_company(&cast().company, timelock));
            regrant(world, Duty::Mint.permission(), 0);
        })
    }),
    case(IssuerError::CheckerMissing as u32, "nobody checks", |world| {
        change(world, Change::MintFourEyes { above: 0 });
        mint()
    }),
    case(IssuerError::OverMinterCap as u32, "the minter has minted all it may", |world| {
        minted_despite(world, |world| allow(world, 0, u64::MAX))
    }),
    case(IssuerError::OverMinterBucket as u32, "the bucket is empty", |world| {
        minted_despite(world, |world| allow(world, u64::MAX, 0))
    }),
    case(IssuerError::NotActive as u32, "the asset is winding down", |world| {
        minted_despite(world, |world| {
            world.run(issuer_program::wind_down(&cast().share));
        })
    }),
    case(IssuerError::ReservesMissing as u32, "nobody attests", |world| {
        reserves(world, 1, 1, 0);
        mint()
    }),
    case(IssuerError::MultiplierMoved as u32, "shares at another multiplier", |_| {
        let quantity = Quantity::Shares { shares: 1, expected_multiplier: 1 };
        let (share, alice) = (&cast().share, &cast().alice);
        issuer_program::mint_quantity(share, alice, quantity, issuer_program::issue(share))
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
