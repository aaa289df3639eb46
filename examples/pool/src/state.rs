//! The pool's account.

use anchor_lang::prelude::*;

use crate::seeds;

/// Version of the layout below.
pub const POOL_VERSION: u8 = 1;

/// A pool. Written once, when it is opened: the reserves are what the vaults hold, and the liquidity is the supply
/// of its mint, so that nothing here can disagree with them. It is the venue on the register, the owner of both
/// vaults and the authority of the liquidity tokens.
///
/// **PDA seeds:** `["pool", share mint, payment mint, fee]`
#[account]
#[derive(Debug, InitSpace, PartialEq, Eq)]
pub struct Pool {
    /// [`POOL_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// What stays in the pool of every swap, basis points of what is put in. Two bytes, little-endian, as in the
    /// seeds.
    pub fee_bps: [u8; 2],
    /// The share.
    pub share_mint: Pubkey,
    /// The asset of the share, where its multiplier is.
    pub asset: Pubkey,
    /// What it is paid with.
    pub payment_mint: Pubkey,
    /// Holds the shares: the associated token account of this address.
    pub share_vault: Pubkey,
    /// Holds the payment: the associated token account of this address.
    pub payment_vault: Pubkey,
    /// Mint of the liquidity tokens.
    pub liquidity_mint: Pubkey,
}

impl Pool {
    /// The fee, basis points.
    #[must_use]
    pub const fn fee_bps(&self) -> u16 {
        u16::from_le_bytes(self.fee_bps)
    }

    /// The seeds with which the pool signs. With the same, anybody registers it as a venue.
    #[must_use]
    pub fn signer_seeds(&self) -> [&[u8]; 5] {
        [
            seeds::POOL,
            self.share_mint.as_ref(),
            self.payment_mint.as_ref(),
            &self.fee_bps,
            core::slice::from_ref(&self.bump),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Pool::DISCRIMINATOR, [241, 154, 109, 4, 17, 177, 109, 188]);
        let key = |byte| Pubkey::new_from_array([byte; 32]);
        let pool = Pool {
            version: 1,
            bump: 2,
            fee_bps: 30_u16.to_le_bytes(),
            share_mint: key(3),
            asset: key(4),
            payment_mint: key(5),
            share_vault: key(6),
            payment_vault: key(7),
            liquidity_mint: key(8),
        };
        let mut bytes = Vec::new();
        pool.serialize(&mut bytes).unwrap();
        let keys = (3..=8).map(|byte| [byte; 32]).collect::<Vec<_>>().concat();
        assert_eq!(bytes, [&[1, 2, 30, 0][..], &keys].concat());
        assert_eq!(Pool::INIT_SPACE, bytes.len());
        assert_eq!(pool.fee_bps(), 30);
    }
}
