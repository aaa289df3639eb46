//! A registry has another authority.

use anchor_lang::prelude::*;

/// A registry has another authority.
#[event]
pub struct RegistryAuthorityAccepted {
    /// The registry.
    pub registry: Pubkey,
    /// The authority before.
    pub old_authority: Pubkey,
    /// The authority from now on, who signed.
    pub new_authority: Pubkey,
}
