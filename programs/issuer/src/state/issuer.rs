//! A legal issuer of tokenized shares.

use anchor_lang::prelude::*;

use crate::error::IssuerError;

/// Version of the layout below.
pub const ISSUER_VERSION: u8 = 1;

/// A legal issuer of tokenized shares.
///
/// **PDA seeds:** `["issuer", creator, index: u16]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Issuer {
    /// [`ISSUER_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the creator's issuers this is.
    pub index: u16,
    /// Who created it; part of the address, without any power.
    pub creator: Pubkey,
    /// Grants roles and creates assets. Any signer, so a multisig's vault can be one.
    pub admin: Pubkey,
    /// Becomes the admin when it accepts; all zeros: nobody is proposed.
    pub pending_admin: Pubkey,
    /// The registry whose records all assets of this issuer rely on.
    pub registry: Pubkey,
    /// Owns the token accounts that purchases and fees are paid into.
    pub treasury: Pubkey,
    /// Seconds that a loosening change waits.
    pub timelock: u32,
    /// Which changes need a checker: `FOUR_EYES_` bits.
    pub four_eyes: u8,
    /// How many changes have been proposed; the next one's id.
    pub change_count: u32,
}

reads_one_version!(Issuer, ISSUER_VERSION);

/// Every change of a reserve rule needs a checker.
pub const FOUR_EYES_RESERVE_RULE: u8 = 1;
/// Every loosening change needs a checker.
pub const FOUR_EYES_LOOSENING: u8 = 1 << 1;
/// Every corporate action, and what it pays, needs a checker.
pub const FOUR_EYES_ACTIONS: u8 = 1 << 2;
/// Every bit that has a meaning.
pub const FOUR_EYES_ALL: u8 = FOUR_EYES_RESERVE_RULE | FOUR_EYES_LOOSENING | FOUR_EYES_ACTIONS;

/// The longest timelock, seconds: 30 days. A slip of the pen would otherwise stop every change for ever.
pub const MAX_TIMELOCK: u32 = 30 * 86_400;

impl Issuer {
    /// Whether somebody else than the maker must approve corporate actions and what they pay.
    pub const fn checks_actions(&self) -> bool {
        self.four_eyes & FOUR_EYES_ACTIONS != 0
    }

    /// What must hold of every issuer after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let sound = self.version == ISSUER_VERSION
            && self.timelock <= MAX_TIMELOCK
            && self.four_eyes & !FOUR_EYES_ALL == 0
            && self.admin != Pubkey::default();
        require!(sound, IssuerError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Issuer::DISCRIMINATOR, [216, 19, 83, 230, 108, 53, 80, 14]);
        let mut bytes = Vec::new();
        let issuer = Issuer {
            version: 1,
            bump: 2,
            index: 0x0403,
            creator: Pubkey::new_from_array([5; 32]),
            admin: Pubkey::new_from_array([6; 32]),
            pending_admin: Pubkey::new_from_array([7; 32]),
            registry: Pubkey::new_from_array([8; 32]),
            treasury: Pubkey::new_from_array([9; 32]),
            timelock: 10,
            four_eyes: 11,
            change_count: 12,
        };
        issuer.serialize(&mut bytes).unwrap();
        let keys = [[5; 32], [6; 32], [7; 32], [8; 32], [9; 32]].concat();
        let expected = [&[1, 2, 3, 4][..], &keys, &[10, 0, 0, 0, 11, 12, 0, 0, 0]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Issuer::INIT_SPACE, expected.len());
    }
}
