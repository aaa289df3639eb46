//! What a swap, a deposit and a withdrawal amount to. Pure functions over raw units of the share and base units of the
//! payment token; every rounding is in the pool's favour. No multiplier occurs here: a split changes neither reserve.

use anchor_lang::prelude::*;

use crate::error::PoolError;

/// The highest fee of a pool, basis points.
pub const MAX_FEE_BPS: u16 = 1_000;
/// Liquidity that belongs to nobody and counts beside the supply of liquidity tokens. It makes it dear to drive up
/// the worth of one liquidity token before others deposit: of every unit that is given to the pool to that end, a
/// thousandth at most comes back to who holds a single token.
pub const LOCKED_LIQUIDITY: u64 = 1_000;

const BASIS_POINTS: u64 = 10_000;

/// What a swap does with shares.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Shares go in, payment comes out.
    Sell,
    /// Payment goes in, shares come out.
    Buy,
}

/// What the vaults hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserves {
    /// Raw units of the share.
    pub shares: u64,
    /// Base units of the payment token.
    pub payment: u64,
}

/// What a swap takes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trade {
    /// What stays in the pool of what is put in.
    pub fee: u64,
    /// What comes out.
    pub amount_out: u64,
}

/// Both sides of a deposit or a withdrawal, and the liquidity tokens for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Liquidity {
    /// Base units of liquidity tokens.
    pub liquidity: u64,
    /// Raw units of the share.
    pub shares: u64,
    /// Base units of the payment token.
    pub payment: u64,
}

impl Reserves {
    /// The product that a swap must not lower.
    fn product(self) -> u128 {
        u128::from(self.shares).saturating_mul(u128::from(self.payment))
    }

    /// Fails if a swap has lowered the product of the reserves.
    pub fn require_kept(self, after: Self) -> Result<()> {
        require!(after.product() >= self.product(), PoolError::InvariantViolated);
        Ok(())
    }

    /// What a swap of `amount_in` takes out: the fee rounded up, the rest rounded down.
    pub fn swap(self, side: Side, amount_in: u64, fee_bps: u16) -> Result<Trade> {
        require!(amount_in > 0, PoolError::ZeroAmount);
        require!(self.product() > 0, PoolError::PoolEmpty);
        let (reserve_in, reserve_out) = match side {
            Side::Sell => (self.shares, self.payment),
            Side::Buy => (self.payment, self.shares),
        };
        let fee = part(amount_in, fee_bps.into(), BASIS_POINTS.into(), Round::Up)?;
        let traded = amount_in.saturating_sub(fee);
        let whole = u128::from(reserve_in).saturating_add(traded.into());
        let amount_out = part(reserve_out, traded, whole, Round::Down)?;
        Ok(Trade { fee, amount_out })
    }

    /// The most liquidity that `max_shares` and `max_payment` pay for, and what it costs. The first deposit takes
    /// both as they are.
    pub fn deposit(self, supply: u64, max_shares: u64, max_payment: u64) -> Result<Liquidity> {
        require!(max_shares > 0 && max_payment > 0, PoolError::ZeroAmount);
        if supply == 0 {
            let put_in = Self { shares: max_shares, payment: max_payment };
            let liquidity = narrow(put_in.product().isqrt())?;
            return Ok(Liquidity { liquidity, shares: max_shares, payment: max_payment });
        }
        require!(self.product() > 0, PoolError::PoolEmpty);
        let total = total(supply)?;
        let by_shares = part(total, max_shares, self.shares.into(), Round::Down)?;
        let by_payment = part(total, max_payment, self.payment.into(), Round::Down)?;
        let liquidity = by_shares.min(by_payment);
        self.of(liquidity, total, Round::Up)
    }

    /// What `liquidity` is worth of both sides.
    pub fn withdraw(self, supply: u64, liquidity: u64) -> Result<Liquidity> {
        self.of(liquidity, total(supply)?, Round::Down)
    }

    fn of(self, liquidity: u64, total: u64, round: Round) -> Result<Liquidity> {
        require!(liquidity > 0, PoolError::ZeroAmount);
        Ok(Liquidity {
            liquidity,
            shares: part(self.shares, liquidity, total.into(), round)?,
            payment: part(self.payment, liquidity, total.into(), round)?,
        })
    }
}

#[derive(Clone, Copy)]
enum Round {
    Down,
    Up,
}

/// `amount` × `numerator` ÷ `denominator`.
fn part(amount: u64, numerator: u64, denominator: u128, round: Round) -> Result<u64> {
    let product = u128::from(amount).saturating_mul(numerator.into());
    let quotient = match round {
        Round::Down => product.checked_div(denominator),
        Round::Up => product
            .checked_next_multiple_of(denominator)
            .and_then(|multiple| multiple.checked_div(denominator)),
    };
    narrow(quotient.ok_or(PoolError::AmountOverflow)?)
}

fn narrow(amount: u128) -> Result<u64> {
    u64::try_from(amount).map_err(|_| PoolError::AmountOverflow.into())
}

fn total(supply: u64) -> Result<u64> {
    supply.checked_add(LOCKED_LIQUIDITY).ok_or_else(|| PoolError::AmountOverflow.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_that_falls_is_an_error() {
        let before = Reserves { shares: 10, payment: 30 };
        for (shares, payment, kept) in [(10, 30, true), (15, 20, true), (13, 23, false)] {
            let after = Reserves { shares, payment };
            assert_eq!(before.require_kept(after).is_ok(), kept, "{after:?}");
        }
    }

    #[test]
    fn swaps_keep_the_product_at_the_ends_of_the_numbers() {
        for reserve in [1, 2, 1_000, u64::MAX >> 1, u64::MAX] {
            for amount in [1, 2, 999, u64::MAX] {
                for fee in [0, 1, 30, MAX_FEE_BPS] {
                    let before = Reserves { shares: reserve, payment: u64::MAX };
                    let trade = before.swap(Side::Sell, amount, fee).unwrap();
                    assert!(trade.amount_out < before.payment, "{reserve} {amount} {fee}");
                    // Reserves beyond `u64` cannot be; Token-2022 would refuse the transfer.
                    let Some(shares) = reserve.checked_add(amount) else { continue };
                    let payment = before.payment - trade.amount_out;
                    before.require_kept(Reserves { shares, payment }).unwrap();
                }
            }
        }
    }

    #[test]
    fn liquidity_is_paid_for_in_full() {
        let reserves = Reserves { shares: 1_000, payment: 7 };
        let put_in = reserves.deposit(9_000, 10, 10).unwrap();
        assert_eq!(put_in, Liquidity { liquidity: 100, shares: 10, payment: 1 });
        let taken = reserves.withdraw(9_000, 100).unwrap();
        assert_eq!(taken, Liquidity { liquidity: 100, shares: 10, payment: 0 });
    }
}
