//! Another admin of an issuer was proposed, or the proposal taken back.

use anchor_lang::prelude::*;

/// Another admin of an issuer was proposed, or the proposal taken back.
#[event]
pub struct AdminProposed {
    /// The issuer.
    pub issuer: Pubkey,
    /// The admin who signed.
    pub admin: Pubkey,
    /// Who was proposed before; all zeros: nobody.
    pub old_pending: Pubkey,
    /// Who is proposed from now on; all zeros: nobody.
    pub new_pending: Pubkey,
}
