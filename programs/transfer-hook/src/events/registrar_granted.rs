//! A registrar was appointed.

use anchor_lang::prelude::*;

/// A registrar was appointed.
#[event]
pub struct RegistrarGranted {
    /// The registry.
    pub registry: Pubkey,
    /// The officer.
    pub officer: Pubkey,
    /// The authority that signed.
    pub actor: Pubkey,
    /// Permission bits.
    pub permissions: u8,
    /// End of the appointment, unix seconds.
    pub expires_at: i64,
}
