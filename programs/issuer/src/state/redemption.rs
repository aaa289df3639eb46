//! A holder's shares in escrow, against a payment to come.

use anchor_lang::prelude::*;
use scrip_rules::settlement::Limit;

use super::subscription::limit;

/// Version of the layout below.
pub const REDEMPTION_VERSION: u8 = 1;

/// A holder's shares in escrow, against a payment to come.
///
/// **PDA seeds:** `["redemption", asset, owner, id: u64]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Redemption {
    /// [`REDEMPTION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// Who gave the shares, and is paid.
    pub owner: Pubkey,
    /// Chosen by the owner.
    pub id: u64,
    /// What the owner is paid with; all zeros: paid off chain.
    pub payment_mint: Pubkey,
    /// Bump of the escrow's address.
    pub escrow_bump: u8,
    /// The least for one whole share, base units of the payment token, before the fee.
    pub min_price: u64,
    /// Multiplier in force when the escrow was opened, 18 decimals: the least price is for a share of then.
    pub multiplier: u128,
    /// The most that may be taken as a fee, basis points: what it was when the escrow was opened.
    pub fee_bps: u16,
    /// Raw units put into escrow.
    pub deposited: u64,
    /// Raw units burnt so far.
    pub settled: u64,
    /// Base units of the payment token that the owner has got for them.
    pub paid: u64,
    /// From this second on the owner may take back what is left, unix seconds.
    pub deadline: i64,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
}

reads_one_version!(Redemption, REDEMPTION_VERSION);

impl Redemption {
    /// The least that the owner takes.
    pub fn limit(&self) -> Result<Limit> {
        limit(self.min_price, self.multiplier)
    }

    /// Raw units that are not settled yet.
    pub const fn remaining(&self) -> u64 {
        self.deposited.saturating_sub(self.settled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Redemption::DISCRIMINATOR, [112, 75, 232, 189, 22, 114, 156, 203]);
        let mut bytes = Vec::new();
        let account = Redemption {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            owner: Pubkey::new_from_array([4; 32]),
            id: 5,
            payment_mint: Pubkey::new_from_array([6; 32]),
            escrow_bump: 7,
            min_price: 8,
            multiplier: 77,
            fee_bps: 9,
            deposited: 10,
            settled: 11,
            paid: 78,
            deadline: 12,
            rent_payer: Pubkey::new_from_array([13; 32]),
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
            &78u64.to_le_bytes(),
            &12i64.to_le_bytes(),
            &[13; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Redemption::INIT_SPACE, expected.len());
    }
}
