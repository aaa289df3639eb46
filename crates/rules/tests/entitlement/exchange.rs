//! Raw units of one asset for those of another.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::entitlement::other_shares;
use scrip_rules::multiplier::Rounding::Down;
use scrip_rules::multiplier::{Multiplier, Ratio, SCALE};

use crate::common::{any_magnitude_u64, any_multiplier, cases};
use crate::{SHARE, TOP, multiplier};

#[test]
fn raw_units_exchanged() {
    let most = Multiplier::MAX.scaled();
    // raw, multiplier, ratio, the other's multiplier, raw of the other
    for (raw, scaled, (above, below), other, expected) in [
        (0, SCALE, (1, 1), SCALE, Some(0)),
        (SHARE, SCALE, (1, 1), SCALE, Some(SHARE)),
        (SHARE, SCALE, (1, 20), SCALE, Some(5_000_000)),
        (SHARE, SCALE, (7, 3), SCALE, Some(233_333_333)),
        (SHARE, 4 * SCALE, (1, 2), SCALE, Some(2 * SHARE)),
        (SHARE, SCALE, (1, 2), 4 * SCALE, Some(SHARE / 8)),
        (SHARE, 4 * SCALE, (1, 1), 4 * SCALE, Some(SHARE)),
        (1, SCALE, (1, 2), SCALE, Some(0)),
        (1, SCALE, (1, 1), SCALE + 1, Some(0)),
        (1, SCALE - 1, (1, 1), SCALE, Some(0)),
        // Rounded once: shares rounded down first would be none at all.
        (1, SCALE / 2, (2, 1), SCALE, Some(1)),
        (3, SCALE / 3, (1, 1), SCALE / 3, Some(3)),
        (TOP, SCALE, (1, 1), SCALE, Some(TOP)),
        (TOP, SCALE, (TOP, TOP), SCALE, Some(TOP)),
        (TOP, most, (TOP, TOP), most, Some(TOP)),
        (TOP, most, (TOP, TOP), most - 1, Some(TOP)),
        (TOP, most, (TOP, TOP - 1), most, None),
        (TOP, SCALE, (TOP, TOP - 1), SCALE, None),
        (TOP - 1, SCALE, (TOP, TOP - 1), SCALE, Some(TOP)),
        (TOP, SCALE, (1, 1), SCALE - 1, None),
        (1, most, (1, 1), 1, None),
        (1, most, (1, TOP), 1, Some(54_210_108_624_275_221)),
        (TOP, 1, (TOP, 1), most, Some(340)),
        (1, 1, (1, TOP), most, Some(0)),
    ] {
        let ratio = Ratio::new(above, below).unwrap();
        let answer = other_shares(raw, multiplier(scaled), ratio, multiplier(other));
        assert_eq!(answer, expected, "{raw} × {scaled} × {ratio} ÷ {other}");
    }
}

fn any_ratio() -> impl Strategy<Value = Ratio> {
    let small = (1..=100_u64, 1..=100_u64);
    let any = (any_magnitude_u64(), any_magnitude_u64());
    prop_oneof![small, any]
        .prop_map(|(above, below)| Ratio::new(above.max(1), below.max(1)).unwrap())
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn nothing_is_exchanged_for_more_than_it_is_and_nothing_is_lost_but_part_of_a_unit(
        raw in any_magnitude_u64(),
        multiplier in any_multiplier(),
        ratio in any_ratio(),
        other in any_multiplier(),
    ) {
        let given = BigUint::from(raw) * multiplier.scaled() * ratio.numerator();
        let each = BigUint::from(other.scaled()) * ratio.denominator();
        match other_shares(raw, multiplier, ratio, other) {
            Some(answer) => {
                prop_assert!(&each * answer <= given);
                prop_assert!(&each * (u128::from(answer) + 1) > given);
            }
            None => prop_assert!(&each * (u128::from(TOP) + 1) <= given),
        }
    }

    #[test]
    fn at_the_limit_of_what_fits(
        answer in TOP - 2..=TOP,
        multiplier in any_multiplier(),
        ratio in any_ratio(),
        offset in 0..=2_u128,
    ) {
        // The other multiplier at which the answer is about this.
        let given = BigUint::from(TOP) * multiplier.scaled() * ratio.numerator();
        let other = u128::try_from(given.clone() / (BigUint::from(answer) * ratio.denominator()));
        if let Ok(Ok(other)) = other.map(|other| Multiplier::from_scaled(other.saturating_add(offset))) {
            let exact = given / (BigUint::from(other.scaled()) * ratio.denominator());
            let expected = u64::try_from(exact).ok();
            prop_assert_eq!(other_shares(TOP, multiplier, ratio, other), expected);
        }
    }

    #[test]
    fn one_for_one_within_an_asset_changes_nothing(raw: u64, multiplier in any_multiplier()) {
        let ratio = Ratio::new(1, 1).unwrap();
        prop_assert_eq!(other_shares(raw, multiplier, ratio, multiplier), Some(raw));
        // Into an asset without a multiplier, they are the shares themselves.
        let shares = multiplier.raw_to_shares(raw, Down).unwrap();
        let into_shares = other_shares(raw, multiplier, ratio, Multiplier::ONE);
        prop_assert_eq!(into_shares, u64::try_from(shares).ok());
    }
}
