//! Shares were minted to several holders.

use anchor_lang::prelude::*;

/// What one recipient got.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minted {
    /// The wallet that owns the token account.
    pub recipient: Pubkey,
    /// Raw units.
    pub amount: u64,
}

/// Shares were minted to several holders.
#[event]
pub struct BatchMinted {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// The checker who signed as well; all zeros: none had to.
    pub checker: Pubkey,
    /// Who got how much, in the order of the accounts.
    pub mints: Vec<Minted>,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}
