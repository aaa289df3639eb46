//! Raw units to shares and back: exact rounding, and nothing gained on a round trip.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::Rounding::{Down, Up};
use scrip_rules::multiplier::{MultiplierError, SCALE};

use crate::common::{any_magnitude_u64, any_magnitude_u128, any_multiplier, cases, floor_and_ceil};

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn shares_are_exact(multiplier in any_multiplier(), raw in any_magnitude_u64()) {
        let (floor, ceil) = floor_and_ceil(&(BigUint::from(multiplier.scaled()) * raw), &SCALE.into());
        let down = multiplier.raw_to_shares(raw, Down).unwrap();
        let up = multiplier.raw_to_shares(raw, Up).unwrap();
        prop_assert_eq!(BigUint::from(down), floor);
        prop_assert_eq!(BigUint::from(up), ceil);
        prop_assert!(up - down <= 1);
    }

    #[test]
    fn raw_is_exact_or_refused(multiplier in any_multiplier(), shares in any_magnitude_u128(128)) {
        let (floor, ceil) =
            floor_and_ceil(&(BigUint::from(shares) * SCALE), &multiplier.scaled().into());
        let refused = MultiplierError::AmountOverflow { amount: shares, multiplier };
        for (rounding, expected) in [(Down, floor), (Up, ceil)] {
            prop_assert_eq!(
                multiplier.shares_to_raw(shares, rounding),
                u64::try_from(expected).map_err(|_| refused)
            );
        }
    }

    #[test]
    fn raw_round_trip_gains_nothing_down_and_loses_nothing_up(
        multiplier in any_multiplier(),
        raw in any_magnitude_u64(),
    ) {
        let down = multiplier.raw_to_shares(raw, Down).unwrap();
        prop_assert!(multiplier.shares_to_raw(down, Down).unwrap() <= raw);
        let up = multiplier.raw_to_shares(raw, Up).unwrap();
        if let Ok(back) = multiplier.shares_to_raw(up, Up) {
            prop_assert!(back >= raw);
        }
    }

    #[test]
    fn raw_rounded_down_never_exceeds_the_shares_and_up_always_covers_them(
        multiplier in any_multiplier(),
        shares in any_magnitude_u128(128),
    ) {
        if let Ok(raw) = multiplier.shares_to_raw(shares, Down) {
            prop_assert!(multiplier.raw_to_shares(raw, Up).unwrap() <= shares);
        }
        if let Ok(raw) = multiplier.shares_to_raw(shares, Up) {
            prop_assert!(multiplier.raw_to_shares(raw, Down).unwrap() >= shares);
        }
    }
}
