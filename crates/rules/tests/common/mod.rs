//! What several suites hold the rules against: integers of any size, and numbers of every magnitude.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::Multiplier;

/// `numerator` ÷ `denominator` towards zero, and away from it.
pub fn floor_and_ceil(numerator: &BigUint, denominator: &BigUint) -> (BigUint, BigUint) {
    let ceil = (numerator + denominator - 1_u32) / denominator;
    (numerator / denominator, ceil)
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

/// So many random cases; a failure is printed, and kept nowhere.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
