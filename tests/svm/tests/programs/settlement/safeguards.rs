//! What stands before a mint stands before a fill and a purchase as well: cap, four eyes, reserves.

use anchor_lang::prelude::AccountMeta;
use scrip_issuer::ID;
use scrip_issuer::events::{ReserveShortfall, SubscriptionFilled};
use scrip_rules::reserves::ReserveMode;
use scrip_svm_tests::START;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::PURCHASE;

use super::fill::{filled, open};
use super::*;

fn purchase() -> Instruction {
    issuer_program::purchase_shares(&cast().share, &cast().alice, PURCHASE)
}

#[test]
fn the_supply_cap_counts_a_fill() {
    let (mut world, before) = open();
    change(&mut world, Change::SupplyCap { raw: before.supply + 2 * TOKEN - 1 });
    assert_eq!(world.refuse(fill()).code(), Some(7041));
    change(&mut world, Change::SupplyCap { raw: before.supply + 2 * TOKEN });
    world.run(fill());
    assert_eq!(world.refuse(fill()).code(), Some(7041));
}

#[test]
fn above_the_threshold_a_checker_signs_a_fill() {
    let (mut world, before) = open();
    change(&mut world, Change::MintFourEyes { above: 2 * TOKEN - 1 });
    assert_eq!(world.refuse(fill()).code(), Some(7008));
    let company = cast().company;
    let checker = company.member(Duty::Check);
    let mut instruction = fill();
    instruction.accounts[6] = AccountMeta::new_readonly(checker, true);
    instruction.accounts[7] = AccountMeta::new_readonly(company.role(Duty::Check), false);
    let receipt = world.run(instruction);
    receipt.assert_event(ID, &SubscriptionFilled { checker, ..filled(&before) });
}

#[test]
fn reserves_stand_behind_a_fill_or_are_told_to_be_missing() {
    let (mut world, before) = open();
    let (share, custodian) = (cast().share, cast().company.custodian());
    let rule = |mode| Change::ReserveRule { mode, max_age: 60, min_custodians: 1, haircut_bps: 0 };
    change(&mut world, rule(ReserveMode::Enforce as u8));
    assert_eq!(world.refuse(fill()).code(), Some(7090));
    world.run(issuer_program::attest(&share, before.supply + 2 * TOKEN, START));
    world.run(issuer_program::backed_by(fill(), &share, &[custodian]));
    let again = issuer_program::backed_by(fill(), &share, &[custodian]);
    assert_eq!(world.refuse(again.clone()).code(), Some(7090), "two shares short");
    change(&mut world, rule(ReserveMode::Warn as u8));
    let receipt = world.run(again);
    let event = ReserveShortfall {
        asset: share.asset,
        needed: u128::from(before.supply + 4 * TOKEN),
        counted: u128::from(before.supply + 2 * TOKEN),
        custodians: 1,
        min_custodians: 1,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 2);
}

#[test]
fn above_the_threshold_a_checker_signs_a_purchase() {
    let mut world = World::new();
    change(&mut world, Change::MintFourEyes { above: 2 * TOKEN - 1 });
    assert_eq!(world.refuse(purchase()).code(), Some(7008));
    let company = cast().company;
    let mut instruction = purchase();
    instruction.accounts[7] = AccountMeta::new_readonly(company.member(Duty::Check), true);
    instruction.accounts[8] = AccountMeta::new_readonly(company.role(Duty::Check), false);
    world.run(instruction);
}

#[test]
fn reserves_stand_behind_a_purchase() {
    let mut world = World::new();
    let (share, custodian) = (cast().share, cast().company.custodian());
    let (mode, max_age) = (ReserveMode::Enforce as u8, 60);
    change(&mut world, Change::ReserveRule { mode, max_age, min_custodians: 1, haircut_bps: 0 });
    assert_eq!(world.refuse(purchase()).code(), Some(7090));
    let needed = Books::of(&world).supply + 2 * TOKEN;
    world.run(issuer_program::attest(&share, needed - 1, START));
    let backed = issuer_program::backed_by(purchase(), &share, &[custodian]);
    assert_eq!(world.refuse(backed.clone()).code(), Some(7090));
    world.run(issuer_program::attest(&share, needed, START));
    world.run(backed);
}
