//! How far each kind may move the multiplier.

use proptest::prelude::*;
use scrip_rules::corporate_action::{ActionError, ActionKind, RatioBounds, check_ratio};

use super::ratio;

const BOUNDS: RatioBounds = RatioBounds {
    split_max: 20,
    reverse_split_max: 50,
    bonus_max_bps: 2_500,
    dividend_max_bps: 1_000,
};

/// Those whose terms are a ratio or become one.
const MOVING: [ActionKind; 5] = [
    ActionKind::ForwardSplit,
    ActionKind::ReverseSplit,
    ActionKind::BonusIssue,
    ActionKind::StockDividend,
    ActionKind::CashDividend,
];

#[test]
fn ratios() {
    use ActionError::{BeyondBound, NotGrowing, NotShrinking};
    use ActionKind::{BonusIssue, CashDividend, ForwardSplit, ReverseSplit, StockDividend};
    for (kind, numerator, denominator, expected) in [
        (ForwardSplit, 4, 1, Ok(())),
        (ForwardSplit, 3, 2, Ok(())),
        (ForwardSplit, 20, 1, Ok(())),
        (ForwardSplit, 21, 1, Err(BeyondBound)),
        (ForwardSplit, 200_000_001, 10_000_000, Err(BeyondBound)),
        (ForwardSplit, 1, 1, Err(NotGrowing)),
        (ForwardSplit, 1, 4, Err(NotGrowing)),
        (ForwardSplit, u64::MAX, 1, Err(BeyondBound)),
        (ForwardSplit, u64::MAX, u64::MAX, Err(NotGrowing)),
        (ReverseSplit, 1, 10, Ok(())),
        (ReverseSplit, 2, 3, Ok(())),
        (ReverseSplit, 1, 50, Ok(())),
        (ReverseSplit, 1, 51, Err(BeyondBound)),
        (ReverseSplit, 10_000_000, 500_000_001, Err(BeyondBound)),
        (ReverseSplit, 1, 1, Err(NotShrinking)),
        (ReverseSplit, 4, 1, Err(NotShrinking)),
        (ReverseSplit, 1, u64::MAX, Err(BeyondBound)),
        (BonusIssue, 5, 4, Ok(())),
        (BonusIssue, 12_501, 10_000, Err(BeyondBound)),
        (BonusIssue, 1, 1, Err(NotGrowing)),
        (BonusIssue, 4, 5, Err(NotGrowing)),
        (StockDividend, 21, 20, Ok(())),
        (StockDividend, 12_500, 10_000, Ok(())),
        (StockDividend, 12_501, 10_000, Err(BeyondBound)),
        (StockDividend, 20, 21, Err(NotGrowing)),
        (CashDividend, 1_000_782_402_647, 1_000_000_000_000, Ok(())),
        (CashDividend, 11, 10, Ok(())),
        (CashDividend, 1_101, 1_000, Err(BeyondBound)),
        (CashDividend, 2, 1, Err(BeyondBound)),
        (CashDividend, u64::MAX, 1, Err(BeyondBound)),
        (CashDividend, 999, 1_000, Err(NotGrowing)),
    ] {
        let answer = check_ratio(kind, ratio(numerator, denominator), &BOUNDS);
        assert_eq!(answer, expected, "{kind:?} {numerator}/{denominator}");
    }
}

#[test]
fn bounds_of_zero_admit_nothing() {
    let none =
        RatioBounds { split_max: 0, reverse_split_max: 0, bonus_max_bps: 0, dividend_max_bps: 0 };
    for kind in MOVING {
        let least = match kind {
            ActionKind::ReverseSplit => ratio(u64::MAX - 1, u64::MAX),
            _ => ratio(u64::MAX, u64::MAX - 1),
        };
        assert_eq!(check_ratio(kind, least, &none), Err(ActionError::BeyondBound), "{kind:?}");
    }
}

#[test]
fn the_other_kinds_have_no_ratio() {
    let widest = RatioBounds {
        split_max: u16::MAX,
        reverse_split_max: u16::MAX,
        bonus_max_bps: u16::MAX,
        dividend_max_bps: u16::MAX,
    };
    let none = ActionKind::ALL.into_iter().filter(|kind| !MOVING.contains(kind));
    for kind in none {
        for (numerator, denominator) in [(1_001, 1_000), (999, 1_000), (1, 1)] {
            let answer = check_ratio(kind, ratio(numerator, denominator), &widest);
            assert!(answer.is_err(), "{kind:?} {numerator}/{denominator}");
        }
    }
}

/// Bounds close enough to the ratios that often one passes and another does not.
fn any_bounds() -> impl Strategy<Value = RatioBounds> {
    (0u16..5, 0u16..5, 0u16..5, 0u16..5).prop_map(|(split, reverse, bonus, dividend)| RatioBounds {
        split_max: split,
        reverse_split_max: reverse,
        bonus_max_bps: bonus * 2_500,
        dividend_max_bps: dividend * 2_500,
    })
}

proptest! {
    #[test]
    fn what_passes_is_on_the_right_side_of_one_and_within_its_own_bound(
        at in 0..MOVING.len(), bounds in any_bounds(), numerator in 1u64..40, denominator in 1u64..40,
    ) {
        let kind = *MOVING.get(at).unwrap();
        let (new, old) = (u128::from(numerator), u128::from(denominator));
        let growth = |bps: u16| 10_000 * new.saturating_sub(old) <= u128::from(bps) * old;
        let expected = match kind {
            ActionKind::ReverseSplit => new < old && old <= u128::from(bounds.reverse_split_max) * new,
            ActionKind::ForwardSplit => new > old && new <= u128::from(bounds.split_max) * old,
            ActionKind::CashDividend => new > old && growth(bounds.dividend_max_bps),
            _ => new > old && growth(bounds.bonus_max_bps),
        };
        let answer = check_ratio(kind, ratio(numerator, denominator), &bounds);
        prop_assert_eq!(answer.is_ok(), expected, "{:?} {:?}", kind, answer);
    }
}
