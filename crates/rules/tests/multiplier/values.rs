//! What raw units are worth: rounded once, and refused rather than cut off.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::Rounding::{Down, Up};
use scrip_rules::multiplier::{Multiplier, SCALE};

use crate::common::{any_magnitude_u64, any_magnitude_u128, any_multiplier, cases, floor_and_ceil};

const SHARE: u128 = 100_000_000;
const TOP: u64 = u64::MAX;

#[test]
fn values_round_as_told() {
    // multiplier, raw, price, unit, value rounded down, value rounded up
    for (scaled, raw, price, unit, down, up) in [
        (SCALE, 0, TOP, SHARE, Some(0), Some(0)),
        (SCALE, TOP, 0, SHARE, Some(0), Some(0)),
        (SCALE, 100_000_000, 250, SHARE, Some(250), Some(250)),
        (4 * SCALE, 100_000_000, 250, SHARE, Some(1_000), Some(1_000)),
        (SCALE, 1, 1, SHARE, Some(0), Some(1)),
        (SCALE, 99_999_999, 1, SHARE, Some(0), Some(1)),
        (SCALE, 100_000_001, 1, SHARE, Some(1), Some(2)),
        // A third of a share three times over is no share: no digit is made up.
        (SCALE / 3, 300_000_000, 1, SHARE, Some(0), Some(1)),
        // Nothing but what is left of the first division: shares would have been rounded to 0 or 1.
        (SCALE / 2, 1, 200_000_000, SHARE, Some(1), Some(1)),
        (SCALE / 2, 1, 199_999_999, SHARE, Some(0), Some(1)),
        (SCALE - 1, 1, TOP, 1, Some(TOP - 19), Some(TOP - 18)),
        // What is left of both divisions makes up a whole together.
        (3 * SCALE / 2, 1, 4, 3, Some(2), Some(2)),
        (1, TOP, TOP, SCALE, Some(340), Some(341)),
        (1, 1, 1, SCALE, Some(0), Some(1)),
        // The greatest value, and what is just above it.
        (SCALE, TOP, 1, 1, Some(TOP), Some(TOP)),
        (SCALE, TOP, 100_000_000, SHARE, Some(TOP), Some(TOP)),
        (SCALE + 1, TOP, 1, 1, None, None),
        (SCALE + 1, TOP - 18, 1, 1, Some(TOP), None),
        (Multiplier::MAX.scaled(), TOP, TOP, 1, None, None),
        (Multiplier::MAX.scaled(), TOP, 1, SCALE, Some(TOP), Some(TOP)),
        // Units that are none.
        (SCALE, 1, 1, 0, None, None),
        (SCALE, 1, 1, SCALE + 1, None, None),
        (SCALE, 0, 0, u128::MAX, None, None),
    ] {
        let multiplier = Multiplier::from_scaled(scaled).unwrap();
        let what = format!("{multiplier} {raw} {price} {unit}");
        assert_eq!(multiplier.value_of(raw, price, unit, Down), down, "down {what}");
        assert_eq!(multiplier.value_of(raw, price, unit, Up), up, "up {what}");
    }
}

/// Powers of ten as often as any other number.
fn any_unit() -> impl Strategy<Value = u128> {
    let power = (0u32..=18).prop_map(|exponent| 10u128.pow(exponent));
    prop_oneof![power, any_magnitude_u128(60).prop_map(|unit| unit.clamp(1, SCALE))]
}

proptest! {
    #![proptest_config(cases(8_000))]

    #[test]
    fn values_are_exact_or_refused(
        multiplier in any_multiplier(),
        raw in any_magnitude_u64(),
        price in any_magnitude_u64(),
        unit in any_unit(),
    ) {
        let numerator = BigUint::from(multiplier.scaled()) * raw * price;
        let (floor, ceil) = floor_and_ceil(&numerator, &(BigUint::from(SCALE) * unit));
        for (rounding, expected) in [(Down, floor), (Up, ceil)] {
            let expected = u64::try_from(expected).ok();
            prop_assert_eq!(multiplier.value_of(raw, price, unit, rounding), expected);
        }
    }
}
