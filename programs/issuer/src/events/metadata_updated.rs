//! Documents or metadata were changed.

use anchor_lang::prelude::*;

/// Documents or metadata were changed.
#[event]
pub struct MetadataUpdated {
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// Which field.
    pub field: String,
    /// Its value before, empty if it was not there.
    pub old: String,
    /// Its value now.
    pub new: String,
    /// SHA-256 of the terms before.
    pub old_terms_hash: [u8; 32],
    /// SHA-256 of the terms now.
    pub new_terms_hash: [u8; 32],
    /// Case reference.
    pub reference: [u8; 32],
}
