//! A payment mint's account was opened. New business may not name it yet.

use anchor_lang::prelude::*;

/// A payment mint's account was opened. New business may not name it yet.
#[event]
pub struct PaymentMintAdded {
    /// The asset.
    pub asset: Pubkey,
    /// The token's mint.
    pub mint: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
}
