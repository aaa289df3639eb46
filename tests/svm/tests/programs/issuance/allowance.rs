//! What one minter may mint: a cap for ever, and a bucket that refills.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::Minter;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, World, cast, issuer_program, token_2022};

const OVER_BUCKET: u32 = IssuerError::OverMinterBucket as u32;
const OVER_CAP: u32 = IssuerError::OverMinterCap as u32;

fn mint(amount: u64) -> Instruction {
    issuer_program::mint_shares(&cast().share, &cast().alice, amount)
}

/// A world in which the minter has this allowance, and has drawn nothing from its bucket.
fn with(cap: u64, capacity: u64, period: u32) -> World {
    let mut world = World::new();
    // The set-up has minted from a bucket of the largest size: let it fill.
    world.set_time(START + 86_400);
    let minted = minter(&world).minted;
    world.run(issuer_program::allow(&cast().share, minted.saturating_add(cap), capacity, period));
    world
}

fn minter(world: &World) -> Minter {
    world.read(&cast().share.minter())
}

#[track_caller]
fn assert_available(world: &World, amount: u64) {
    let mut world = world.clone();
    world.refuse(mint(amount + 1)).assert_code(OVER_BUCKET, "one unit more than is there");
    if amount > 0 {
        world.run(mint(amount));
    }
}

#[test]
fn the_cap_is_for_ever() {
    let mut world = with(100, u64::MAX, 1);
    world.refuse(mint(101)).assert_code(OVER_CAP, "one too many");
    world.run(mint(60));
    world.run(mint(40));
    world.set_time(START + 100 * 86_400);
    world.refuse(mint(1)).assert_code(OVER_CAP, "no time brings it back");
    // Nor does redeeming.
    world.set_time(START + 86_400);
    world.run(issuer_program::redeem_shares(&cast().share, &cast().alice, 100));
    world.refuse(mint(1)).assert_code(OVER_CAP, "nor do redemptions");
}

#[test]
fn a_bucket_drains_and_refills_to_the_second() {
    // 7 units in 10 seconds: 0.7 a second, and no fraction is lost.
    let mut world = with(u64::MAX, 7, 10);
    let start = world.now();
    assert_available(&world, 7);
    world.run(mint(7));
    assert_available(&world, 0);
    for (second, back) in
        [(1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (7, 4), (8, 5), (9, 6), (10, 7), (99, 7)]
    {
        world.set_time(start + second);
        assert_available(&world, back);
    }
}

#[test]
fn small_draws_lose_nothing_of_the_refill() {
    let mut world = with(u64::MAX, 7, 10);
    let start = world.now();
    world.run(mint(7));
    // One unit as soon as it is there, a hundred seconds long: 70 units, no more and no less.
    let mut minted = 0;
    for second in 1..=100 {
        world.set_time(start + second);
        while world.send(mint(1)).is_ok() {
            minted += 1;
        }
    }
    assert_eq!(minted, 70);
}

#[test]
fn a_clock_that_goes_back_refills_nothing() {
    let mut world = with(u64::MAX, 7, 10);
    world.run(mint(7));
    world.set_time(world.now() - 1_000);
    assert_available(&world, 0);
}

#[test]
fn what_is_drawn_stays_drawn_when_limits_change() {
    let mut world = with(u64::MAX, 100, 100);
    let start = world.now();
    world.run(mint(60));
    let cap = minter(&world).cap;
    let allow = |capacity, period| issuer_program::allow(&cast().share, cap, capacity, period);

    // A larger bucket: what is drawn is drawn from it.
    let mut larger = world.clone();
    larger.run(allow(150, 100));
    assert_available(&larger, 90);
    // A smaller one than what is drawn: nothing, until so much has flowed back.
    let mut smaller = world.clone();
    smaller.run(allow(50, 100));
    assert_available(&smaller, 0);
    smaller.set_time(start + 20);
    assert_available(&smaller, 0);
    smaller.set_time(start + 22);
    assert_available(&smaller, 1);
    // A slower one: the same units are drawn, and flow back later.
    let mut slower = world.clone();
    slower.run(allow(100, 1_000));
    assert_available(&slower, 40);
    slower.set_time(start + 10);
    assert_available(&slower, 41);
    // To and fro is no way to fill it.
    let mut fro = world.clone();
    for _ in 0..5 {
        fro.run(allow(1, 1));
        fro.run(allow(100, 100));
    }
    assert_available(&fro, 40);
    // A part of a unit that has flowed back is lost, never gained.
    let mut part = with(u64::MAX, 7, 10);
    part.run(mint(7));
    part.set_time(part.now() + 1);
    let cap = minter(&part).cap;
    part.run(issuer_program::allow(&cast().share, cap, 7, 10));
    part.set_time(part.now() + 1);
    assert_available(&part, 0);
}

#[test]
fn every_minter_has_a_bucket_of_its_own_for_every_asset() {
    let mut world = with(u64::MAX, 5, 1_000);
    world.run(mint(5));
    world.refuse(mint(1)).assert_code(OVER_BUCKET, "drained");
    world.run(issuer_program::mint_shares(&cast().other_share, &cast().alice, 6));
    let member = cast().company.member(Duty::Mint);
    assert_eq!(minter(&world).member, member);
    // A batch draws its sum.
    let mut world = with(u64::MAX, 5, 1_000);
    let batch = |amount| {
        issuer_program::mint_batch(&cast().share, &[(cast().alice, 3), (cast().bob, amount)])
    };
    let before = token_2022::balance(&world, &cast().bob, &cast().share.mint);
    world.refuse(batch(3)).assert_code(OVER_BUCKET, "three and three, where five are left");
    world.run(batch(2));
    assert_eq!(token_2022::balance(&world, &cast().bob, &cast().share.mint), before + 2);
}
