//! A change of settings was taken out of the queue.

use anchor_lang::prelude::*;

use crate::change::Change;

/// A change of settings was taken out of the queue.
#[event]
pub struct ChangeCancelled {
    /// The issuer.
    pub issuer: Pubkey,
    /// The asset; all zeros: the issuer itself.
    pub asset: Pubkey,
    /// The entry of the queue, which is no more.
    pub pending_change: Pubkey,
    /// Who signed: the admin, the maker, or after its end anybody.
    pub actor: Pubkey,
    /// What was to be.
    pub cancelled: Change,
    /// Case reference.
    pub reference: [u8; 32],
}
