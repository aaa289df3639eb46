//! An asset's life goes to its end.

use anchor_lang::prelude::*;

/// An asset's life goes to its end.
#[event]
pub struct AssetStatusChanged {
    /// The asset.
    pub asset: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
    /// Active (1), winding down (2).
    pub old: u8,
    /// Winding down (2), closed (3).
    pub new: u8,
    /// Case reference.
    pub reference: [u8; 32],
}
