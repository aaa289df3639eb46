//! A registry trusts a credential no longer.

use anchor_lang::prelude::*;

/// A registry trusts a credential no longer.
#[event]
pub struct CredentialDistrusted {
    /// The registry.
    pub registry: Pubkey,
    /// The authority that signed.
    pub actor: Pubkey,
    /// Its number in the registry.
    pub number: u8,
    /// The credential.
    pub credential: Pubkey,
    /// The schema.
    pub schema: Pubkey,
}
