//! Shares were redeemed and burnt.

use anchor_lang::prelude::*;

/// Shares were redeemed and burnt.
#[event]
pub struct SharesRedeemed {
    /// The asset.
    pub asset: Pubkey,
    /// The wallet that owned the shares.
    pub holder: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Hash of the payment order that the holder is paid by.
    pub payment_reference: [u8; 32],
}
