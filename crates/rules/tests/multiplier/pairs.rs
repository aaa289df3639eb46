//! Random pairs of multiplier and ratio, by the million: the product, and both ways to and from `f64`, against
//! exact rationals. `SCRIP_PAIRS` is their number.

use std::env;

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, MultiplierError, SCALE};

use crate::common::{any_multiplier, cases};
use crate::exact::{any_ratio, multiplier_of, nearest};

/// Enough to see a fault of one in a thousand.
const FEW: u32 = 20_000;

fn pairs() -> u32 {
    match env::var("SCRIP_PAIRS") {
        Ok(count) => count.parse().unwrap_or_else(|_| {
            panic!("SCRIP_PAIRS is {count:?}: a number of pairs up to {} is needed", u32::MAX)
        }),
        Err(_) => FEW,
    }
}

/// Bits of the `f64` nearest to `scaled` ÷ 10^18, ties to even.
fn nearest_f64(scaled: u128) -> u64 {
    // Times 2^200, so that every quotient has more bits than a significand.
    let (dividend, divisor) = (BigUint::from(scaled) << 200, BigUint::from(SCALE));
    let quotient: BigUint = &dividend / &divisor;
    let excess = quotient.bits() - 53;
    let significand = u64::try_from(nearest(&dividend, &(divisor << excess))).unwrap();
    // Its leading one, which is not stored, adds one to the exponent.
    ((1075 - 200 + excess - 1) << 52) + significand
}

/// The multiplier nearest to a normal `f64`: its significand is a multiple of 2^-1200.
fn nearest_multiplier(bits: u64) -> Option<Multiplier> {
    let significand = BigUint::from((bits & ((1 << 52) - 1)) | (1 << 52));
    let numerator = (significand * SCALE) << ((bits >> 52) + 1200 - 1075);
    multiplier_of(&nearest(&numerator, &(BigUint::from(1_u32) << 1200)))
}

proptest! {
    #![proptest_config(cases(pairs()))]

    #[test]
    fn products_and_floats_are_the_nearest(multiplier in any_multiplier(), ratio in any_ratio()) {
        let exact = BigUint::from(multiplier.scaled()) * ratio.numerator();
        let expected = multiplier_of(&nearest(&exact, &ratio.denominator().into()));
        let product = multiplier.apply(ratio);
        prop_assert_eq!(
            product,
            expected.ok_or(MultiplierError::ProductOutOfRange { multiplier, ratio })
        );
        // What goes to Token-2022, and what would be read back from there.
        let value = product.unwrap_or(multiplier);
        let bits = value.to_f64_bits();
        prop_assert_eq!(bits, nearest_f64(value.scaled()));
        for bits in [bits - 1, bits, bits + 1] {
            let read = Multiplier::from_f64_bits(bits);
            let expected = nearest_multiplier(bits);
            prop_assert_eq!(read, expected.ok_or(MultiplierError::FloatOutOfRange { bits }));
        }
    }
}
