//! Terms are for shares of the multiplier in force when the action was scheduled: what a raw unit brings does
//! not change when either share is split in between.

use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::offers::{
    self, EFFECTIVE, SUPPLY, action, both, cash_for, others_for, schedule, stock_treasury,
    wind_down,
};

use super::*;

/// A merger that takes effect a second after all splits.
fn late_merger() -> scrip_issuer::AnnounceActionArgs {
    let mut args = action(ActionKind::Merger, both());
    args.dates.effective_at = EFFECTIVE + 1;
    args
}

/// What Alice is brought for a share of 1.
fn brought(world: &mut World, sequence: u32) -> (u64, u64) {
    let alice = cast().alice;
    let before = (dollars(world, &alice), others(world, &alice));
    world.run(exchange(sequence, TOKEN));
    (dollars(world, &alice) - before.0, others(world, &alice) - before.1)
}

fn open_both(world: &mut World, sequence: u32, deadline: i64, totals: [u64; 2]) {
    let share = &cast().share;
    let with = [PaidWith::Cash, PaidWith::Shares(&cast().other_share)];
    for (with, total) in with.into_iter().zip(totals) {
        let args = scrip_issuer::OpenPayoutArgs { deadline, ..offers::no_tree(total) };
        world.run(issuer_program::open_payout(share, sequence, with, args));
        world.run(issuer_program::approve_payout(share, sequence, with, &args));
        let treasury = cast().company.treasury();
        world.run(issuer_program::fund_payout(share, sequence, with, &treasury, total));
    }
}

#[test]
fn a_split_of_the_share_after_scheduling_changes_nothing() {
    let mut world = World::new();
    stock_treasury(&mut world);
    let sequence = schedule(&mut world, late_merger());
    schedule(&mut world, SPLIT);
    wind_down(&mut world);
    let deadline = offers::DEADLINE + 1;
    open_both(&mut world, sequence, deadline, [cash_for(SUPPLY), others_for(SUPPLY)]);
    world.set_time(EFFECTIVE + 1);
    assert_eq!(read_action(&world, sequence).old_multiplier, scrip_rules::multiplier::SCALE);
    assert_eq!(brought(&mut world, sequence), (cash_for(TOKEN), others_for(TOKEN)));
}

#[test]
fn a_split_of_the_share_before_scheduling_counts() {
    // A raw unit is four shares by then, and each brings the price.
    let mut world = World::new();
    stock_treasury(&mut world);
    schedule(&mut world, SPLIT);
    world.set_time(EFFECTIVE);
    let mut args = action(ActionKind::Merger, both());
    args.dates.effective_at = EFFECTIVE + offers::EFFECTIVE - scrip_svm_tests::START;
    let sequence = schedule(&mut world, args);
    wind_down(&mut world);
    let deadline = offers::DEADLINE + DAY;
    let totals = [cash_for(4 * SUPPLY), others_for(4 * SUPPLY)];
    open_both(&mut world, sequence, deadline, totals);
    world.set_time(args.dates.effective_at);
    assert_eq!(brought(&mut world, sequence), (cash_for(4 * TOKEN), others_for(4 * TOKEN)));
}

#[test]
fn a_split_of_the_other_share_after_the_opening_changes_no_raw_unit() {
    let mut world = World::new();
    stock_treasury(&mut world);
    offers::exchange(&mut world, action(ActionKind::Merger, both()));
    world.schedule(&cast().other_share, SPLIT);
    world.set_time(EFFECTIVE);
    assert_eq!(brought(&mut world, 0), (cash_for(TOKEN), others_for(TOKEN)));
}

#[test]
fn a_split_of_the_other_share_before_the_opening_divides_the_raw_units() {
    let mut world = World::new();
    stock_treasury(&mut world);
    let mut args = action(ActionKind::Merger, both());
    args.dates.effective_at = EFFECTIVE + 1;
    schedule(&mut world, args);
    world.schedule(&cast().other_share, SPLIT);
    wind_down(&mut world);
    world.set_time(EFFECTIVE);
    let deadline = offers::DEADLINE + 1;
    open_both(&mut world, 0, deadline, [cash_for(SUPPLY), SUPPLY * 3 / 28]);
    world.set_time(EFFECTIVE + 1);
    assert_eq!(brought(&mut world, 0), (cash_for(TOKEN), TOKEN * 3 / 28));
}
