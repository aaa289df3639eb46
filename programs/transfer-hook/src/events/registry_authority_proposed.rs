//! Another authority of a registry was proposed, or the proposal taken back.

use anchor_lang::prelude::*;

/// Another authority of a registry was proposed, or the proposal taken back.
#[event]
pub struct RegistryAuthorityProposed {
    /// The registry.
    pub registry: Pubkey,
    /// The authority that signed.
    pub authority: Pubkey,
    /// Who was proposed before; all zeros: nobody.
    pub old_pending: Pubkey,
    /// Who is proposed from now on; all zeros: nobody.
    pub new_pending: Pubkey,
}
