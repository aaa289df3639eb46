//! The same business in many small parts: whoever is free to choose the parts gains nothing.

use scrip_issuer::change::Change;
use scrip_issuer::{
    FillSubscriptionArgs, PurchaseSharesArgs, Quantity, RequestRedemptionArgs, SettleRedemptionArgs,
};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::fixtures::{FILL, PURCHASE, REQUEST, SETTLEMENT, SUBSCRIPTION, new_share};
use scrip_svm_tests::issuer_program as issuer;
use scrip_svm_tests::setup::{asset_args, let_mint};
use scrip_svm_tests::{World, addresses, cast, payment, token_2022};

/// Parts, each of as many raw units.
const PARTS: u64 = 25;
const UNITS: u64 = 7;
/// Dollars for a share, base units: a raw unit is worth 1.234…
const PRICE: u64 = 123_456_789;

fn with_fees() -> World {
    let mut world = World::new();
    let fees = Change::Fees { purchase_bps: 30, redemption_bps: 30 };
    world.run(issuer::change_asset(&cast().share, fees));
    world
}

fn alices_dollars(world: &World) -> u64 {
    payment::balance(world, &payment::account_of(&cast().alice, &cast().usd))
}

/// What Alice pays for so many raw units.
fn paid_for(world: &mut World, amount: u64) -> u64 {
    let args = PurchaseSharesArgs { amount, price: PRICE, max_payment: u64::MAX, ..PURCHASE };
    let before = alices_dollars(world);
    world.run(issuer::purchase_shares(&cast().share, &cast().alice, args));
    before - alices_dollars(world)
}

#[test]
fn an_investor_saves_nothing_by_buying_little_by_little() {
    let mut world = with_fees();
    let at_once = paid_for(&mut world, PARTS * UNITS);
    let in_parts: u64 = (0..PARTS).map(|_| paid_for(&mut world, UNITS)).sum();
    // Value and fee are rounded up: by less than a unit each, each time.
    assert!(in_parts >= at_once && in_parts < at_once + 2 * PARTS, "{in_parts} {at_once}");
}

#[test]
fn the_fills_of_a_subscription_round_by_less_than_two_units_each() {
    let mut world = with_fees();
    let (share, alice) = (&cast().share, &cast().alice);
    let limit = scrip_issuer::SubscribeArgs { limit_price: 2 * PRICE, ..SUBSCRIPTION };
    world.run(issuer::subscribe(share, alice, limit));
    let spent = |world: &mut World, amount| {
        let address = addresses::subscription(&share.asset, alice, 7);
        let before = world.read::<scrip_issuer::state::Subscription>(&address).spent;
        let fill = FillSubscriptionArgs { amount, price: PRICE, ..FILL };
        world.run(issuer::fill_subscription(share, alice, 7, fill));
        world.read::<scrip_issuer::state::Subscription>(&address).spent - before
    };
    let at_once = spent(&mut world, PARTS * UNITS);
    let in_parts: u64 = (0..PARTS).map(|_| spent(&mut world, UNITS)).sum();
    assert!(in_parts >= at_once && in_parts < at_once + 2 * PARTS, "{in_parts} {at_once}");
}

#[test]
fn the_settlements_of_a_redemption_round_by_less_than_two_units_each() {
    let mut world = with_fees();
    let (share, alice) = (&cast().share, &cast().alice);
    let received = |world: &mut World, amount| {
        let before = alices_dollars(world);
        let settle = SettleRedemptionArgs { amount, price: PRICE, ..SETTLEMENT };
        world.run(issuer::settle_redemption(share, alice, 7, settle));
        alices_dollars(world) - before
    };
    let cheap = RequestRedemptionArgs { min_price: 1, ..REQUEST };
    world.run(issuer::request_redemption(share, alice, cheap));
    let at_once = received(&mut world, PARTS * UNITS);
    let in_parts: u64 = (0..PARTS).map(|_| received(&mut world, UNITS)).sum();
    assert!(in_parts <= at_once && in_parts + 2 * PARTS > at_once, "{in_parts} {at_once}");
}

