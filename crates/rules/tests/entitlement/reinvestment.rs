//! A dividend that becomes a ratio for all holders, or raw units for one.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::entitlement::{reinvested, reinvestment_ratio};
use scrip_rules::multiplier::{Multiplier, SCALE};

use crate::common::{any_magnitude_u64, any_multiplier, cases};
use crate::{SHARE, TOP, multiplier};

#[test]
fn ratios() {
    // gross, withholding, price, ratio
    for (gross, bps, price, expected) in [
        (25, 0, 20_000, Some((20_025, 20_000))),
        // Half is kept: 1/2, so the terms double.
        (25, 5_000, 20_000, Some((40_025, 40_000))),
        // 7/10.
        (25, 3_000, 20_000, Some((200_175, 200_000))),
        (25, 1_500, 20_000, Some((400_425, 400_000))),
        // 9,999/10,000.
        (1, 1, 1, Some((19_999, 10_000))),
        (1, 9_999, 1, Some((10_001, 10_000))),
        (20_000, 0, 20_000, Some((40_000, 20_000))),
        (0, 0, 20_000, None),
        (25, 0, 0, None),
        (0, 0, 0, None),
        (25, 10_000, 20_000, None),
        (25, 10_001, 20_000, None),
        (25, u16::MAX, 20_000, None),
        // The greatest terms, and what passes them.
        (1, 0, TOP - 1, Some((TOP, TOP - 1))),
        (1, 0, TOP, None),
        (TOP, 0, 1, None),
        (TOP - 1, 0, 1, Some((TOP, 1))),
        (1, 5_000, TOP / 2, Some((TOP, TOP - 1))),
        (1, 5_000, TOP / 2 + 1, None),
        (TOP, 9_999, 1, None),
        (TOP, 1, 1, None),
    ] {
        let ratio = reinvestment_ratio(gross, bps, price);
        let terms = ratio.map(|ratio| (ratio.numerator(), ratio.denominator()));
        assert_eq!(terms, expected, "{gross} less {bps} at {price}");
    }
}

#[test]
fn raw_units_bought() {
    // net, price, multiplier, raw
    for (net, price, scaled, expected) in [
        (0, 250, SCALE, Some(0)),
        (250, 250, SCALE, Some(SHARE)),
        (250, 0, SCALE, None),
        (0, 0, SCALE, None),
        (250, 250, 4 * SCALE, Some(SHARE / 4)),
        (250, 250, SCALE / 10, Some(10 * SHARE)),
        (1, 3, SCALE, Some(33_333_333)),
        (2, 3, SCALE, Some(66_666_666)),
        (1, SHARE, SCALE, Some(1)),
        (1, SHARE + 1, SCALE, Some(0)),
        (1, SHARE, SCALE + 1, Some(0)),
        // Rounded once: 10^8 ÷ 3 down first and then ÷ ⅓ would be one less.
        (1, 3, SCALE / 3, Some(SHARE)),
        (TOP, SHARE, SCALE, Some(TOP)),
        (TOP, SHARE - 1, SCALE, None),
        (TOP, SHARE, SCALE - 1, None),
        (1, 1, 1, None),
        (TOP, 1, Multiplier::MAX.scaled(), Some(1_844_674_407)),
        (TOP, TOP, Multiplier::MAX.scaled(), Some(0)),
    ] {
        let answer = reinvested(net, price, multiplier(scaled));
        assert_eq!(answer, expected, "{net} at {price} × {scaled}");
    }
}

proptest! {
    #![proptest_config(cases(8_000))]

    #[test]
    fn a_ratio_is_exact_or_refused(
        gross in any_magnitude_u64(),
        bps in prop_oneof![4 => 0..=10_000_u16, 2 => (0..=100_u16).prop_map(|percent| percent * 100), 1 => any::<u16>()],
        price in any_magnitude_u64(),
    ) {
        // What is kept of each unit in lowest terms, by trial.
        let kept = 10_000_u64.saturating_sub(bps.into());
        let common = (1..=10_000).rev().find(|n| kept % n == 0 && 10_000 % n == 0).unwrap();
        let before = u128::from(price) * u128::from(10_000 / common);
        let after = before + u128::from(gross) * u128::from(kept / common);
        match reinvestment_ratio(gross, bps, price) {
            Some(ratio) => {
                // (price + gross × (1 − w)) ÷ price, over 10,000.
                let exact = BigUint::from(price) * 10_000_u32 + BigUint::from(gross) * kept;
                let left = exact * ratio.denominator();
                prop_assert_eq!(left, BigUint::from(price) * 10_000_u32 * ratio.numerator());
                prop_assert_eq!(u128::from(ratio.denominator()), before);
                prop_assert!(ratio.numerator() > ratio.denominator());
            }
            None => prop_assert!(gross == 0 || price == 0 || kept == 0 || after > TOP.into()),
        }
    }

    #[test]
    fn without_a_withholding_nothing_is_scaled(gross in 1..=TOP / 2, price in 1..=TOP / 2) {
        let ratio = reinvestment_ratio(gross, 0, price).unwrap();
        prop_assert_eq!((ratio.numerator(), ratio.denominator()), (price + gross, price));
    }

    #[test]
    fn raw_units_bought_are_the_most_that_the_money_pays(
        net in any_magnitude_u64(),
        price in any_magnitude_u64(),
        multiplier in any_multiplier(),
    ) {
        let money = BigUint::from(net) * SHARE * SCALE;
        let cost = BigUint::from(price) * multiplier.scaled();
        match reinvested(net, price, multiplier) {
            Some(raw) => {
                prop_assert!(&cost * raw <= money);
                prop_assert!(&cost * (u128::from(raw) + 1) > money);
            }
            None => prop_assert!(price == 0 || &cost * (u128::from(TOP) + 1) <= money),
        }
    }
}
