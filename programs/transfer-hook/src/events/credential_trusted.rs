//! A registry trusts a credential.

use anchor_lang::prelude::*;

/// A registry trusts a credential.
#[event]
pub struct CredentialTrusted {
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
