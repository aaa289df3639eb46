//! What shares cost, what a fee is, and until when an escrow may be held.
//!
//! A price is in base units of the payment token for one whole share. Amounts are exact until they are
//! rounded once, for the issuer: up for what an investor pays and for every fee, down for what a holder
//! is paid.

use core::cmp::Ordering;

use crate::multiplier::{Multiplier, Rounding};
use crate::reserves::WHOLE_BPS;

/// The greatest fee, basis points: a tenth.
pub const MAX_FEE_BPS: u16 = 1_000;

/// The longest time for which an escrow may be held, seconds: 90 days.
pub const MAX_ESCROW_SECONDS: u32 = 90 * 86_400;

/// Base units in a whole share, as the mints of Scrip have them.
pub const SHARE: u128 = 100_000_000;

/// What one settlement moves, base units of the payment token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The value of the shares at the price.
    pub value: u64,
    /// The fee on it.
    pub fee: u64,
}

/// Why a settlement or an escrow cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettlementError {
    /// An amount does not fit into 64 bits.
    AmountOverflow,
    /// The price is above what the investor pays at most, or below what the holder takes at least.
    PriceBeyondLimit,
    /// The deadline leaves the issuer less than the asset's settlement window.
    DeadlineTooSoon,
    /// The deadline is further away than [`MAX_ESCROW_SECONDS`].
    DeadlineTooLate,
}

/// The quote of a purchase: value and fee are rounded up, and the investor pays both.
pub fn purchase(
    raw: u64,
    multiplier: Multiplier,
    price: u64,
    fee_bps: u16,
) -> Result<Quote, SettlementError> {
    quote(raw, multiplier, price, fee_bps, Rounding::Up)
}

/// The quote of a redemption: the value is rounded down, the fee up, and the holder gets the difference.
pub fn redemption(
    raw: u64,
    multiplier: Multiplier,
    price: u64,
    fee_bps: u16,
) -> Result<Quote, SettlementError> {
    quote(raw, multiplier, price, fee_bps, Rounding::Down)
}

impl Quote {
    /// What an investor pays.
    pub fn total(&self) -> Result<u64, SettlementError> {
        self.value.checked_add(self.fee).ok_or(SettlementError::AmountOverflow)
    }

    /// What a holder gets. The fee is at most a tenth, and at most the value.
    pub const fn net(&self) -> u64 {
        self.value.saturating_sub(self.fee)
    }
}

fn quote(
    raw: u64,
    multiplier: Multiplier,
    price: u64,
    fee_bps: u16,
    rounding: Rounding,
) -> Result<Quote, SettlementError> {
    let value = multiplier.value_of(raw, price, SHARE, rounding);
    let value = value.ok_or(SettlementError::AmountOverflow)?;
    // At most 2^64 × 10^4.
    let fee = u128::from(value).saturating_mul(u128::from(fee_bps)).div_ceil(u128::from(WHOLE_BPS));
    let fee = u64::try_from(fee).map_err(|_| SettlementError::AmountOverflow)?;
    Ok(Quote { value, fee })
}

/// A limit of price, and the multiplier in force when it was set: a corporate action since then has changed
/// what a share is, and the limit means what it meant for each raw unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// For one whole share of then, base units of the payment token.
    pub price: u64,
    /// Shares per raw unit then.
    pub multiplier: Multiplier,
}

impl Limit {
    /// Fails if `price` for a share of now is above the limit: what an investor pays at most.
    pub fn at_most(&self, price: u64, multiplier: Multiplier) -> Result<(), SettlementError> {
        match multiplier.cmp_raw_price(price, self.multiplier, self.price) {
            Ordering::Greater => Err(SettlementError::PriceBeyondLimit),
            _ => Ok(()),
        }
    }

    /// Fails if an investor would have paid more than `raw` units in all may cost: what is rounded with each
    /// part must not add up.
    pub fn paid_at_most(&self, paid: u64, raw: u64, fee_bps: u16) -> Result<(), SettlementError> {
        match purchase(raw, self.multiplier, self.price, fee_bps).and_then(|most| most.total()) {
            Ok(most) if paid > most => Err(SettlementError::PriceBeyondLimit),
            // A limit that does not fit into 64 bits limits nothing.
            _ => Ok(()),
        }
    }

    /// Fails if a holder would have got less than `raw` units in all must bring.
    pub fn paid_at_least(&self, paid: u64, raw: u64, fee_bps: u16) -> Result<(), SettlementError> {
        let least = redemption(raw, self.multiplier, self.price, fee_bps)?;
        if paid < least.net() {
            return Err(SettlementError::PriceBeyondLimit);
        }
        Ok(())
    }

    /// Fails if `price` for a share of now is below the limit: what a holder takes at least.
    pub fn at_least(&self, price: u64, multiplier: Multiplier) -> Result<(), SettlementError> {
        match multiplier.cmp_raw_price(price, self.multiplier, self.price) {
            Ordering::Less => Err(SettlementError::PriceBeyondLimit),
            _ => Ok(()),
        }
    }
}

/// Fails if `deadline` (unix seconds) leaves less than `window` seconds, or more than anybody may hold an
/// escrow for.
pub fn check_deadline(deadline: i64, window: u32, now: i64) -> Result<(), SettlementError> {
    let left = deadline.saturating_sub(now);
    if left < i64::from(window.max(1)) {
        return Err(SettlementError::DeadlineTooSoon);
    }
    if left > i64::from(MAX_ESCROW_SECONDS) {
        return Err(SettlementError::DeadlineTooLate);
    }
    Ok(())
}

/// Whether the owner of an escrow may take it back: from the second of the deadline on.
pub const fn is_past(deadline: i64, now: i64) -> bool {
    now >= deadline
}
