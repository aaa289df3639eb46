//! A member of staff halted trading.

use anchor_lang::prelude::*;

/// A member of staff halted trading.
#[event]
pub struct TradingHalted {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// News pending (1), regulatory (2), primary market (3), operational (4).
    pub reason: u8,
    /// When trading resumes by itself, unix seconds; 0: only when it is resumed.
    pub until: i64,
}
