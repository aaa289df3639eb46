//! Bounds, ties and overflows of products and amounts, one by one.

use scrip_rules::multiplier::Rounding::{Down, Up};
use scrip_rules::multiplier::{Multiplier, MultiplierError, Ratio, SCALE};

const MAX: u128 = Multiplier::MAX.scaled();

fn multiplier(scaled: u128) -> Multiplier {
    Multiplier::from_scaled(scaled).unwrap()
}

#[test]
fn a_multiplier_lies_between_its_bounds() {
    for scaled in [1, SCALE, MAX] {
        assert_eq!(multiplier(scaled).scaled(), scaled);
    }
    for scaled in [0, MAX + 1, u128::MAX] {
        assert_eq!(
            Multiplier::from_scaled(scaled),
            Err(MultiplierError::ScaledOutOfRange { scaled })
        );
    }
    assert_eq!(Multiplier::ONE, multiplier(10_u128.pow(18)));
    assert_eq!(Multiplier::MAX, multiplier(10_u128.pow(36)));
}

#[test]
fn a_ratio_has_no_zero() {
    for (numerator, denominator) in [(0, 1), (1, 0), (0, 0)] {
        assert_eq!(
            Ratio::new(numerator, denominator),
            Err(MultiplierError::RatioHasZero { numerator, denominator })
        );
    }
}

#[test]
fn apply_rounds_half_to_even() {
    const TOP: u64 = u64::MAX;
    let table = [
        // before, ratio, after
        (SCALE, (4, 1), 4 * SCALE),
        (4 * SCALE, (1, 4), SCALE),
        (SCALE, (1, 3), 333_333_333_333_333_333),
        (SCALE, (2, 3), 666_666_666_666_666_667),
        (1, (3, 2), 2),
        (3, (1, 2), 2),
        (5, (1, 2), 2),
        (7, (1, 2), 4),
        (1, (TOP, 1), u128::from(TOP)),
        (MAX, (TOP, TOP), MAX),
        (MAX - 1, (TOP, TOP), MAX - 1),
        (MAX, (1, TOP), 54_210_108_624_275_222),
    ];
    for (before, (numerator, denominator), after) in table {
        let ratio = Ratio::new(numerator, denominator).unwrap();
        assert_eq!(multiplier(before).apply(ratio), Ok(multiplier(after)), "{before} × {ratio}");
    }
}

#[test]
fn apply_refuses_what_leaves_the_range() {
    let table = [
        (1, (1, 2)), // a tie whose even neighbour is zero
        (1, (1, u64::MAX)),
        (MAX, (u64::MAX, u64::MAX - 1)),
        (MAX, (u64::MAX, 1)),
        (MAX / 2 + 1, (2, 1)),
    ];
    for (scaled, (numerator, denominator)) in table {
        let multiplier = multiplier(scaled);
        let ratio = Ratio::new(numerator, denominator).unwrap();
        assert_eq!(
            multiplier.apply(ratio),
            Err(MultiplierError::ProductOutOfRange { multiplier, ratio })
        );
    }
}

#[test]
fn amounts_round_as_told() {
    let top = u128::from(u64::MAX);
    // multiplier, raw, shares rounded down, shares rounded up
    let to_shares = [
        (SCALE, 0, 0, 0),
        (4 * SCALE, 100, 400, 400),
        (3 * SCALE / 2, 5, 7, 8),
        (1, 1, 0, 1),
        (MAX, u64::MAX, top * SCALE, top * SCALE),
    ];
    for (scaled, raw, down, up) in to_shares {
        assert_eq!(multiplier(scaled).raw_to_shares(raw, Down), Ok(down));
        assert_eq!(multiplier(scaled).raw_to_shares(raw, Up), Ok(up));
    }
    // multiplier, shares, raw rounded down, raw rounded up
    let to_raw = [
        (SCALE, 0, 0, 0),
        (4 * SCALE, 401, 100, 101),
        (MAX, 1, 0, 1),
        (MAX, top * SCALE, u64::MAX, u64::MAX),
        (1, 18, 18 * 10_u64.pow(18), 18 * 10_u64.pow(18)),
    ];
    for (scaled, shares, down, up) in to_raw {
        assert_eq!(multiplier(scaled).shares_to_raw(shares, Down), Ok(down));
        assert_eq!(multiplier(scaled).shares_to_raw(shares, Up), Ok(up));
    }
}

#[test]
fn raw_amounts_above_u64_are_refused() {
    let top = u128::from(u64::MAX);
    let table = [
        (SCALE, top + 1, Down),
        (2 * SCALE, 2 * top + 1, Up), // rounded down it would be u64::MAX
        (1, 19, Down),
        (1, u128::MAX, Down),
        (MAX, u128::MAX, Down),
    ];
    for (scaled, amount, rounding) in table {
        let multiplier = multiplier(scaled);
        assert_eq!(
            multiplier.shares_to_raw(amount, rounding),
            Err(MultiplierError::AmountOverflow { amount, multiplier })
        );
    }
    assert_eq!(multiplier(2 * SCALE).shares_to_raw(2 * top + 1, Down), Ok(u64::MAX));
}