/// Each part is rounded up, but the parts together cost no more than the limit allows for their sum.
#[test]
fn the_roundings_of_fills_do_not_add_up_beyond_the_limit() {
    let mut world = with_fees();
    let (share, alice) = (&cast().share, &cast().alice);
    let limit = scrip_issuer::SubscribeArgs { limit_price: PRICE, ..SUBSCRIPTION };
    world.run(issuer::subscribe(share, alice, limit));
    let fill = |price| {
        let fill = FillSubscriptionArgs { amount: UNITS, price, ..FILL };
        issuer::fill_subscription(share, alice, 7, fill)
    };
    // Seven units are worth 8.64…: 9 and a fee of 1; fourteen 17.28…: 18 and a fee of 1, not 20.
    world.run(fill(PRICE));
    assert_eq!(world.refuse(fill(PRICE)).code(), Some(7122));
    world.run(fill(100_000_000));
}

/// Each part is rounded down, but the parts together bring no less than the limit allows for their sum.
#[test]
fn the_roundings_of_settlements_do_not_add_up_beyond_the_limit() {
    let mut world = with_fees();
    let (share, alice) = (&cast().share, &cast().alice);
    let request = RequestRedemptionArgs { min_price: PRICE, ..REQUEST };
    world.run(issuer::request_redemption(share, alice, request));
    let settle = |price| {
        let settle = SettleRedemptionArgs { amount: UNITS, price, ..SETTLEMENT };
        issuer::settle_redemption(share, alice, 7, settle)
    };
    // Seven units bring 8 less a fee of 1; fourteen must bring 17 less a fee of 1, not 14.
    world.run(settle(PRICE));
    assert_eq!(world.refuse(settle(PRICE)).code(), Some(7122));
    world.run(settle(150_000_000));
}

/// A share of which a raw unit is 1.5 shares.
fn one_and_a_half(world: &mut World) -> (Share, u128) {
    let (share, multiplier) = (new_share(), SCALE + SCALE / 2);
    let args = scrip_issuer::CreateAssetArgs { multiplier, ..asset_args(&share) };
    world.run(issuer::create_asset(&share, args));
    let_mint(world, &share);
    world.run(token_2022::create_account(&cast().alice, &share.mint));
    (share, multiplier)
}

#[test]
fn a_minter_gains_nothing_by_minting_shares_one_by_one() {
    let mut world = World::new();
    let (share, expected_multiplier) = one_and_a_half(&mut world);
    let alice = cast().alice;
    let mut minted = |shares| {
        let before = token_2022::balance(&world, &alice, &share.mint);
        let quantity = Quantity::Shares { shares, expected_multiplier };
        world.run(issuer::mint_quantity(&share, &alice, quantity, issuer::issue(&share)));
        token_2022::balance(&world, &alice, &share.mint) - before
    };
    // 50 shares are 33 raw units; 2 shares are one, and never two.
    assert_eq!(minted(50), 33);
    assert_eq!((0..25).map(|_| minted(2)).sum::<u64>(), 25);
}

#[test]
fn a_holder_gains_nothing_by_redeeming_shares_one_by_one() {
    let mut world = World::new();
    let (share, expected_multiplier) = one_and_a_half(&mut world);
    let alice = cast().alice;
    world.run(issuer::mint_shares(&share, &alice, 1_000));
    let quantity = Quantity::Shares { shares: 2, expected_multiplier };
    let off_chain = RequestRedemptionArgs { quantity, min_price: 0, ..REQUEST };
    for id in 0..5 {
        let args = RequestRedemptionArgs { id, ..off_chain };
        world.run(issuer::request_redemption(&share, &alice, args));
    }
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), 995);
    // What is less than a raw unit is not a redemption of nothing.
    let quantity = Quantity::Shares { shares: 1, expected_multiplier };
    let args = RequestRedemptionArgs { id: 9, quantity, ..off_chain };
    world.refuse(issuer::request_redemption(&share, &alice, args));
}
