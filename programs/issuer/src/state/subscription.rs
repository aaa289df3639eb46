//! An investor's cash in escrow, against shares to come.

use anchor_lang::prelude::*;
use scrip_rules::multiplier::Multiplier;
use scrip_rules::settlement::Limit;

use crate::error::IssuerError;

/// Version of the layout below.
pub const SUBSCRIPTION_VERSION: u8 = 1;

/// An investor's cash in escrow, against shares to come.
///
/// **PDA seeds:** `["subscription", asset, investor, id: u64]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Subscription {
    /// [`SUBSCRIPTION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// Who pays, and gets the shares.
    pub investor: Pubkey,
    /// Chosen by the investor.
    pub id: u64,
    /// What is paid with.
    pub payment_mint: Pubkey,
    /// Bump of the escrow's address.
    pub escrow_bump: u8,
    /// The most for one whole share, base units of the payment token, without the fee.
    pub limit_price: u64,
    /// Multiplier in force when the escrow was opened, 18 decimals: the limit is for a share of then.
    pub multiplier: u128,
    /// The most that may be taken as a fee, basis points: what it was when the escrow was opened.
    pub fee_bps: u16,
    /// Base units of the payment token put into escrow.
    pub deposited: u64,
    /// Base units of the payment token paid to the treasury so far.
    pub spent: u64,
    /// Raw units minted so far.
    pub filled: u64,
    /// From this second on the investor may take back what is left, unix seconds.
    pub deadline: i64,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
}

reads_one_version!(Subscription, SUBSCRIPTION_VERSION);

impl Subscription {
    /// The most that the investor pays.
    pub fn limit(&self) -> Result<Limit> {
        limit(self.limit_price, self.multiplier)
    }

    /// What is left to spend.
    pub const fn remaining(&self) -> u64 {
        self.deposited.saturating_sub(self.spent)
    }
}

/// A limit as an escrow keeps it.
pub(super) fn limit(price: u64, multiplier: u128) -> Result<Limit> {
    let multiplier = Multiplier::from_scaled(multiplier);
    let multiplier = multiplier.map_err(|_| error!(IssuerError::InvariantViolated))?;
    Ok(Limit { price, multiplier })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Subscription::DISCRIMINATOR, [64, 7, 26, 135, 102, 132, 98, 33]);
        let mut bytes = Vec::new();
        let account = Subscription {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            investor: Pubkey::new_from_array([4; 32]),
            id: 5,
            payment_mint: Pubkey::new_from_array([6; 32]),
            escrow_bump: 7,
            limit_price: 8,
            multiplier: 77,
            fee_bps: 9,
            deposited: 10,
            spent: 11,
            filled: 12,
            deadline: 13,
            rent_payer: Pubkey::new_from_array([14; 32]),
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [
            &[1][..],
            &[2],
            &[3; 32],
            &[4; 32],
            &5u64.to_le_bytes(),
            &[6; 32],
            &[7],
            &8u64.to_le_bytes(),
            &77u128.to_le_bytes(),
            &9u16.to_le_bytes(),
            &10u64.to_le_bytes(),
            &11u64.to_le_bytes(),
            &12u64.to_le_bytes(),
            &13i64.to_le_bytes(),
            &[14; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Subscription::INIT_SPACE, expected.len());
    }
}
