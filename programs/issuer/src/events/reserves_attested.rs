//! A custodian attested reserves.

use anchor_lang::prelude::*;

/// A custodian attested reserves.
#[event]
pub struct ReservesAttested {
    /// The asset.
    pub asset: Pubkey,
    /// The custodian's key.
    pub custodian: Pubkey,
    /// What it attested before, base units; 0: nothing yet.
    pub old_shares: u64,
    /// What it attests now, base units.
    pub new_shares: u64,
    /// When the shares were counted, unix seconds.
    pub as_of: i64,
    /// How many changes of the multiplier were in force then.
    pub actions_seen: u32,
    /// Supply, raw units.
    pub supply: u64,
    /// SHA-256 of the custodian's statement.
    pub document_hash: [u8; 32],
}
