//! A member of staff was given a role.

use anchor_lang::prelude::*;

/// A member of staff was given a role.
#[event]
pub struct RoleGranted {
    /// The issuer.
    pub issuer: Pubkey,
    /// The member.
    pub member: Pubkey,
    /// The admin who signed.
    pub actor: Pubkey,
    /// Permission bits.
    pub permissions: u32,
    /// Begin of the role, unix seconds.
    pub starts_at: i64,
    /// End of the role, unix seconds; 0: none.
    pub expires_at: i64,
}
