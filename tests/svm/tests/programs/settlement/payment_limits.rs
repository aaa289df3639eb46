//! Where the payment token itself keeps cash from going back: what happens then, and the way out afterwards.

use scrip_svm_tests::payment::TOKEN_PROGRAM;
use scrip_svm_tests::{Transfer, hook_program, keys};
use scrip_transfer_hook::PolicyTerms;
use spl_token_2022_interface::extension::{pausable, transfer_fee, transfer_hook};
use spl_token_2022_interface::instruction as token;
use token_2022::ID;

use super::money::*;
use super::payment_tokens::{
    CLOSE_AUTHORITY, FEE_OF_NOTHING, HOOK_OF_NOBODY, PAUSABLE, PERMANENT_DELEGATE, set_fee,
};
use super::token_limits::{FROZEN, PAUSED, WITHOUT_HOOK, due};
use super::*;

/// Token-2022's `AccountHasWithheldTransferFees`.
const WITHHELD: u32 = 35;
/// There is no such account.
const NOT_THERE: u32 = 3012;

/// At the deadline, with an open subscription in new money.
fn due_in_money(extensions: &[Extension]) -> World {
    let mut world = world_with_money(extensions);
    world.run(in_money(subscribe()));
    world.set_time(SUBSCRIPTION.deadline);
    world
}

#[test]
fn a_frozen_account_for_dollars_can_be_replaced() {
    let mut world = due();
    let (usd, authority) = (cast().usd, cast().usd_authority);
    let own = payment::account_of(&cast().alice, &usd);
    world.run(token::freeze_account(&TOKEN_PROGRAM, &own, &usd, &authority, &[]).unwrap());
    assert_eq!(world.refuse(cancel()).code(), Some(FROZEN));
    let other = keys::wallet("alice's other dollars");
    let create = payment::create_plain_account(&world, &other, &usd, &cast().alice);
    world.send_all(&create).unwrap();
    world.run(instead(cancel(), &own, &other));
    assert_eq!(payment::balance(&world, &other), 1_000 * DOLLAR);
}

#[test]
fn a_frozen_escrow_waits_for_whoever_froze_it() {
    let mut world = due();
    let before = Books::of(&world);
    let (usd, authority) = (cast().usd, cast().usd_authority);
    let escrow = addresses::escrow(&subscription());
    world.run(token::freeze_account(&TOKEN_PROGRAM, &escrow, &usd, &authority, &[]).unwrap());
    for instruction in [cancel(), reject_subscription(), fill()] {
        assert_eq!(world.refuse(instruction).code(), Some(FROZEN));
    }
    world.run(token::thaw_account(&TOKEN_PROGRAM, &escrow, &usd, &authority, &[]).unwrap());
    world.run(cancel());
    assert_eq!(Books::of(&world).of_alice(), before.of_alice());
}

#[test]
fn a_paused_payment_token_waits_for_its_issuer() {
    let mut world = due_in_money(&[PAUSABLE]);
    world.run(pausable::instruction::pause(&ID, &money(), &bank(), &[]).unwrap());
    assert_eq!(world.refuse(in_money(cancel())).code(), Some(PAUSED));
    world.run(pausable::instruction::resume(&ID, &money(), &bank(), &[]).unwrap());
    world.run(in_money(cancel()));
    assert_eq!(has(&world, &cast().alice), 10_000 * DOLLAR);
}

#[test]
fn a_fee_since_then_is_the_tokens_own() {
    let mut world = due_in_money(&[FEE_OF_NOTHING]);
    world.run(set_fee(100));
    world.set_epoch(2);
    world.run(in_money(cancel()));
    // One in a hundred of the thousand stays withheld in Alice's account.
    assert_eq!(has(&world, &cast().alice), 9_990 * DOLLAR);
    assert_eq!(world.account(&subscription()), None);
}

#[test]
fn a_fee_withheld_in_the_escrow_can_be_harvested_by_anybody() {
    let mut world = due_in_money(&[FEE_OF_NOTHING]);
    world.run(set_fee(100));
    world.set_epoch(2);
    let (escrow, treasury) = (addresses::escrow(&subscription()), cast().company.treasury());
    let (from, amount) = (purse(&treasury), 100);
    world.run(payment::transfer(&from, &money(), &escrow, &treasury, amount, &ID));
    assert_eq!(world.refuse(in_money(cancel())).code(), Some(WITHHELD));
    let harvest = transfer_fee::instruction::harvest_withheld_tokens_to_mint;
    world.run(harvest(&ID, &money(), &[&escrow]).unwrap());
    world.run(in_money(cancel()));
    // 1,000.000099 come out of the escrow, and the fee on that is rounded up.
    assert_eq!(has(&world, &cast().alice), 9_990 * DOLLAR + 99 - 1);
}

