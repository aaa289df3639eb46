//! How much is to be minted, and whether the supply has room for it.

use crate::multiplier::{Multiplier, Rounding};

/// How much somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Raw units.
    Raw(u64),
    /// Base units of shares, at a multiplier that the caller believes to be in force.
    Shares {
        /// Base units of shares.
        shares: u64,
        /// 18 decimals.
        expected: u128,
    },
}

/// Why a mint is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuanceError {
    /// Nothing would be minted or burnt.
    ZeroAmount,
    /// The supply would pass the asset's cap.
    OverCap,
    /// The multiplier in force is not the expected one.
    MultiplierMoved,
    /// The shares are more raw units than a mint can issue.
    AmountOverflow,
}

impl Quantity {
    /// The raw units, while `in_force` is the multiplier. Shares are rounded down: nobody gets more than
    /// was asked for.
    pub fn to_raw(self, in_force: Multiplier) -> Result<u64, IssuanceError> {
        let raw = match self {
            Self::Raw(raw) => raw,
            Self::Shares { expected, .. } if expected != in_force.scaled() => {
                return Err(IssuanceError::MultiplierMoved);
            }
            Self::Shares { shares, .. } => in_force
                .shares_to_raw(u128::from(shares), Rounding::Down)
                .map_err(|_| IssuanceError::AmountOverflow)?,
        };
        if raw == 0 { Err(IssuanceError::ZeroAmount) } else { Ok(raw) }
    }
}

/// The supply after minting `amount` (all in raw units), within `cap`.
///
/// A cap of 0 means that nothing may be minted, not that there is no cap.
pub const fn supply_after_mint(supply: u64, amount: u64, cap: u64) -> Result<u64, IssuanceError> {
    if amount == 0 {
        return Err(IssuanceError::ZeroAmount);
    }
    match supply.checked_add(amount) {
        Some(after) if after <= cap => Ok(after),
        _ => Err(IssuanceError::OverCap),
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn table() {
        for (supply, amount, cap, expected) in [
            (0, 1, 1, Ok(1)),
            (0, 0, 1, Err(IssuanceError::ZeroAmount)),
            (0, 1, 0, Err(IssuanceError::OverCap)),
            (90, 10, 100, Ok(100)),
            (90, 11, 100, Err(IssuanceError::OverCap)),
            (u64::MAX, 1, u64::MAX, Err(IssuanceError::OverCap)),
            (1, u64::MAX, u64::MAX, Err(IssuanceError::OverCap)),
            (0, u64::MAX, u64::MAX, Ok(u64::MAX)),
            // A cap lowered below the supply stops minting, whatever the amount.
            (100, 1, 50, Err(IssuanceError::OverCap)),
        ] {
            assert_eq!(supply_after_mint(supply, amount, cap), expected, "{supply} {amount} {cap}");
        }
    }

    proptest! {
        #[test]
        fn never_over_the_cap(supply: u64, amount: u64, cap: u64) {
            let exact = u128::from(supply) + u128::from(amount);
            match supply_after_mint(supply, amount, cap) {
                Ok(after) => prop_assert!(u128::from(after) == exact && after <= cap && amount > 0),
                Err(IssuanceError::ZeroAmount) => prop_assert_eq!(amount, 0),
                Err(IssuanceError::OverCap) => prop_assert!(exact > u128::from(cap)),
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
