//! A member of staff paused a mint.

use anchor_lang::prelude::*;

/// A member of staff paused a mint.
#[event]
pub struct AssetPaused {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
}
