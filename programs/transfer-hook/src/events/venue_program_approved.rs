//! A program was approved of: its accounts may be venues.

use anchor_lang::prelude::*;

/// A program was approved of: its accounts may be venues.
#[event]
pub struct VenueProgramApproved {
    /// The registry.
    pub registry: Pubkey,
    /// The registrar who signed.
    pub actor: Pubkey,
    /// The program.
    pub program: Pubkey,
}
