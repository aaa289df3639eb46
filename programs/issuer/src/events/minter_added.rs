//! A minter's account was opened. It may mint nothing yet.

use anchor_lang::prelude::*;

/// A minter's account was opened. It may mint nothing yet.
#[event]
pub struct MinterAdded {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff.
    pub member: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
}
