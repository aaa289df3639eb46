//! A registry was opened.

use anchor_lang::prelude::*;

/// A registry was opened.
#[event]
pub struct RegistryCreated {
    /// The registry.
    pub registry: Pubkey,
    /// Its authority, who is also its creator.
    pub authority: Pubkey,
    /// Which of the creator's registries it is.
    pub index: u16,
}
