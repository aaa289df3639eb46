//! A record was suspended, reinstated or revoked.

use anchor_lang::prelude::*;

/// A record was suspended, reinstated or revoked.
#[event]
pub struct HolderStatusChanged {
    /// The registry.
    pub registry: Pubkey,
    /// The wallet.
    pub wallet: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// Status before: active (1), suspended (2), revoked (3).
    pub old_status: u8,
    /// Status from now on.
    pub new_status: u8,
    /// Hash of the file that the decision rests on.
    pub case_reference: [u8; 32],
}
