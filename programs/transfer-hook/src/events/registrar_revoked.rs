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
    /// Permission bits until now.
    pub old_permissions: u8,
    /// How many records the officer has created.
    pub records_created: u64,
    /// How many records the officer has closed.
    pub records_closed: u64,
}
