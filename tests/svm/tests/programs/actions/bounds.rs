//! How far each kind may move the multiplier: the bounds are settings of the asset, and wider ones wait in the
//! timelock.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::Asset;
use scrip_rules::multiplier::Multiplier;

use super::*;
use crate::governance::{DAY, at_once, execute, propose, set_timelock};

/// What the share's bounds make of one kind.
struct Steps {
    /// The greatest and a small one, which pass.
    within: [AnnounceActionArgs; 2],
    /// The least and a great one, which do not.
    beyond: [AnnounceActionArgs; 2],
    /// Bounds that admit the first of the latter.
    wider: [u16; 4],
}

/// Of every kind.
fn steps() -> [Steps; 5] {
    let steps = |kind,
                 [greatest, small]: [(u64, u64); 2],
                 [least, great]: [(u64, u64); 2],
                 wider| {
        let step = |(numerator, denominator)| AnnounceActionArgs {
            kind: kind as u8,
            ..split(numerator, denominator)
        };
        Steps { within: [step(greatest), step(small)], beyond: [step(least), step(great)], wider }
    };
    let (grown, shrunk) = ((1_001, 1_000), (999, 1_000));
    let bonus =
        |kind| steps(kind, [(6, 5), grown], [(12_001, 10_000), (2, 1)], [20, 20, 2_001, 1_000]);
    [
        steps(
            ActionKind::ForwardSplit,
            [(20, 1), grown],
            [(20_001, 1_000), (21, 1)],
            [21, 20, 2_000, 1_000],
        ),
        steps(
            ActionKind::ReverseSplit,
            [(1, 20), shrunk],
            [(1_000, 20_001), (1, 21)],
            [20, 21, 2_000, 1_000],
        ),
        bonus(ActionKind::BonusIssue),
        bonus(ActionKind::StockDividend),
        Steps {
            within: [dividend(1, 10), dividend(1, 1_000)],
            beyond: [dividend(1_001, 10_000), dividend(1, 1)],
            wider: [20, 20, 2_000, 1_001],
        },
    ]
}

fn limits(min_notice: u32, bounds: [u16; 4]) -> Change {
    let [split_max, reverse_split_max, bonus_max_bps, dividend_max_bps] = bounds;
    Change::ActionLimits {
        min_notice,
        split_max,
        reverse_split_max,
        bonus_max_bps,
        dividend_max_bps,
    }
}

fn refused(world: &mut World, sequence: u32, args: &AnnounceActionArgs) {
    let refused = world.refuse(schedule(sequence));
    refused.assert_code(IssuerError::RatioBeyondBound as u32, &format!("{args:?}"));
}

#[test]
fn each_kind_has_its_own() {
    for Steps { within, beyond, .. } in steps() {
        for args in within {
            let mut world = World::without_signatures();
            world.schedule(&cast().share, args);
            let asset: Asset = world.read(&cast().share.asset);
            let ratio = args.terms.ratio().unwrap().unwrap();
            let exact = Multiplier::ONE.apply(ratio).unwrap();
            assert_eq!(asset.next_multiplier, exact.scaled(), "{args:?}");
        }
        for args in beyond {
            let mut world = World::without_signatures();
            world.run(announce(0, args));
            refused(&mut world, 0, &args);
        }
    }
}

#[test]
fn only_the_timelock_leads_beyond_them() {
    for Steps { beyond, wider, .. } in steps() {
        let (mut world, args) = (World::without_signatures(), beyond[0]);
        set_timelock(&mut world, DAY);
        let wider = limits(3_600, wider);
        world.refuse(at_once(wider)).assert_code(IssuerError::ChangeMustWait as u32, "at once");
        world.run(propose(wider, 0));
        let args = taking_effect(START + 2 * i64::from(DAY), args);
        world.run(announce(0, args));
        world.set_time(START + i64::from(DAY) - 1);
        world.refuse(execute(wider, 0)).assert_code(IssuerError::ChangeNotDue as u32, "early");
        refused(&mut world, 0, &args);
        world.set_time(START + i64::from(DAY));
        refused(&mut world, 0, &args);
        world.run(execute(wider, 0));
        world.run(schedule(0));
    }
}

#[test]
fn narrower_ones_hold_for_what_is_announced_already() {
    let mut world = World::without_signatures();
    set_timelock(&mut world, DAY);
    world.run(announce(0, split(4, 1)));
    world.run(at_once(limits(3_600, [3, 20, 2_000, 1_000])));
    refused(&mut world, 0, &split(4, 1));
    world.run(amend(0, split(3, 1)));
    world.run(schedule(0));
}

#[test]
fn an_amendment_is_no_way_around_them() {
    let mut world = World::without_signatures();
    world.run(announce(0, split(2, 1)));
    world.run(amend(0, split(21, 1)));
    refused(&mut world, 0, &split(21, 1));
}
