//! The multiplier at every second.

use scrip_client::Calendar;
use scrip_issuer::state::Asset;
use scrip_rules::corporate_action::ActionState;
use scrip_rules::multiplier::SCALE;

use crate::fixture::{ASSET, NOON, action, actions, asset, fetched};

#[test]
fn the_multiplier_at_every_second() {
    let accounts: Vec<_> = actions().iter().map(fetched).collect();
    let calendar = Calendar::read(&ASSET, accounts).unwrap();
    let asset = asset();
    for (after_noon, shares) in [
        (-NOON, 1),
        (-1_001, 1),
        (-1_000, 4),
        (-500, 4),
        (-1, 4),
        (0, 2),
        (500, 2),
        (600, 2),
        (999, 2),
        (1_000, 6),
        (9_000_000, 6),
    ] {
        let multiplier = calendar.multiplier_at(&asset, NOON + after_noon).unwrap();
        assert_eq!(multiplier.scaled(), shares * SCALE, "{after_noon} s after noon");
    }
    let times: Vec<_> = calendar.history(&asset).unwrap();
    let times: Vec<_> = times.iter().map(|change| change.effective_at - NOON).collect();
    assert_eq!(times, [-1_000, 0, 1_000]);
}

#[test]
fn without_a_change_the_assets_own_multiplier_holds() {
    let untouched = Asset { multiplier: SCALE, next_multiplier: SCALE, action_count: 0, ..asset() };
    let none = Calendar::read::<&[u8]>(&ASSET, []).unwrap();
    let announced = fetched(&action(0, ActionState::Approved, 0, (0, 0)));
    let announced = Calendar::read(&ASSET, [announced]).unwrap();
    for (calendar, action_count) in [(none, 0), (announced, 1)] {
        let asset = Asset { action_count, ..untouched.clone() };
        for at in [i64::MIN, NOON, i64::MAX] {
            assert_eq!(calendar.multiplier_at(&asset, at).unwrap().scaled(), SCALE);
        }
    }
}

#[test]
fn a_change_that_was_cancelled_leaves_the_one_before() {
    let kept = fetched(&action(0, ActionState::Settled, 0, (1, 4)));
    let cancelled = fetched(&action(1, ActionState::Cancelled, 100, (0, 0)));
    let calendar = Calendar::read(&ASSET, [cancelled, kept]).unwrap();
    let asset = Asset {
        multiplier: 4 * SCALE,
        next_multiplier: 4 * SCALE,
        multiplier_effective_at: NOON,
        action_count: 2,
        ..asset()
    };
    for (after_noon, shares) in [(-1, 1), (0, 4), (100, 4)] {
        let multiplier = calendar.multiplier_at(&asset, NOON + after_noon).unwrap();
        assert_eq!(multiplier.scaled(), shares * SCALE);
    }
}
