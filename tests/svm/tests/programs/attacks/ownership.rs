//! Token accounts that change their owner, which Token-2022 tells no hook about: the record of the new owner
//! counts from the next transfer on.

use anchor_lang::prelude::Pubkey;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::{Transfer, World, cast, hook_program, keys, token_2022};
use spl_token_2022_interface::instruction::approve;

use crate::codes::{IMMUTABLE_OWNER, INCORRECT_ACCOUNT, OWNER_MISMATCH};
use crate::transfer::stage::{open, register, set_terms, transfer};
use crate::transfer::{assert_allowed, assert_refused};

fn movable() -> Pubkey {
    keys::wallet("movable account")
}

/// A token account of this wallet's that can be given away, with a hundred units from Bob.
fn with_movable_account_of(owner: &Pubkey) -> World {
    let mut world = World::new();
    let create = token_2022::create_movable_account(&world, &movable(), &cast().share.mint, owner);
    world.send_all(&create).unwrap();
    into_it(&cast().bob, 100).send(&mut world).unwrap();
    world
}

fn into_it(from: &Pubkey, amount: u64) -> Transfer {
    Transfer { destination: movable(), ..transfer(from, from, amount) }
}

fn out_of_it(owner: &Pubkey, to: &Pubkey) -> Transfer {
    Transfer { source: movable(), ..transfer(owner, to, 1) }
}

#[test]
fn a_token_account_given_to_somebody_unknown_is_locked() {
    let (alice, bob, carol) = (cast().alice, cast().bob, cast().carol);
    let mut world = with_movable_account_of(&alice);
    assert_allowed(&world, &out_of_it(&alice, &bob));
    world.run(token_2022::give_account(&movable(), &alice, &carol));
    assert_refused(&world, &out_of_it(&carol, &bob), Refusal::SourceMissing);
    assert_refused(&world, &into_it(&bob, 1), Refusal::DestinationMissing);
    // She cannot bring the record of whom she has it from.
    let mut borrowed = out_of_it(&carol, &bob).instruction(&world);
    borrowed.accounts[5].pubkey = cast().share.holder(&alice);
    world.refuse(borrowed).assert_code(INCORRECT_ACCOUNT, "the former owner's record");
    world.run(token_2022::give_account(&movable(), &carol, &alice));
    assert_allowed(&world, &out_of_it(&alice, &bob));
}

#[test]
fn a_token_account_given_to_a_barred_wallet_is_locked_in_open_mode_too() {
    let (alice, bob, carol) = (cast().alice, cast().bob, cast().carol);
    let mut world = with_movable_account_of(&alice);
    set_terms(&mut world, open);
    world.run(hook_program::bar_wallet(&register(), carol, 4));
    world.run(token_2022::give_account(&movable(), &alice, &carol));
    assert_refused(&world, &out_of_it(&carol, &bob), Refusal::SourceSanctioned);
    assert_refused(&world, &into_it(&bob, 1), Refusal::DestinationSanctioned);
}

#[test]
fn a_barred_wallet_that_gives_its_token_account_away_has_given_it_away() {
    // What the hook cannot see: it is the permanent delegate and the freeze authority who reach such an
    // account. The record of the new owner counts, whoever the former one was.
    let (alice, bob) = (cast().alice, cast().bob);
    let mut world = with_movable_account_of(&alice);
    world.run(hook_program::set_holder_status(&register(), &alice, 4));
    assert_refused(&world, &out_of_it(&alice, &bob), Refusal::SourceSanctioned);
    world.run(token_2022::give_account(&movable(), &alice, &bob));
    assert_allowed(&world, &out_of_it(&bob, &bob));
    assert_refused(&world, &out_of_it(&bob, &alice), Refusal::DestinationSanctioned);
}

#[test]
fn a_change_of_owner_between_plan_and_transfer_stops_it() {
    let (alice, bob, carol) = (cast().alice, cast().bob, cast().carol);
    let mut world = with_movable_account_of(&alice);
    let planned = into_it(&bob, 1);
    assert_eq!(planned.check(&mut world), 0);
    let prepared = planned.instruction(&world);
    let give = token_2022::give_account(&movable(), &alice, &carol);
    let failure = world.clone().send_all(&[give.clone(), prepared.clone()]).unwrap_err();
    failure.assert_code(INCORRECT_ACCOUNT, "within a transaction");
    world.run(give);
    world.refuse(prepared).assert_code(INCORRECT_ACCOUNT, "between two transactions");
    assert_eq!(planned.check(&mut world), Refusal::DestinationMissing.code());
}

#[test]
fn a_delegate_does_not_outlast_the_owner_who_approved_it() {
    let (alice, bob, carol, mallory) = (cast().alice, cast().bob, cast().carol, cast().mallory);
    let approve_mallory =
        |owner| approve(&token_2022::ID, &movable(), &mallory, &owner, &[], 10).unwrap();
    let mut world = with_movable_account_of(&alice);
    world.run(approve_mallory(alice));
    let by_mallory = out_of_it(&alice, &bob).signed_by(&mallory);
    assert_allowed(&world, &by_mallory);
    world.run(token_2022::give_account(&movable(), &alice, &carol));
    let instruction = by_mallory.instruction(&world);
    world.refuse(instruction).assert_code(OWNER_MISMATCH, "a delegate of the former owner");
    // Approved by the new owner, it is the new owner's record that counts.
    world.run(approve_mallory(carol));
    assert_refused(&world, &by_mallory, Refusal::SourceMissing);
}

#[test]
fn an_associated_token_account_cannot_be_given_away() {
    let mut world = World::new();
    let account = token_2022::account_of(&cast().alice, &cast().share.mint);
    let give = token_2022::give_account(&account, &cast().alice, &cast().carol);
    world.refuse(give).assert_code(IMMUTABLE_OWNER, "an associated token account");
}
