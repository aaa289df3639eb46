//! Reference results over integers of any size, and generators that reach every magnitude.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, Ratio};

/// `numerator` ÷ `denominator` towards zero, and away from it.
pub fn floor_and_ceil(numerator: &BigUint, denominator: &BigUint) -> (BigUint, BigUint) {
    let ceil = (numerator + denominator - 1_u32) / denominator;
    (numerator / denominator, ceil)
}

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

/// Every number of bits is as likely as every other.
pub fn any_magnitude_u128(bits: u32) -> impl Strategy<Value = u128> {
    (0..=bits, any::<u128>()).prop_map(|(bits, random)| random.checked_shr(128 - bits).unwrap_or(0))
}

/// Every number of bits is as likely as every other.
pub fn any_magnitude_u64() -> impl Strategy<Value = u64> {
    any_magnitude_u128(64).prop_map(|value| value.try_into().unwrap())
}

/// All magnitudes; one in three is a whole number or next to one, where `f64` has its ties.
pub fn any_multiplier() -> impl Strategy<Value = Multiplier> {
    let whole = 10_u128.pow(18);
    let near_whole = (any_magnitude_u128(60), 0..=2_u128)
        .prop_map(move |(count, offset)| (count * whole + offset).saturating_sub(1));
    prop_oneof![2 => any_magnitude_u128(120), 1 => near_whole].prop_map(|scaled| {
        let scaled = scaled.clamp(Multiplier::MIN.scaled(), Multiplier::MAX.scaled());
        Multiplier::from_scaled(scaled).unwrap()
    })
}

/// All magnitudes; half of the denominators are small, where products have ties.
pub fn any_ratio() -> impl Strategy<Value = Ratio> {
    let denominator = prop_oneof![any_magnitude_u64(), 1..=8_u64];
    (any_magnitude_u64(), denominator)
        .prop_map(|(above, below)| Ratio::new(above.max(1), below.max(1)).unwrap())
}
