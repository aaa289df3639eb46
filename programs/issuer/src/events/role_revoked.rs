//! A role was taken away.

use anchor_lang::prelude::*;

/// A role was taken away.
#[event]
pub struct RoleRevoked {
    /// The issuer.
    pub issuer: Pubkey,
    /// The member.
    pub member: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
    /// The permission bits that the member had.
    pub old_permissions: u32,
}
