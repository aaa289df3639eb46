//! What was closed and is called back to life within the same transaction, by lamports or by what closes it.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::{FillSubscriptionArgs, SettleRedemptionArgs};
use scrip_svm_tests::fixtures::{FILL, REQUEST, SETTLEMENT, SUBSCRIPTION, of_issuer};
use scrip_svm_tests::issuer_program as issuer;
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::{TOKEN, World, addresses, cast};
use solana_system_interface::instruction::transfer as send_lamports;

use crate::codes::WRONG_OWNER;

/// A world, what closes something in it, what closes or uses the same once more, and what is closed.
type Closing = (World, Instruction, Vec<Instruction>, Pubkey);

fn subscription() -> [Closing; 3] {
    let (share, alice) = (&cast().share, &cast().alice);
    let mut world = World::new();
    world.run(issuer::subscribe(share, alice, SUBSCRIPTION));
    world.set_time(SUBSCRIPTION.deadline);
    let fill = FillSubscriptionArgs { last: true, ..FILL };
    let ways = [
        issuer::cancel_subscription(share, alice, 7),
        issuer::reject_subscription(share, alice, 7),
        issuer::fill_subscription(share, alice, 7, fill),
    ];
    let closed = addresses::subscription(&share.asset, alice, 7);
    ways.clone().map(|way| (world.clone(), way, ways.to_vec(), closed))
}

fn redemption() -> [Closing; 3] {
    let (share, alice) = (&cast().share, &cast().alice);
    let mut world = World::new();
    world.run(issuer::request_redemption(share, alice, REQUEST));
    world.set_time(REQUEST.deadline);
    let settle = SettleRedemptionArgs { amount: 10 * TOKEN, ..SETTLEMENT };
    let ways = [
        issuer::reclaim_redemption(share, alice, 7),
        issuer::reject_redemption(share, alice, 7),
        issuer::settle_redemption(share, alice, 7, settle),
    ];
    let closed = addresses::redemption(&share.asset, alice, 7);
    ways.clone().map(|way| (world.clone(), way, ways.to_vec(), closed))
}

fn proposal() -> [Closing; 2] {
    let (share, maker) = (&cast().share, cast().company.member(scrip_svm_tests::cast::Duty::Mint));
    let mut world = World::new();
    world.run(issuer::propose_mint(share, &cast().alice, 5, 0));
    let ways = [
        issuer::mint_proposed(share, &cast().alice, 0),
        issuer::withdraw_mint_proposal(share, 0, maker),
    ];
    let closed = addresses::mint_proposal(&share.asset, &maker, 0);
    ways.clone().map(|way| (world.clone(), way, ways.to_vec(), closed))
}

fn pending_change() -> [Closing; 2] {
    let (company, share) = (&cast().company, &cast().share);
    let change = Change::SupplyCap { raw: u64::MAX };
    let mut world = World::new();
    world.run(issuer::propose_change(company, Some(share), change, 0));
    let ways = [
        issuer::execute_change(company, Some(share), change, 0, cast().mallory),
        issuer::cancel_change(company, 0, company.admin),
    ];
    let closed = addresses::pending_change(&company.address, 0);
    ways.clone().map(|way| (world.clone(), way, ways.to_vec(), closed))
}

#[test]
fn nothing_is_closed_twice_within_a_transaction() {
    let all = [&subscription()[..], &redemption(), &proposal(), &pending_change()].concat();
    for (mut world, close, ways, closed) in all {
        world.clone().run(close.clone());
        for again in ways {
            let lamports = send_lamports(&cast().payer, &closed, 10_000_000);
            let failure = world.send_all(&[close.clone(), lamports, again]).unwrap_err();
            failure.assert_code(WRONG_OWNER, "lamports and nothing else");
        }
    }
}

#[test]
fn what_was_revived_by_lamports_is_opened_anew_and_whole() {
    let (share, alice) = (&cast().share, &cast().alice);
    let mut world = World::new();
    world.run(issuer::subscribe(share, alice, SUBSCRIPTION));
    let closed = addresses::subscription(&share.asset, alice, 7);
    let again = issuer::subscribe(share, alice, SUBSCRIPTION);
    let ways = [
        issuer::reject_subscription(share, alice, 7),
        send_lamports(&cast().payer, &closed, 1),
        send_lamports(&cast().payer, &addresses::escrow(&closed), 1),
        again,
    ];
    world.send_all(&ways).unwrap();
    let opened: scrip_issuer::state::Subscription = world.read(&closed);
    assert_eq!((opened.spent, opened.filled, opened.remaining()), (0, 0, 1_000 * DOLLAR));
}

#[test]
fn no_account_receives_its_own_rent() {
    for (name, account) in [
        ("withdraw_mint_proposal", "mint_proposal"),
        ("mint_proposed", "mint_proposal"),
        ("cancel_change", "pending_change"),
        ("execute_change", "pending_change"),
        ("cancel_subscription", "subscription"),
        ("reclaim_redemption", "redemption"),
        ("settle_redemption", "redemption"),
        ("fill_subscription", "subscription"),
    ] {
        let mut world = World::new();
        let instruction = (of_issuer(name).ready)(&mut world);
        let place = scrip_svm_tests::idl::place_of("scrip_issuer", name, account).unwrap();
        let itself = instruction.accounts[place].pubkey;
        world.refuse(issuer::with(name, instruction, [("rent_receiver", itself)]));
    }
}
