//! Ties, carries and refusals at the border to `f64`, one by one.

use scrip_rules::multiplier::{Multiplier, MultiplierError, SCALE};

#[test]
fn to_f64_rounds_half_to_even() {
    let two_to_53 = 1_u128 << 53;
    let table = [
        (1, 1e-18),
        (SCALE / 10, 0.1),
        (SCALE - 1, 1.0), // the rounded significand carries into the exponent
        (SCALE, 1.0),
        (4 * SCALE, 4.0),
        ((two_to_53 + 1) * SCALE - 1, 9_007_199_254_740_992.0),
        ((two_to_53 + 1) * SCALE, 9_007_199_254_740_992.0), // tie
        ((two_to_53 + 1) * SCALE + 1, 9_007_199_254_740_994.0),
        ((two_to_53 + 3) * SCALE, 9_007_199_254_740_996.0), // tie
        (SCALE * SCALE, 1e18),
    ];
    for (scaled, nearest) in table {
        let bits = Multiplier::from_scaled(scaled).unwrap().to_f64_bits();
        assert_eq!(bits, f64::to_bits(nearest), "{scaled} became {}", f64::from_bits(bits));
    }
}

#[test]
fn from_f64_rounds_half_to_even() {
    // 10^18 × 2^-19 = 5^18 ÷ 2, an odd number of halves.
    let two_to_minus_19 = 1.0_f64.to_bits() - (19 << 52);
    let three_times_that = 3.0_f64.to_bits() - (19 << 52);
    let table = [
        (1.0_f64.to_bits(), SCALE),
        (0.1_f64.to_bits(), 100_000_000_000_000_006),
        (two_to_minus_19, 1_907_348_632_812),
        (three_times_that, 5_722_045_898_438),
        (1e-18_f64.to_bits(), 1),
        (5.1e-19_f64.to_bits(), 1),
        (1e18_f64.to_bits(), SCALE * SCALE),
    ];
    for (bits, scaled) in table {
        let value = f64::from_bits(bits);
        assert_eq!(Multiplier::from_f64_bits(bits).map(Multiplier::scaled), Ok(scaled), "{value}");
    }
}

#[test]
fn from_f64_refuses_what_token_2022_refuses() {
    let negative_nan = f64::NAN.to_bits() | 1 << 63;
    let largest_subnormal = f64::MIN_POSITIVE.to_bits() - 1;
    let table = [
        f64::NAN.to_bits(),
        negative_nan,
        f64::INFINITY.to_bits(),
        f64::NEG_INFINITY.to_bits(),
        0.0_f64.to_bits(),
        (-0.0_f64).to_bits(),
        1,
        largest_subnormal,
        (-1.0_f64).to_bits(),
        (-f64::MIN_POSITIVE).to_bits(),
        u64::MAX,
    ];
    for bits in table {
        assert_eq!(Multiplier::from_f64_bits(bits), Err(MultiplierError::FloatNotNormal { bits }));
    }
}

#[test]
fn from_f64_refuses_what_leaves_the_range() {
    let next_above_max = 1e18_f64.to_bits() + 1;
    // (2^52 + 617) × 2^100: times 10^18, its low 128 bits are 2^118, which would be in range.
    let in_range_if_wrapped = (1175 << 52) + 617;
    let table = [
        f64::MIN_POSITIVE.to_bits(),
        1e-300_f64.to_bits(),
        4.9e-19_f64.to_bits(),
        next_above_max,
        1e19_f64.to_bits(),
        1e40_f64.to_bits(),
        in_range_if_wrapped,
        f64::MAX.to_bits(),
    ];
    for bits in table {
        assert_eq!(Multiplier::from_f64_bits(bits), Err(MultiplierError::FloatOutOfRange { bits }));
    }
}
