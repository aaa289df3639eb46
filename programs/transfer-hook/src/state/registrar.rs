//! An officer who may change the register.

use anchor_lang::prelude::*;

use crate::error::HookError;

/// Version of the layout below.
pub const REGISTRAR_VERSION: u8 = 1;

/// May onboard wallets and update their facts.
pub const PERMISSION_ONBOARD: u8 = 1;
/// May suspend, reinstate and revoke records.
pub const PERMISSION_SUSPEND: u8 = 1 << 1;
/// Every permission that has a meaning.
pub const PERMISSIONS_ALL: u8 = PERMISSION_ONBOARD | PERMISSION_SUSPEND;

/// An officer who may change the register.
///
/// **PDA seeds:** `["registrar", registry, officer]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Registrar {
    /// [`REGISTRAR_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the `PERMISSION_` bits the officer has.
    pub permissions: u8,
    /// The appointment ends at this second (unix seconds).
    pub expires_at: i64,
    /// The registry that the appointment is for.
    pub registry: Pubkey,
    /// The officer, who signs.
    pub officer: Pubkey,
}

impl Registrar {
    /// Fails unless the appointment runs at `now` and includes `permission`.
    pub fn require(&self, permission: u8, now: i64) -> Result<()> {
        require_gt!(self.expires_at, now, HookError::RegistrarExpired);
        require!(self.permissions & permission != 0, HookError::RegistrarLacksPermission);
        Ok(())
    }

    /// What must hold of every registrar after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let known = self.permissions != 0 && self.permissions & !PERMISSIONS_ALL == 0;
        require!(known, HookError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Registrar::DISCRIMINATOR, [193, 202, 205, 51, 78, 168, 150, 128]);
        let mut bytes = Vec::new();
        let registrar = Registrar {
            version: 1,
            bump: 2,
            permissions: 3,
            expires_at: 0x0405,
            registry: Pubkey::new_from_array([6; 32]),
            officer: Pubkey::new_from_array([7; 32]),
        };
        registrar.serialize(&mut bytes).unwrap();
        let expected = [&[1, 2, 3, 5, 4, 0, 0, 0, 0, 0, 0][..], &[6; 32], &[7; 32]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Registrar::INIT_SPACE, expected.len());
    }
}
