//! What a member of the issuer's staff may do.

use anchor_lang::prelude::*;

use crate::error::IssuerError;

/// Version of the layout below.
pub const ROLE_VERSION: u8 = 1;

/// May mint.
pub const PERMISSION_MINT: u32 = 1;
/// May sign redemptions.
pub const PERMISSION_REDEEM: u32 = 1 << 1;
/// May pause mints.
pub const PERMISSION_PAUSE: u32 = 1 << 2;
/// May end pauses. Apart from pausing, so that who stops is not who starts again.
pub const PERMISSION_UNPAUSE: u32 = 1 << 3;
/// May halt trading.
pub const PERMISSION_HALT: u32 = 1 << 4;
/// May resume trading.
pub const PERMISSION_RESUME: u32 = 1 << 5;
/// May schedule corporate actions.
pub const PERMISSION_CORPORATE_ACTIONS: u32 = 1 << 6;
/// May check what others made: approve changes and carry out proposed mints.
pub const PERMISSION_CHECK: u32 = 1 << 7;
/// May change documents and metadata.
pub const PERMISSION_METADATA: u32 = 1 << 8;
/// The permissions that only ever stop something: a role with no others begins at once.
pub const PERMISSIONS_STOPPING: u32 = PERMISSION_PAUSE | PERMISSION_HALT;
/// Every permission that has a meaning.
pub const PERMISSIONS_ALL: u32 = PERMISSION_MINT
    | PERMISSION_REDEEM
    | PERMISSION_PAUSE
    | PERMISSION_UNPAUSE
    | PERMISSION_HALT
    | PERMISSION_RESUME
    | PERMISSION_CORPORATE_ACTIONS
    | PERMISSION_CHECK
    | PERMISSION_METADATA;

/// What a member of the issuer's staff may do.
///
/// **PDA seeds:** `["role", issuer, member]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Role {
    /// [`ROLE_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the `PERMISSION_` bits the member has.
    pub permissions: u32,
    /// The role begins at this second (unix seconds): granting one that does more than stop things is a
    /// loosening change and waits like one.
    pub starts_at: i64,
    /// The role ends at this second (unix seconds); 0: never by itself.
    pub expires_at: i64,
    /// The issuer.
    pub issuer: Pubkey,
    /// The member, who signs.
    pub member: Pubkey,
}

reads_one_version!(Role, ROLE_VERSION);

impl Role {
    /// Fails unless the role has not ended and includes `permission`.
    pub fn require(&self, permission: u32) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        require_gte!(now, self.starts_at, IssuerError::RoleNotStarted);
        require!(self.expires_at == 0 || now < self.expires_at, IssuerError::RoleExpired);
        require!(self.permissions & permission != 0, IssuerError::RoleLacksPermission);
        Ok(())
    }

    /// What must hold of every role after every instruction.
    pub fn invariant(&self) -> Result<()> {
        check_permissions(self.permissions).map_err(|_| IssuerError::InvariantViolated.into())
    }
}

/// Fails unless the bits are ones that a role may have.
pub fn check_permissions(permissions: u32) -> Result<()> {
    let known = permissions != 0 && permissions & !PERMISSIONS_ALL == 0;
    require!(known, IssuerError::UnknownPermissions);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Role::DISCRIMINATOR, [46, 219, 197, 24, 233, 249, 253, 154]);
        let mut bytes = Vec::new();
        let role = Role {
            version: 1,
            bump: 2,
            permissions: 0x0605_0403,
            starts_at: 0x0807,
            expires_at: 0x0b,
            issuer: Pubkey::new_from_array([9; 32]),
            member: Pubkey::new_from_array([10; 32]),
        };
        role.serialize(&mut bytes).unwrap();
        let expected = [
            &[1, 2, 3, 4, 5, 6][..],
            &0x0807i64.to_le_bytes(),
            &0x0bi64.to_le_bytes(),
            &[9; 32],
            &[10; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Role::INIT_SPACE, expected.len());
    }
}
