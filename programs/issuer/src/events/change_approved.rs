//! A checker approved a change of settings.

use anchor_lang::prelude::*;

/// A checker approved a change of settings.
#[event]
pub struct ChangeApproved {
    /// The issuer.
    pub issuer: Pubkey,
    /// The entry of the queue.
    pub pending_change: Pubkey,
    /// The checker who signed.
    pub actor: Pubkey,
    /// From when on it can be carried out, unix seconds.
    pub executable_at: i64,
    /// Case reference.
    pub reference: [u8; 32],
}
