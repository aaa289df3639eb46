//! The multiplier over time. At every step, what Token-2022 shows must be what the asset says; Token-2022
//! keeps an `f64` of which it never tells whether it has changed.

use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{ActionTerms, Asset};
use scrip_rules::multiplier::{Multiplier, Ratio, SCALE};
use scrip_svm_tests::fixtures::{self, NOTICE, SPLIT, effective_at};
use scrip_svm_tests::token_2022::{self, mint_extension};
use scrip_svm_tests::{START, TOKEN, Transfer, World, cast, issuer_program};
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;
use spl_token_2022_interface::instruction::amount_to_ui_amount;

/// The multiplier in force by the asset's account, which Token-2022's must equal: the value before, the
/// value after, and the time between.
#[track_caller]
fn in_force(world: &World) -> Multiplier {
    let asset: Asset = world.read(&cast().share.asset);
    let config: ScaledUiAmountConfig = mint_extension(world, &cast().share.mint);
    let track = asset.track().unwrap();
    let image = |multiplier: Multiplier| multiplier.to_f64_bits().to_le_bytes();
    assert_eq!(config.multiplier.0, image(track.current), "before");
    assert_eq!(config.new_multiplier.0, image(track.next), "after");
    assert_eq!(i64::from(config.new_multiplier_effective_timestamp), track.effective_at);
    track.at(world.now())
}

/// What Token-2022 itself shows for one token.
fn shown(world: &World) -> String {
    let instruction = amount_to_ui_amount(&token_2022::ID, &cast().share.mint, TOKEN).unwrap();
    String::from_utf8(world.clone().run(instruction).return_data).unwrap()
}

/// A reinvested dividend of a hundredth, an hour from now.
fn dividend(world: &World) -> AnnounceActionArgs {
    let dates = effective_at(world.now() + NOTICE);
    AnnounceActionArgs { dates, ..fixtures::dividend(1, 100) }
}

/// Announces an action, and what scheduling it then fails with.
#[track_caller]
fn refused(world: &mut World, args: AnnounceActionArgs, error: IssuerError, what: &str) {
    let asset: Asset = world.read(&cast().share.asset);
    world.run(issuer_program::announce_action(&cast().share, asset.action_count, args));
    let expected = in_force(world).scaled();
    let schedule = issuer_program::schedule_action(&cast().share, asset.action_count, expected);
    world.refuse(schedule).assert_code(error as u32, what);
}

#[test]
fn a_split_takes_effect_at_its_second() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let mint = token_2022::mint(&world, &share.mint);
    let balance = token_2022::balance(&world, &alice, &share.mint);
    assert_eq!((in_force(&world), &*shown(&world)), (Multiplier::ONE, "1"));
    world.schedule(&cast().share, SPLIT);
    for (time, scaled, text) in [
        (0, SCALE, "1"),
        (NOTICE - 1, SCALE, "1"),
        (NOTICE, 4 * SCALE, "4"),
        (NOTICE + 1, 4 * SCALE, "4"),
        (1_000 * NOTICE, 4 * SCALE, "4"),
    ] {
        world.set_time(START + time);
        assert_eq!((in_force(&world).scaled(), &*shown(&world)), (scaled, text), "{time}");
    }
    // Nobody's raw units moved.
    assert_eq!(token_2022::mint(&world, &share.mint), mint);
    assert_eq!(token_2022::balance(&world, &alice, &share.mint), balance);
}

#[test]
fn a_second_action_follows_the_first() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE + 400);
    let args = dividend(&world);
    world.schedule(&cast().share, args);
    let (split, both) = (4 * SCALE, 404 * SCALE / 100);
    for (time, scaled, text) in [
        // The split stays in force while the dividend is pending.
        (NOTICE + 400, split, "4"),
        (2 * NOTICE + 399, split, "4"),
        (2 * NOTICE + 400, both, "4.04"),
        (3 * NOTICE, both, "4.04"),
    ] {
        world.set_time(START + time);
        assert_eq!((in_force(&world).scaled(), &*shown(&world)), (scaled, text), "{time}");
    }
}

