//! Gross, withholding and net.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::entitlement::{Due, cash};
use scrip_rules::multiplier::{Multiplier, SCALE};
use scrip_rules::settlement;

use crate::common::{any_magnitude_u64, any_multiplier, cases, floor_and_ceil};
use crate::{SHARE, TOP, multiplier};

#[test]
fn what_is_due_in_cash() {
    assert_eq!(settlement::SHARE, u128::from(SHARE));
    let due = |gross, withheld, net| Some((gross, withheld, net));
    // multiplier, raw, gross per share, withholding, due
    for (scaled, raw, rate, bps, expected) in [
        (SCALE, 0, 250_000, 3_000, due(0, 0, 0)),
        (SCALE, SHARE, 0, 3_000, due(0, 0, 0)),
        (SCALE, SHARE, 250_000, 0, due(250_000, 0, 250_000)),
        (SCALE, SHARE, 250_000, 3_000, due(250_000, 75_000, 175_000)),
        (SCALE, SHARE, 250_000, 10_000, due(250_000, 250_000, 0)),
        (SCALE, SHARE, 250_000, 10_001, None),
        (SCALE, 0, 0, 10_001, None),
        (SCALE, SHARE, 250_000, u16::MAX, None),
        // The holder bears both roundings.
        (SCALE, SHARE + 1, 10, 0, due(10, 0, 10)),
        (SCALE, 2 * SHARE - 1, 1, 0, due(1, 0, 1)),
        (SCALE, SHARE, 1, 1, due(1, 1, 0)),
        (SCALE, SHARE, 10_000, 1, due(10_000, 1, 9_999)),
        (SCALE, SHARE, 10_001, 1, due(10_001, 2, 9_999)),
        (SCALE, SHARE - 1, 1, 0, due(0, 0, 0)),
        // A split since the mint: each raw unit is four.
        (4 * SCALE, SHARE, 250_000, 1_500, due(1_000_000, 150_000, 850_000)),
        (SCALE / 10, SHARE, 25, 0, due(2, 0, 2)),
        // The greatest amount, and what passes it.
        (SCALE, TOP, SHARE, 0, due(TOP, 0, TOP)),
        (SCALE, TOP, SHARE, 10_000, due(TOP, TOP, 0)),
        (SCALE, TOP, SHARE + 1, 0, None),
        (Multiplier::MAX.scaled(), TOP, TOP, 0, None),
    ] {
        let answer = cash(raw, multiplier(scaled), rate, bps);
        let answer = answer.map(|due| (due.gross, due.withheld, due.net()));
        assert_eq!(answer, expected, "{rate} on {raw} × {scaled}, {bps}");
    }
}

#[test]
fn net_is_never_below_nothing() {
    for (gross, withheld, net) in [(0, 0, 0), (10, 3, 7), (10, 10, 0), (0, 1, 0), (TOP, 0, TOP)] {
        assert_eq!(Due { gross, withheld }.net(), net);
    }
}

proptest! {
    #![proptest_config(cases(8_000))]

    #[test]
    fn gross_rounds_down_once_and_withholding_up(
        multiplier in any_multiplier(),
        raw in any_magnitude_u64(),
        rate in any_magnitude_u64(),
        bps in prop_oneof![4 => 0..=10_000_u16, 1 => any::<u16>()],
    ) {
        let exact = BigUint::from(multiplier.scaled()) * raw * rate;
        let (gross, _) = floor_and_ceil(&exact, &(BigUint::from(SCALE) * SHARE));
        let (_, withheld) = floor_and_ceil(&(&gross * bps), &10_000_u32.into());
        let due = cash(raw, multiplier, rate, bps);
        if bps > 10_000 || gross > BigUint::from(TOP) {
            prop_assert_eq!(due, None);
        } else {
            let due = due.unwrap();
            prop_assert_eq!(BigUint::from(due.gross), gross);
            prop_assert_eq!(BigUint::from(due.withheld), withheld);
            prop_assert_eq!(due.net() + due.withheld, due.gross);
        }
    }

    #[test]
    fn a_holding_in_parts_is_never_due_more(
        multiplier in any_multiplier(),
        (one, other) in (0..TOP / 2, 0..TOP / 2),
        rate in any_magnitude_u64(),
        bps in 0..=10_000_u16,
    ) {
        if let Some(whole) = cash(one + other, multiplier, rate, bps) {
            let (one, other) =
                (cash(one, multiplier, rate, bps), cash(other, multiplier, rate, bps));
            let (one, other) = (one.unwrap(), other.unwrap());
            prop_assert!(one.gross + other.gross <= whole.gross);
            prop_assert!(one.net() + other.net() <= whole.net());
        }
    }
}
