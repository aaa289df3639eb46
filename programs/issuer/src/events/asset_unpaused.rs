//! A member of staff ended a pause.

use anchor_lang::prelude::*;

/// A member of staff ended a pause.
#[event]
pub struct AssetUnpaused {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
}