#[test]
fn actions_follow_each_other_at_the_second_of_their_effect() {
    let mut world = World::new();
    let mut exact = Multiplier::ONE;
    for (numerator, denominator) in
        [(1_003, 1_000), (1_000_000_007, 1_000_000_000), (7, 3), (20, 1)]
    {
        let kind = if numerator > 2 * denominator { 1 } else { 2 };
        let terms = match kind {
            1 => ActionTerms::Ratio { numerator, denominator },
            _ => fixtures::dividend(numerator - denominator, denominator).terms,
        };
        let args = AnnounceActionArgs { kind, terms, ..dividend(&world) };
        world.schedule(&cast().share, args);
        assert_eq!(in_force(&world), exact);
        world.set_time(args.dates.effective_at);
        exact = exact.apply(Ratio::new(numerator, denominator).unwrap()).unwrap();
        assert_eq!(in_force(&world), exact);
    }
}

#[test]
fn a_pending_change_is_not_replaced() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    for time in [0, 1, NOTICE - 1] {
        world.set_time(START + time);
        let args = dividend(&world);
        refused(&mut world, args, IssuerError::ChangePending, "pending");
        assert_eq!(in_force(&world), Multiplier::ONE);
    }
    world.set_time(START + NOTICE);
    let args = dividend(&world);
    world.schedule(&cast().share, args);
}

#[test]
fn a_clock_that_goes_back_does_not_unlock_a_second_change() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE);
    world.set_time(START + NOTICE - 1);
    assert_eq!((in_force(&world), &*shown(&world)), (Multiplier::ONE, "1"));
    let args = dividend(&world);
    refused(&mut world, args, IssuerError::ChangePending, "pending");
}

#[test]
fn the_bounds_themselves_are_allowed() {
    let terms = ActionTerms::Ratio { numerator: 20, denominator: 1 };
    let split = AnnounceActionArgs { terms, ..SPLIT };
    let dividend = fixtures::dividend(1, 10);
    for (args, scaled) in [(split, 20 * SCALE), (dividend, 11 * SCALE / 10)] {
        let mut world = World::new();
        world.schedule(&cast().share, args);
        world.set_time(args.dates.effective_at);
        assert_eq!(in_force(&world).scaled(), scaled);
    }
}

#[test]
fn halt_blackout_and_pause_do_not_touch_the_schedule() {
    let mut world = World::new();
    world.run(issuer_program::halt(&cast().share, 2, 0));
    world.run(issuer_program::pause(&cast().share));
    world.schedule(&cast().share, SPLIT);
    world.run(issuer_program::set_blackout(&cast().share, START, START + 2 * NOTICE));
    world.set_time(START + NOTICE);
    assert_eq!((in_force(&world).scaled(), &*shown(&world)), (4 * SCALE, "4"));
}

#[test]
fn transfers_and_mints_go_on_in_raw_units() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE);
    Transfer::new(&share.mint, &alice, &bob, TOKEN).send(&mut world).unwrap();
    assert_eq!(token_2022::balance(&world, &bob, &share.mint), 1_001 * TOKEN);
    let receipt = world.run(issuer_program::mint_shares(&share, &alice, 3));
    let supply = token_2022::mint(&world, &share.mint).supply;
    let event = scrip_issuer::events::SharesMinted {
        asset: share.asset,
        recipient: alice,
        actor: share.company.member(scrip_svm_tests::cast::Duty::Mint),
        checker: anchor_lang::prelude::Pubkey::default(),
        amount: 3,
        old_supply: supply - 3,
        new_supply: supply,
        multiplier: 4 * SCALE,
        reference: issuer_program::REFERENCE,
    };
    receipt.assert_event(scrip_issuer::ID, &event);
}
