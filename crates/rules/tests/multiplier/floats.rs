//! Conversions to and from `f64` against the standard library's correctly rounded decimal
//! parser and its exact decimal printer.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, MultiplierError};

use crate::common::{any_multiplier, cases};
use crate::exact::{multiplier_of, nearest};

/// Decimals after which every `f64` above 2^-70 ends: 70 + 52.
const ENOUGH_DECIMALS: usize = 122;

fn expected_from_f64(value: f64) -> Result<Multiplier, MultiplierError> {
    let bits = value.to_bits();
    if !value.is_normal() || value.is_sign_negative() {
        return Err(MultiplierError::FloatNotNormal { bits });
    }
    let out_of_range = MultiplierError::FloatOutOfRange { bits };
    if !(1e-20..2e18).contains(&value) {
        return Err(out_of_range);
    }
    let digits = format!("{value:.ENOUGH_DECIMALS$}").replace('.', "");
    let unit = BigUint::from(10_u32).pow(u32::try_from(ENOUGH_DECIMALS - 18).unwrap());
    multiplier_of(&nearest(&digits.parse().unwrap(), &unit)).ok_or(out_of_range)
}

/// Around the range of multipliers; half of the fractions have few bits, where ties lie.
fn f64_bits_in_or_near_range() -> impl Strategy<Value = u64> {
    let fraction = prop_oneof![0..1_u64 << 52, (0..1_u64 << 6).prop_map(|top| top << 46)];
    (1023_u64 - 66..1023 + 62, fraction).prop_map(|(exponent, fraction)| exponent << 52 | fraction)
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn to_f64_is_the_nearest(multiplier in any_multiplier()) {
        let parsed: f64 = multiplier.to_string().parse().unwrap();
        prop_assert_eq!(multiplier.to_f64_bits(), parsed.to_bits());
        prop_assert!(parsed.is_normal() && parsed.is_sign_positive());
    }

    #[test]
    fn from_f64_is_the_nearest(bits in prop_oneof![3 => f64_bits_in_or_near_range(), 1 => any::<u64>()]) {
        prop_assert_eq!(Multiplier::from_f64_bits(bits), expected_from_f64(f64::from_bits(bits)));
    }

    #[test]
    fn f64_survives_the_round_trip_from_one_128th_up(
        bits in 0.007_812_5_f64.to_bits()..=1e18_f64.to_bits(),
    ) {
        prop_assert_eq!(Multiplier::from_f64_bits(bits).unwrap().to_f64_bits(), bits);
    }
}
