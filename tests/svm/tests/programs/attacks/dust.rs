//! Dust that somebody sends to an escrow: it stops nothing, is neither lost nor minted, and moves no limit.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::state::{Redemption, Subscription};
use scrip_issuer::{FillSubscriptionArgs, SettleRedemptionArgs};
use scrip_svm_tests::fixtures::{FILL, REQUEST, SETTLEMENT, SUBSCRIPTION};
use scrip_svm_tests::issuer_program as issuer;
use scrip_svm_tests::payment::{self, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{TOKEN, Transfer, World, addresses, cast, token_2022};
use scrip_transfer_hook::PolicyTerms;

const DUST: u64 = 3;

fn dollars(world: &World, wallet: &Pubkey) -> u64 {
    payment::balance(world, &payment::account_of(wallet, &cast().usd))
}

fn shares(world: &World, wallet: &Pubkey) -> u64 {
    token_2022::balance(world, wallet, &cast().share.mint)
}

/// Alice's subscription, with Bob's dust in its escrow.
fn dusty_subscription() -> (World, Pubkey, Pubkey) {
    let mut world = World::new();
    let (share, alice) = (&cast().share, &cast().alice);
    world.run(issuer::subscribe(share, alice, SUBSCRIPTION));
    let subscription = addresses::subscription(&share.asset, alice, 7);
    let (escrow, bob, usd) = (addresses::escrow(&subscription), cast().bob, cast().usd);
    let from = payment::account_of(&bob, &usd);
    world.run(payment::transfer(&from, &usd, &escrow, &bob, DUST, &TOKEN_PROGRAM));
    (world, subscription, escrow)
}

#[test]
fn dust_in_a_subscription_goes_back_with_the_rest() {
    let (share, alice) = (&cast().share, &cast().alice);
    let (mut ready, subscription, escrow) = dusty_subscription();
    let before = dollars(&ready, alice);
    let in_part =
        |last| issuer::fill_subscription(share, alice, 7, FillSubscriptionArgs { last, ..FILL });
    // 250 of a thousand dollars are spent.
    ready.run(in_part(false));
    assert_eq!(ready.read::<Subscription>(&subscription).remaining(), 750 * DOLLAR);
    let treasury = dollars(&ready, &share.company.treasury());
    let ends: [(Instruction, u64); 3] = [
        (issuer::cancel_subscription(share, alice, 7), 750 * DOLLAR),
        (issuer::reject_subscription(share, alice, 7), 750 * DOLLAR),
        (in_part(true), 500 * DOLLAR),
    ];
    for (place, (end, back)) in ends.into_iter().enumerate() {
        let mut world = ready.clone();
        world.set_time(SUBSCRIPTION.deadline);
        world.run(end);
        assert_eq!(dollars(&world, alice), before + back + DUST);
        let paid = if place == 2 { 250 * DOLLAR } else { 0 };
        assert_eq!(dollars(&world, &share.company.treasury()), treasury + paid);
        assert!(world.account(&escrow).is_none() && world.account(&subscription).is_none());
    }
}

#[test]
fn a_subscription_filled_to_its_end_returns_the_dust() {
    let (share, alice) = (&cast().share, &cast().alice);
    let (mut world, subscription, escrow) = dusty_subscription();
    let before = dollars(&world, alice);
    let all = FillSubscriptionArgs { amount: 8 * TOKEN, ..FILL };
    world.run(issuer::fill_subscription(share, alice, 7, all));
    assert_eq!(dollars(&world, alice), before + DUST);
    assert!(world.account(&escrow).is_none() && world.account(&subscription).is_none());
}

/// Alice's redemption, with Bob's dust in its escrow.
fn dusty_redemption() -> (World, Pubkey, Pubkey) {
    let mut world = World::new();
    let (share, alice, bob) = (&cast().share, &cast().alice, &cast().bob);
    world.run(issuer::request_redemption(share, alice, REQUEST));
    let redemption = addresses::redemption(&share.asset, alice, 7);
    let escrow = addresses::escrow(&redemption);
    let dust = Transfer { destination: escrow, ..Transfer::new(&share.mint, bob, bob, DUST) };
    // Whoever may send may send to the asset.
    dust.send(&mut world).unwrap();
    assert_eq!(payment::balance(&world, &escrow), 10 * TOKEN + DUST);
    (world, redemption, escrow)
}

fn everywhere(world: &World, escrow: &Pubkey) -> u64 {
    let escrowed = world.account(escrow).map_or(0, |_| payment::balance(world, escrow));
    let wallets = [cast().alice, cast().bob, cast().carol];
    escrowed + wallets.iter().map(|wallet| shares(world, wallet)).sum::<u64>()
}

#[test]
fn dust_in_a_redemption_stops_neither_end() {
    let (share, alice) = (&cast().share, &cast().alice);
    let (mut ready, redemption, escrow) = dusty_redemption();
    let before = shares(&ready, alice);
    let settle = |amount| {
        issuer::settle_redemption(share, alice, 7, SettleRedemptionArgs { amount, ..SETTLEMENT })
    };
    ready.run(settle(4 * TOKEN));
    assert_eq!(ready.read::<Redemption>(&redemption).remaining(), 6 * TOKEN);
    // What is in the escrow beyond the redemption is not paid for.
    ready.refuse(settle(6 * TOKEN + DUST));
    for (end, back) in [
        (issuer::reclaim_redemption(share, alice, 7), 6 * TOKEN + DUST),
        (issuer::reject_redemption(share, alice, 7), 6 * TOKEN + DUST),
        (settle(6 * TOKEN), 0),
    ] {
        let mut world = ready.clone();
        world.set_time(REQUEST.deadline);
        world.run(end);
        assert_eq!(shares(&world, alice), before + back);
        assert!(world.account(&escrow).is_none() && world.account(&redemption).is_none());
        // What was not returned is burnt: the supply is what there is.
        let supply = token_2022::mint(&world, &share.mint).supply;
        assert_eq!(supply, everywhere(&world, &escrow));
    }
}

#[test]
fn dust_under_an_open_policy_changes_no_account_of_the_program() {
    let (share, alice, bob) = (&cast().share, &cast().alice, &cast().bob);
    let mut world = World::new();
    let open = PolicyTerms { admission_mode: 2, paths: scrip_rules::paths::ALL, ..terms() };
    world.run(issuer::update_policy(share, open));
    world.run(issuer::request_redemption(share, alice, REQUEST));
    let redemption = addresses::redemption(&share.asset, alice, 7);
    let before: Redemption = world.read(&redemption);
    let escrow = addresses::escrow(&redemption);
    let dust = Transfer { destination: escrow, ..Transfer::new(&share.mint, bob, bob, DUST) };
    dust.send(&mut world).unwrap();
    world.assert_account(&redemption, &before);
    world.set_time(REQUEST.deadline);
    world.run(issuer::reclaim_redemption(share, alice, 7));
    let supply = token_2022::mint(&world, &share.mint).supply;
    assert_eq!(supply, everywhere(&world, &escrow));
}
