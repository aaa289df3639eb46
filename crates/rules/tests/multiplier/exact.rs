//! Reference results for multipliers, and a generator of ratios.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, Ratio};

use crate::common::any_magnitude_u64;

/// `numerator` ÷ `denominator` to the nearest, ties to even: ⌊x + ½⌋, one less when that is odd
/// and x lies exactly in the middle.
pub fn nearest(numerator: &BigUint, denominator: &BigUint) -> BigUint {
    let shifted: BigUint = numerator * 2_u32 + denominator;
    let doubled: BigUint = denominator * 2_u32;
    let rounded = &shifted / &doubled;
    let tie = (&shifted % &doubled) == BigUint::ZERO;
    if tie && rounded.bit(0) { rounded - 1_u32 } else { rounded }
}

/// The multiplier with this many units of 10^-18, if there is one.
pub fn multiplier_of(scaled: &BigUint) -> Option<Multiplier> {
    let scaled = u128::try_from(scaled).ok()?;
    Multiplier::from_scaled(scaled).ok()
}

/// All magnitudes; half of the denominators are small, where products have ties.
pub fn any_ratio() -> impl Strategy<Value = Ratio> {
    let denominator = prop_oneof![any_magnitude_u64(), 1..=8_u64];
    (any_magnitude_u64(), denominator)
        .prop_map(|(above, below)| Ratio::new(above.max(1), below.max(1)).unwrap())
}
