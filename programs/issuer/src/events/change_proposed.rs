//! A change of settings was proposed.

use anchor_lang::prelude::*;

use crate::change::Change;

/// A change of settings was proposed.
#[event]
pub struct ChangeProposed {
    /// The issuer.
    pub issuer: Pubkey,
    /// The asset; all zeros: the issuer itself.
    pub asset: Pubkey,
    /// The entry of the queue.
    pub pending_change: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
    /// The how manieth change of the issuer.
    pub id: u32,
    /// From when on it can be carried out, unix seconds.
    pub executable_at: i64,
    /// The setting as it is.
    pub old: Change,
    /// The setting as it is to be.
    pub new: Change,
    /// Case reference.
    pub reference: [u8; 32],
}