#[test]
fn a_hook_since_then_gets_its_accounts() {
    let mut world = due_in_money(&[HOOK_OF_NOBODY]);
    let program = Some(scrip_transfer_hook::ID);
    let update = transfer_hook::instruction::update(&ID, &money(), &bank(), &[], program);
    let (admission_mode, paths) = (2, scrip_rules::paths::ALL);
    let terms = PolicyTerms { admission_mode, paths, ..scrip_svm_tests::setup::terms() };
    let registry = cast().company.register.address;
    world.run(update.unwrap());
    world.run(hook_program::create_policy(&money(), bank(), registry, terms));
    assert_eq!(world.refuse(in_money(cancel())).error, WITHOUT_HOOK);
    let back = Transfer {
        source: addresses::escrow(&subscription()),
        destination: purse(&cast().alice),
        authority: cast().share.asset,
        ..Transfer::new(&money(), &cast().alice, &cast().alice, 1_000 * DOLLAR)
    };
    let asked_for = back.instruction(&world).accounts.split_off(4);
    let mut instruction = in_money(cancel());
    instruction.accounts.extend(asked_for);
    world.run(instruction);
    assert_eq!(has(&world, &cast().alice), 10_000 * DOLLAR);
}

#[test]
fn a_closed_payment_mint_stops_the_payment_but_not_the_way_back() {
    let mut world = World::new();
    mint_money(&mut world, &[CLOSE_AUTHORITY]);
    accept_money(&mut world);
    let before = Books::of(&world);
    world.run(in_money(request()));
    for wallet in [cast().alice, cast().company.treasury()] {
        world.run(payment::create_account(&wallet, &money(), &ID));
    }
    world.run(token::close_account(&ID, &money(), &cast().mallory, &bank(), &[]).unwrap());
    assert_eq!(world.refuse(in_money(settle())).code(), Some(NOT_THERE));
    world.set_time(REQUEST.deadline);
    world.run(in_money(reclaim()));
    let after = Books::of(&world);
    assert_eq!(after, Books { lamports: after.lamports, ..before });
}

/// Whoever lists a token with a permanent delegate trusts its issuer with all of it, in escrow or not.
#[test]
fn an_escrow_that_was_seized_is_closed_all_the_same() {
    let mut world = due_in_money(&[PERMANENT_DELEGATE]);
    let escrow = addresses::escrow(&subscription());
    world.run(token::burn(&ID, &escrow, &money(), &bank(), &[], 1_000 * DOLLAR).unwrap());
    world.run(in_money(cancel()));
    assert_eq!(world.account(&subscription()), None);
    assert_eq!(has(&world, &cast().alice), 9_000 * DOLLAR);
}

/// Only a mint that nobody has anything of can be closed, so this takes a seizure first. What is left are the
/// rents; they come back once there is a mint at that address again.
#[test]
fn a_mint_closed_over_a_seized_escrow_keeps_no_more_than_the_rents() {
    let mut world = World::new();
    let extensions = [PERMANENT_DELEGATE, CLOSE_AUTHORITY];
    mint_money(&mut world, &extensions);
    accept_money(&mut world);
    let before = Books::of(&world);
    hand_out_money(&mut world);
    let paid = before.lamports - Books::of(&world).lamports;
    world.run(in_money(subscribe()));
    let holders = [purse(&cast().alice), purse(&cast().company.treasury())];
    for account in [&holders[..], &[addresses::escrow(&subscription())]].concat() {
        let all = payment::balance(&world, &account);
        world.run(token::burn(&ID, &account, &money(), &bank(), &[], all).unwrap());
    }
    let payer = cast().payer;
    world.run(token::close_account(&ID, &money(), &payer, &bank(), &[]).unwrap());
    world.set_time(SUBSCRIPTION.deadline);
    assert_eq!(world.refuse(in_money(cancel())).code(), Some(NOT_THERE));
    mint_money(&mut world, &extensions);
    world.run(in_money(cancel()));
    assert_eq!(Books::of(&world), Books { lamports: before.lamports - paid, ..before });
}
