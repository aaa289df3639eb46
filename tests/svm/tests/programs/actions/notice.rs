//! The minimum notice runs from the announcement, and again from every amendment. Whoever schedules too late has
//! missed it.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::Asset;
use scrip_svm_tests::fixtures::SPLIT;

use super::*;
use crate::governance::at_once;

const SHORT: u32 = IssuerError::NoticeTooShort as u32;

#[test]
fn runs_from_the_announcement_whenever_it_is_scheduled() {
    let mut world = World::new();
    world.refuse(announce(0, taking_effect(AT - 1, SPLIT))).assert_code(SHORT, "announced");
    world.run(announce(0, SPLIT));
    // Approval and scheduling need none of it.
    world.set_time(AT - 1);
    world.run(schedule(0));
    world.set_time(AT);
    world.run(issuer_program::assert_multiplier(&cast().share, 4 * SCALE));
}

#[test]
fn begins_again_with_every_amendment() {
    let mut world = World::new();
    world.run(announce(0, SPLIT));
    for (amendments, after) in [(1, 1), (2, NOTICE / 2), (3, NOTICE - 1)] {
        world.set_time(START + after);
        let early = taking_effect(AT + after - 1, SPLIT);
        world.refuse(amend(0, early)).assert_code(SHORT, "amended");
        world.run(amend(0, taking_effect(AT + after, SPLIT)));
        let action: CorporateAction = world.read(&address(0));
        assert_eq!((action.amendments, action.announced_at), (amendments, START + after));
    }
}

#[test]
fn begins_again_for_what_was_scheduled() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(AT - 1);
    world.refuse(amend(0, taking_effect(AT, SPLIT))).assert_code(SHORT, "brought forward");
    world.run(amend(0, taking_effect(AT - 1 + NOTICE, SPLIT)));
    world.set_time(AT);
    world.run(issuer_program::assert_multiplier(&cast().share, SCALE));
}

#[test]
fn is_the_assets_own() {
    let mut world = World::new();
    let (split_max, reverse_split_max, bonus_max_bps, dividend_max_bps) = (20, 20, 2_000, 1_000);
    world.run(at_once(Change::ActionLimits {
        min_notice: 7_200,
        split_max,
        reverse_split_max,
        bonus_max_bps,
        dividend_max_bps,
    }));
    world.refuse(announce(0, taking_effect(START + 7_199, SPLIT))).assert_code(SHORT, "announced");
    world.run(announce(0, taking_effect(START + 7_200, SPLIT)));
}

#[test]
fn who_missed_the_effective_time_amends_or_cancels() {
    for args in [SPLIT, renamed()] {
        for time in [AT, AT + 1, AT + 90 * 86_400] {
            let mut world = World::new();
            world.run(announce(0, args));
            world.run(announce(1, args));
            let asset: Asset = world.read(&cast().share.asset);
            world.set_time(time);
            let code = IssuerError::EffectivePassed as u32;
            world.refuse(schedule(0)).assert_code(code, "too late");
            // It never took effect.
            world.run(issuer_program::assert_multiplier(&cast().share, SCALE));
            world.run(cancel(1));
            world.assert_account(&cast().share.asset, &asset);
            world.run(amend(0, taking_effect(time + NOTICE, args)));
            world.run(schedule(0));
            world.set_time(time + NOTICE);
            world.run(settle(0));
        }
    }
}
