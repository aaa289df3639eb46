//! An officer who may change the register.

use anchor_lang::prelude::*;

use crate::error::{HookError, ensure};

/// Version of the layout below.
pub const REGISTRAR_VERSION: u8 = 1;

/// May onboard wallets, update their facts and close their records.
pub const PERMISSION_ONBOARD: u8 = 1;
/// May suspend, reinstate, revoke and sanction wallets, also ones that are not on the register yet.
pub const PERMISSION_SUSPEND: u8 = 1 << 1;
/// May approve programs as venues, and add, suspend and close venues.
pub const PERMISSION_VENUES: u8 = 1 << 2;
/// Every permission that has a meaning.
pub const PERMISSIONS_ALL: u8 = PERMISSION_ONBOARD | PERMISSION_SUSPEND | PERMISSION_VENUES;

/// An officer who may change the register.
///
/// **PDA seeds:** `["registrar", registry, officer]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct Registrar {
    /// [`REGISTRAR_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the `PERMISSION_` bits the officer has.
    pub permissions: u8,
    /// Always zero.
    pub padding: [u8; 5],
    /// The appointment ends at this second (unix seconds).
    pub expires_at: i64,
    /// How many records the officer has created under this appointment.
    pub created: u64,
    /// How many records the officer has closed under this appointment.
    pub closed: u64,
    /// The registry that the appointment is for.
    pub registry: Pubkey,
    /// The officer, who signs.
    pub officer: Pubkey,
}

impl Registrar {
    /// Fails unless the appointment runs at `now` and includes `permission`.
    pub fn require(&self, permission: u8, now: i64) -> Result<()> {
        ensure!(now < self.expires_at, HookError::RegistrarExpired);
        ensure!(self.permissions & permission != 0, HookError::RegistrarLacksPermission);
        Ok(())
    }

    /// What must hold of every registrar after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let known = self.permissions != 0 && self.permissions & !PERMISSIONS_ALL == 0;
        ensure!(known && self.version == REGISTRAR_VERSION, HookError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Registrar::DISCRIMINATOR, [193, 202, 205, 51, 78, 168, 150, 128]);
        let registrar = Registrar {
            version: 1,
            bump: 2,
            permissions: 3,
            padding: [4; 5],
            expires_at: 5,
            created: 6,
            closed: 7,
            registry: Pubkey::new_from_array([8; 32]),
            officer: Pubkey::new_from_array([9; 32]),
        };
        let words: Vec<_> = (5u64..=7).flat_map(u64::to_le_bytes).collect();
        let expected = [&[1, 2, 3, 4, 4, 4, 4, 4][..], &words, &[8; 32], &[9; 32]].concat();
        assert_eq!(bytemuck::bytes_of(&registrar), expected);
    }
}
