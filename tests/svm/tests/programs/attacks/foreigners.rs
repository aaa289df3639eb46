//! Another issuer's staff, admin, checker, custodian, minter and listing, used against our share: each with the
//! whole set of its own accounts, which is good for its own share.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{REQUEST, SUBSCRIPTION, of_issuer};
use scrip_svm_tests::issuer_program::{self as issuer, with};
use scrip_svm_tests::{World, addresses, cast, idl};

use crate::codes::{HAS_ONE, NOT_INITIALISED, SEEDS};

/// The instruction with this name, ready, with every account of these names replaced that it takes.
fn replaced(name: &str, others: &[(&str, Pubkey)]) -> (World, Instruction) {
    let mut world = World::new();
    let mut instruction = (of_issuer(name).ready)(&mut world);
    world.clone().run(instruction.clone());
    for (account, key) in others {
        if let Some(place) = idl::place_of("scrip_issuer", name, account) {
            instruction.accounts[place].pubkey = *key;
        }
    }
    (world, instruction)
}

#[test]
fn another_issuers_staff_settles_and_rejects_nothing() {
    let foreign = cast().foreign_company;
    for (name, duty) in [
        ("settle_redemption", Duty::Redeem),
        ("settle_redemption_off_chain", Duty::Redeem),
        ("reject_redemption", Duty::Redeem),
        ("reject_subscription", Duty::Mint),
        ("propose_mint", Duty::Mint),
        ("update_metadata", Duty::Metadata),
    ] {
        let staff = [("actor", foreign.member(duty)), ("role", foreign.role(duty))];
        let (mut world, instruction) = replaced(name, &staff);
        world.refuse(instruction).assert_code(SEEDS, name);
    }
}

#[test]
fn another_issuers_minter_issues_nothing() {
    let (foreign, share) = (cast().foreign_company, cast().foreign_share);
    let member = foreign.member(Duty::Mint);
    let role = foreign.role(Duty::Mint);
    for name in
        ["mint_shares", "mint_batch", "mint_proposed", "fill_subscription", "purchase_shares"]
    {
        let minter = [("actor", member), ("role", role), ("minter", share.minter())];
        let (mut world, instruction) = replaced(name, &minter);
        world.refuse(instruction).assert_code(SEEDS, name);
        // The company's own minter of another share.
        let other = [("minter", cast().other_share.minter())];
        let (mut world, instruction) = replaced(name, &other);
        world.refuse(instruction).assert_code(HAS_ONE, name);
    }
}

#[test]
fn another_issuers_checker_checks_nothing() {
    let foreign = cast().foreign_company;
    let (member, role) = (foreign.member(Duty::Check), foreign.role(Duty::Check));
    for name in
        ["mint_shares", "mint_batch", "mint_proposed", "fill_subscription", "purchase_shares"]
    {
        let checker = [("checker", member), ("checker_role", role)];
        let (mut world, instruction) = replaced(name, &checker);
        let code = IssuerError::CheckerMissing as u32;
        world.refuse(instruction).assert_code(code, name);
    }
    let (mut world, approve) = replaced("approve_change", &[("checker", member), ("role", role)]);
    world.refuse(approve).assert_code(SEEDS, "another issuer's checker");
}

#[test]
fn another_issuers_admin_changes_nothing() {
    let foreign = cast().foreign_company;
    for name in [
        "change_setting",
        "propose_change",
        "add_minter",
        "add_payment_mint",
        "wind_down",
        "close_asset",
    ] {
        let admin = [("admin", foreign.admin), ("issuer", foreign.address)];
        let (mut world, instruction) = replaced(name, &admin);
        let code = if name == "propose_change" { SEEDS } else { HAS_ONE };
        let failure = world.refuse(instruction);
        assert!([HAS_ONE, code].map(Some).contains(&failure.code()), "{name}: {failure:?}");
        let (mut world, instruction) = replaced(name, &[("admin", foreign.admin)]);
        world.refuse(instruction).assert_code(IssuerError::NotAdmin as u32, name);
    }
    for (name, actor) in [("withdraw_mint_proposal", "actor"), ("cancel_change", "actor")] {
        let (mut world, instruction) = replaced(name, &[(actor, foreign.admin)]);
        world.refuse(instruction).assert_code(IssuerError::NotAdmin as u32, name);
        let admin = [(actor, foreign.admin), ("issuer", foreign.address)];
        let (mut world, instruction) = replaced(name, &admin);
        world.refuse(instruction).assert_code(HAS_ONE, name);
    }
}

#[test]
fn another_issuers_custodian_attests_nothing_of_ours() {
    let (foreign, share) = (cast().foreign_company, cast().share);
    let attest = issuer::attest(&share, u64::MAX, scrip_svm_tests::START);
    let key = foreign.custodian();
    let own = [
        ("signer", key),
        ("custodian", addresses::custodian(&foreign.address, &key)),
        ("attestation", addresses::attestation(&share.asset, &key)),
    ];
    let attest = with("attest_reserves", attest, own);
    World::new().refuse(attest.clone()).assert_code(SEEDS, "another issuer's custodian");
    let none = [("custodian", addresses::custodian(&share.company.address, &key))];
    let attest = with("attest_reserves", attest, none);
    World::new().refuse(attest).assert_code(NOT_INITIALISED, "no custodian of ours");
}

#[test]
fn another_shares_listing_opens_nothing() {
    let share = &cast().share;
    let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
    let mut world = World::new();
    world.run(issuer::change_asset(share, no_more));
    for other in [cast().other_share, cast().foreign_share] {
        let listing = addresses::payment_listing(&other.asset, &cast().usd);
        let subscribe = issuer::subscribe(share, &cast().alice, SUBSCRIPTION);
        let subscribe = with("subscribe", subscribe, [("payment_listing", listing)]);
        world.refuse(subscribe).assert_code(HAS_ONE, "subscribe");
        let request = issuer::request_redemption(share, &cast().alice, REQUEST);
        let request = with("request_redemption", request, [("payment_listing", listing)]);
        world.refuse(request).assert_code(HAS_ONE, "request");
    }
}

#[test]
fn another_issuers_treasury_is_not_ours() {
    // An issuer account of the attacker's, which names the attacker's treasury.
    let foreign = cast().foreign_company;
    for name in ["fill_subscription", "purchase_shares", "settle_redemption"] {
        let treasury = scrip_svm_tests::payment::account_of(&foreign.treasury(), &cast().usd);
        let others = [("issuer", foreign.address), ("treasury_account", treasury)];
        let (mut world, instruction) = replaced(name, &others);
        world.refuse(instruction).assert_code(crate::codes::OTHER_ADDRESS, name);
    }
}
