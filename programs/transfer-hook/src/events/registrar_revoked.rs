//! A registrar was dismissed.

use anchor_lang::prelude::*;

/// A registrar was dismissed.
#[event]
pub struct RegistrarRevoked {
    /// The registry.
    pub registry: Pubkey,
    /// The officer.
    pub officer: Pubkey,
    /// The authority that signed.
    pub actor: Pubkey,
    /// The permission bits that the officer had.
    pub old_permissions: u8,
}
