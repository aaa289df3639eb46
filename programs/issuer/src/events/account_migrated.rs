//! An account of an earlier version is rewritten in the current layout.

use anchor_lang::prelude::*;

/// An account of an earlier version is rewritten in the current layout.
#[event]
pub struct AccountMigrated {
    /// The account.
    pub account: Pubkey,
    /// Who paid for what its rent lacked.
    pub actor: Pubkey,
    /// The version that it had.
    pub from: u8,
    /// The version that it has.
    pub to: u8,
}
