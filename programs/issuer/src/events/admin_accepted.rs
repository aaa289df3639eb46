//! An issuer has another admin.

use anchor_lang::prelude::*;

/// An issuer has another admin.
#[event]
pub struct AdminAccepted {
    /// The issuer.
    pub issuer: Pubkey,
    /// The admin before.
    pub old_admin: Pubkey,
    /// The admin from now on, who signed.
    pub new_admin: Pubkey,
}
