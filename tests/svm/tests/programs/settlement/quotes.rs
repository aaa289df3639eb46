//! Prices over a split: what lies in escrow are raw units, and a price is for one share of that day.

use scrip_issuer::{FillSubscriptionArgs, RequestRedemptionArgs, SettleRedemptionArgs};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::START;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};

use super::*;

/// A quarter of 125 dollars.
const AFTER: u64 = 31_250_000;

/// With both escrows open, and a 4-for-1 split ahead.
fn split_ahead() -> World {
    let mut world = World::new();
    world.run(subscribe());
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST));
    world.schedule(&cast().share, SPLIT);
    world
}

fn fill_at(price: u64, expected_multiplier: u128) -> Instruction {
    let args = FillSubscriptionArgs { price, expected_multiplier, ..FILL };
    issuer_program::fill_subscription(&cast().share, &cast().alice, NUMBER, args)
}

fn settle_at(price: u64, expected_multiplier: u128) -> Instruction {
    let args = SettleRedemptionArgs { price, expected_multiplier, ..SETTLEMENT };
    issuer_program::settle_redemption(&cast().share, &cast().alice, NUMBER, args)
}

#[test]
fn a_split_moves_nothing_in_escrow() {
    let mut world = split_ahead();
    let before = Books::of(&world);
    let (cash, shares) = (world.data(&subscription()), world.data(&redemption()));
    world.set_time(START + NOTICE);
    assert_eq!(Books::of(&world), before);
    world.set_time(SUBSCRIPTION.deadline);
    assert_eq!((world.data(&subscription()), world.data(&redemption())), (cash, shares));
    world.run(cancel());
    world.run(reclaim());
    let after = Books::of(&world);
    assert_eq!((after.dollars, after.shares), before.of_alice());
}

#[test]
fn whoever_has_not_heard_of_it_is_refused() {
    for (time, heard, unheard) in [(NOTICE - 1, SCALE, 4 * SCALE), (NOTICE, 4 * SCALE, SCALE)] {
        let mut world = split_ahead();
        world.set_time(START + time);
        let price = if heard == SCALE { 125 * DOLLAR } else { AFTER };
        for instruction in [fill_at(price, unheard), settle_at(price, unheard)] {
            assert_eq!(world.refuse(instruction).code(), Some(7066));
        }
        world.run(fill_at(price, heard));
        world.run(settle_at(price, heard));
    }
}

/// The same raw units cost the same before at 125 dollars and afterwards at a quarter of it.
#[test]
fn the_same_raw_units_are_worth_the_same() {
    for (time, price, multiplier) in [(0, 125 * DOLLAR, SCALE), (NOTICE, AFTER, 4 * SCALE)] {
        let mut world = split_ahead();
        world.set_time(START + time);
        let before = Books::of(&world);
        world.run(fill_at(price, multiplier));
        let after = Books {
            treasury: before.treasury + 250 * DOLLAR,
            dollars_held: Some(750 * DOLLAR),
            shares: before.shares + 2 * TOKEN,
            supply: before.supply + 2 * TOKEN,
            ..before
        };
        assert_eq!(Books::of(&world), after);
        let before = after;
        world.run(settle_at(price, multiplier));
        let after = Books {
            dollars: before.dollars + 500 * DOLLAR,
            treasury: before.treasury - 500 * DOLLAR,
            shares_held: Some(6 * TOKEN),
            supply: before.supply - 4 * TOKEN,
            ..before
        };
        assert_eq!(Books::of(&world), after);
    }
}

/// At most 130 dollars and at least 120 dollars were meant for a share of before; of the four now, each has
/// a quarter of them, exactly.
#[test]
fn a_split_divides_the_limits() {
    let (most, least) = (32_500_000, 30_000_000);
    let mut world = split_ahead();
    world.set_time(START + NOTICE);
    for price in [most + 1, 130 * DOLLAR, u64::MAX] {
        assert_eq!(world.refuse(fill_at(price, 4 * SCALE)).code(), Some(7122));
    }
    for price in [0, 1, least - 1] {
        assert_eq!(world.refuse(settle_at(price, 4 * SCALE)).code(), Some(7122));
    }
    let before = Books::of(&world);
    world.run(fill_at(most, 4 * SCALE));
    world.run(settle_at(least, 4 * SCALE));
    let treasury = before.treasury + 260 * DOLLAR - 480 * DOLLAR;
    assert_eq!(Books::of(&world).treasury, treasury);
}

/// Pieces that are worth less than a unit of the payment token are not burnt for nothing.
#[test]
fn no_piece_is_burnt_for_nothing() {
    let mut world = World::new();
    let cheap = RequestRedemptionArgs { min_price: 1, ..REQUEST };
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, cheap));
    let settle = |amount| {
        let args = SettleRedemptionArgs { amount, price: 100, ..SETTLEMENT };
        issuer_program::settle_redemption(&cast().share, &cast().alice, NUMBER, args)
    };
    assert_eq!(world.refuse(settle(999_999)).code(), Some(7040));
    world.run(settle(1_000_000));
}
