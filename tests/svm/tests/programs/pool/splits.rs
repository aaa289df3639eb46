//! A split in the middle of a pool's life: no reserve moves, the price of a raw unit stays, and what was computed with
//! the old multiplier is refused.

use scrip_example_pool::error::PoolError;
use scrip_example_pool::{DepositArgs, SwapArgs};
use scrip_rules::multiplier::{Multiplier, Rounding, SCALE};
use scrip_svm_tests::START;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, dividend};

use super::*;

const ISSUER_MULTIPLIER_MOVED: u32 = 7_066;

/// A funded pool a second before a 4-for-1 split.
fn before_split() -> World {
    let mut world = funded();
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE - 1);
    world
}

fn at(multiplier: u128, args: SwapArgs) -> SwapArgs {
    SwapArgs { expected_multiplier: multiplier * SCALE, ..args }
}

#[test]
fn a_split_moves_no_reserve_and_no_price_of_a_raw_unit() {
    let (mut world, pool) = (before_split(), Stage::dollars());
    let (alice, bob) = (cast().alice, cast().bob);
    let before = [pool.address, alice, bob].map(|owner| pool.wallet(&world, &owner));
    let quoted: Quote = returned(&world.run(pool.quote(&bob, Side::Sell, TOKEN)));
    world.set_time(START + NOTICE);
    assert_eq!([pool.address, alice, bob].map(|owner| pool.wallet(&world, &owner)), before);
    let split: Quote = returned(&world.run(pool.quote(&bob, Side::Sell, TOKEN)));
    assert_eq!(split, Quote { multiplier: 4 * SCALE, ..quoted });
    // The same raw units are four times the shares, each at a quarter of the price.
    let shares = |scaled| {
        let multiplier = Multiplier::from_scaled(scaled).unwrap();
        multiplier.raw_to_shares(TOKEN, Rounding::Down).unwrap()
    };
    assert_eq!(shares(split.multiplier), 4 * shares(quoted.multiplier));
}

#[test]
fn a_price_from_before_the_split_is_refused_and_one_from_after_it_is_not() {
    let (mut world, pool) = (before_split(), Stage::dollars());
    let (bob, moved) = (cast().bob, PoolError::MultiplierMoved as u32);
    for args in [sell(TOKEN), buy(DOLLAR)] {
        world.refuse(pool.swap(&bob, at(4, args))).assert_code(moved, "not yet");
        world.clone().run(pool.swap(&bob, at(1, args)));
        let mut world = world.clone();
        world.set_time(START + NOTICE);
        world.refuse(pool.swap(&bob, at(1, args))).assert_code(moved, "no longer");
        let receipt = world.run(pool.swap(&bob, at(4, args)));
        let told = match args.side {
            Side::Sell => Trade { fee: 300_000, amount_out: 197_431_606 },
            Side::Buy => Trade { fee: 3_000, amount_out: 498_475 },
        };
        assert!(logged(&receipt, &pool.swapped(&bob, at(4, args), told)), "{args:?}");
    }
    let late = DepositArgs { expected_multiplier: 4 * SCALE, ..FIRST };
    world.refuse(pool.deposit(&bob, late)).assert_code(ISSUER_MULTIPLIER_MOVED, "a deposit");
    world.clone().run(pool.deposit(&bob, FIRST));
    world.set_time(START + NOTICE);
    world.refuse(pool.deposit(&bob, FIRST)).assert_code(ISSUER_MULTIPLIER_MOVED, "a deposit");
    world.run(pool.deposit(&bob, late));
}

#[test]
fn depositors_take_out_the_same_raw_units_before_and_after() {
    let (mut world, pool) = (before_split(), Stage::dollars());
    let alice = cast().alice;
    let taken = |mut world: World| {
        let before = pool.wallet(&world, &alice);
        world.run(pool.withdraw(&alice, FIRST_LIQUIDITY));
        let after = pool.wallet(&world, &alice);
        [after[0] - before[0], after[1] - before[1]]
    };
    let before = taken(world.clone());
    assert_eq!(before, [9_999_999_292, 19_999_998_585]);
    world.set_time(START + NOTICE);
    assert_eq!(taken(world), before);
}

#[test]
fn a_dividend_that_is_reinvested_raises_the_worth_of_a_raw_unit_and_no_reserve() {
    let (mut world, pool) = (funded(), Stage::dollars());
    world.schedule(&cast().share, dividend(5, 100));
    let before = pool.reserves(&world);
    world.set_time(START + NOTICE);
    assert_eq!(pool.reserves(&world), before);
    let quote: Quote = returned(&world.run(pool.quote(&cast().bob, Side::Sell, TOKEN)));
    assert_eq!(quote.multiplier, SCALE / 100 * 105);
    let args = SwapArgs { expected_multiplier: quote.multiplier, ..sell(TOKEN) };
    world.run(pool.swap(&cast().bob, args));
}
