//! Shares, values and fees, by exact integers of any size.

use num_bigint::BigUint;

const SCALE: u64 = 1_000_000_000_000_000_000;
/// Base units of a whole share.
const SHARE: u64 = 100_000_000;

/// What a settlement moves.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    pub value: u64,
    pub fee: u64,
}

fn big(number: impl Into<BigUint>) -> BigUint {
    number.into()
}

fn up(numerator: BigUint, denominator: &BigUint) -> BigUint {
    (numerator + denominator - 1u8) / denominator
}

/// Base units of shares that these raw units stand for, rounded up.
pub fn shares_up(raw: u64, multiplier: u128) -> BigUint {
    up(big(raw) * multiplier, &big(SCALE))
}

/// Raw units that stand for these base units of shares, rounded down; none if they are too many.
pub fn raw_down(shares: impl Into<BigUint>, multiplier: u128) -> Option<u64> {
    u64::try_from(big(shares) * SCALE / multiplier).ok()
}

/// What a price makes of these raw units, and the fee on it; none if it does not fit.
pub fn quote(
    raw: u64,
    multiplier: u128,
    price: u64,
    fee_bps: u16,
    round_up: bool,
) -> Option<Quote> {
    let (numerator, denominator) = (big(raw) * multiplier * price, big(SCALE) * SHARE);
    let value = if round_up { up(numerator, &denominator) } else { numerator / denominator };
    let fee = up(&value * fee_bps, &big(10_000u16));
    let (value, fee) = (u64::try_from(value).ok()?, u64::try_from(fee).ok()?);
    value.checked_add(fee).map(|_| Quote { value, fee })
}

/// What a raw unit costs at this price for a share, in parts of 10^18.
pub fn raw_price(price: u64, multiplier: u128) -> BigUint {
    big(price) * multiplier
}

/// The multiplier after a corporate action: the exact product, rounded half to even.
pub fn grown(multiplier: u128, (new, old): &(BigUint, BigUint)) -> BigUint {
    let numerator = big(multiplier) * new;
    let floor: BigUint = &numerator / old;
    let twice_rest = (numerator - &floor * old) * 2u8;
    let odd = floor.bit(0);
    match twice_rest.cmp(old) {
        core::cmp::Ordering::Less => floor,
        core::cmp::Ordering::Equal if !odd => floor,
        _ => floor + 1u8,
    }
}

/// The part of a tender that is bought: all of it, or as much of every share tendered as of the maximum.
pub fn bought(tendered: u64, total: u64, most: u64) -> u64 {
    if total <= most {
        return tendered;
    }
    u64::try_from(big(tendered) * most / total).unwrap()
}

/// The `f64` closest to a multiplier, by way of its decimal digits.
pub fn nearest(multiplier: u128) -> f64 {
    let scale = u128::from(SCALE);
    format!("{}.{:018}", multiplier / scale, multiplier % scale).parse().unwrap()
}
