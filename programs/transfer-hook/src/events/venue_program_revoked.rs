//! A program is approved of no longer.

use anchor_lang::prelude::*;

/// A program is approved of no longer.
#[event]
pub struct VenueProgramRevoked {
    /// The registry.
    pub registry: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// The program.
    pub program: Pubkey,
}
