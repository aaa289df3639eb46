//! A registry was opened.

use anchor_lang::prelude::*;

/// A registry was opened.
#[event]
pub struct RegistryCreated {
    /// The registry.
    pub registry: Pubkey,
    /// Its authority, who created it.
    pub authority: Pubkey,
    /// Which of the creator's registries it is.
    pub index: u16,
}
