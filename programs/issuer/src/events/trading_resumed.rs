//! A member of staff resumed trading.

use anchor_lang::prelude::*;

/// A member of staff resumed trading.
#[event]
pub struct TradingResumed {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
}
