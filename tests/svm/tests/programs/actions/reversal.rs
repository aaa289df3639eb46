//! Cancelling a scheduled action leaves nothing of it; what is in force, settled or cancelled cannot be touched again.

use scrip_issuer::AttestReservesArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::Asset;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;
use scrip_svm_tests::{TOKEN, token_2022};
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;

use super::*;

fn asset(world: &World) -> Asset {
    world.read(&cast().share.asset)
}

#[test]
fn cancelling_the_first_change_leaves_mint_policy_and_counts_as_they_were() {
    let mut world = World::new();
    let share = cast().share;
    let mut before = asset(&world);
    let untouched = (world.account(&share.mint), world.account(&share.policy));
    world.schedule(&share, STOPPED_SPLIT);
    assert_ne!((world.account(&share.mint), world.account(&share.policy)), untouched);
    world.run(cancel(0));
    assert_eq!((world.account(&share.mint), world.account(&share.policy)), untouched);
    // It was announced, for ever.
    before.action_count = 1;
    world.assert_account(&share.asset, &before);
    world.set_time(AT);
    world.run(issuer_program::assert_multiplier(&share, SCALE));
}

#[test]
fn cancelling_a_later_change_keeps_the_ones_before() {
    let mut world = World::new();
    let share = cast().share;
    world.schedule(&share, SPLIT);
    world.set_time(AT + 5);
    let reverse = |at| taking_effect(at, AnnounceActionArgs { kind: 3, ..split(1, 10) });
    for (sequence, ends) in [(1, cancel(1)), (2, amend(2, reverse(AT + 9_000)))] {
        world.schedule(&share, reverse(AT + 5 + NOTICE));
        let scheduled = asset(&world);
        assert_eq!((scheduled.multiplier_changes, scheduled.multiplier_since), (2, AT));
        world.run(ends);
        let after = asset(&world);
        assert_eq!((after.multiplier, after.next_multiplier), (4 * SCALE, 4 * SCALE));
        assert_eq!((after.multiplier_changes, after.multiplier_effective_at), (1, AT));
        assert_eq!(
            (after.changes_in_force(AT + 5).unwrap(), after.action_count),
            (1, sequence + 1)
        );
        let config: ScaledUiAmountConfig = token_2022::mint_extension(&world, &share.mint);
        let (old, new) = (f64::from(config.multiplier), f64::from(config.new_multiplier));
        let at = i64::from(config.new_multiplier_effective_timestamp);
        assert_eq!((old.to_bits(), new.to_bits(), at), (4f64.to_bits(), 4f64.to_bits(), AT));
    }
    world.set_time(AT + 10_000);
    world.run(issuer_program::assert_multiplier(&share, 4 * SCALE));
    let further = taking_effect(AT + 20_000, SPLIT);
    world.schedule(&share, further);
}

#[test]
fn custodians_count_the_changes_in_force_and_not_those_taken_back() {
    let mut world = World::new();
    let share = cast().share;
    let attest = |as_of, actions_seen| {
        let args =
            AttestReservesArgs { shares: 9 * TOKEN, as_of, actions_seen, document_hash: [6; 32] };
        issuer_program::attest_reserves(&share, share.company.custodian(), args)
    };
    let code = IssuerError::ActionsNotSeen as u32;
    world.schedule(&share, STOPPED_SPLIT);
    world.run(cancel(0));
    world.schedule(&share, renamed());
    world.set_time(AT);
    // Announced twice, but the multiplier has never moved.
    for wrong in [1, 2] {
        world.refuse(attest(AT, wrong)).assert_code(code, "none is in force");
    }
    world.run(attest(AT, 0));
    let args = taking_effect(AT + NOTICE, SPLIT);
    world.schedule(&share, args);
    world.set_time(AT + NOTICE);
    world.refuse(attest(AT + NOTICE, 0)).assert_code(code, "one is in force");
    world.run(attest(AT + NOTICE, 1));
}

#[test]
fn nothing_changes_an_action_that_is_in_force_or_has_ended() {
    let final_for = |world: &mut World, what: &str| {
        let action = world.account(&address(0));
        let later = taking_effect(world.now() + NOTICE, SPLIT);
        let (is_final, not_announced) =
            (IssuerError::ActionFinal as u32, IssuerError::ActionNotAnnounced as u32);
        world.refuse(amend(0, later)).assert_code(is_final, what);
        world.refuse(cancel(0)).assert_code(is_final, what);
        world.refuse(schedule(0)).assert_code(not_announced, what);
        world.refuse(approve(0, 0)).assert_code(not_announced, what);
        assert_eq!(world.account(&address(0)), action, "{what}");
    };
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    let mut cancelled = world.clone();
    world.set_time(AT);
    final_for(&mut world, "in force");
    world.run(settle(0));
    final_for(&mut world, "settled");
    cancelled.run(cancel(0));
    for time in [START, AT, AT + 90 * 86_400] {
        cancelled.set_time(time);
        final_for(&mut cancelled, "cancelled");
        let code = IssuerError::ActionNotScheduled as u32;
        cancelled.refuse(settle(0)).assert_code(code, "cancelled");
    }
}
