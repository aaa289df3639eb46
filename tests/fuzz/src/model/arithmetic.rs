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
pub fn grown(multiplier: u128, ratio: (u64, u64)) -> BigUint {
    let (numerator, denominator) = (big(multiplier) * ratio.0, big(ratio.1));
    let floor: BigUint = &numerator / &denominator;
    let twice_rest = (numerator - &floor * &denominator) * 2u8;
    let odd = floor.bit(0);
    match twice_rest.cmp(&denominator) {
        core::cmp::Ordering::Less => floor,
        core::cmp::Ordering::Equal if !odd => floor,
        _ => floor + 1u8,
    }
}
