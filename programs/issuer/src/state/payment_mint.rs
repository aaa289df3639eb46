//! A token that an asset is paid with.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const PAYMENT_MINT_VERSION: u8 = 1;

/// A token that an asset is paid with.
///
/// **PDA seeds:** `["payment-mint", asset, mint]`
#[account]
#[derive(Debug, InitSpace)]
pub struct PaymentMint {
    /// [`PAYMENT_MINT_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The token's mint.
    pub mint: Pubkey,
    /// Whether new subscriptions, purchases and redemptions may name it. Open ones go on either way.
    pub accepted: bool,
}

reads_one_version!(PaymentMint, PAYMENT_MINT_VERSION);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(PaymentMint::DISCRIMINATOR, [234, 73, 102, 104, 105, 211, 251, 238]);
        let mut bytes = Vec::new();
        let account = PaymentMint {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            mint: Pubkey::new_from_array([4; 32]),
            accepted: true,
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [&[1][..], &[2], &[3; 32], &[4; 32], &[1]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(PaymentMint::INIT_SPACE, expected.len());
    }
}
