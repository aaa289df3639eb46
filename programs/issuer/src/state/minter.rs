//! How much a member of staff may mint of one asset.

use anchor_lang::prelude::*;
use scrip_rules::allowance::{Allowance, Usage};

use crate::error::IssuerError;

/// Version of the layout below.
pub const MINTER_VERSION: u8 = 1;

/// How much a member of staff may mint of one asset. Without one nobody mints, whatever the role says.
///
/// **PDA seeds:** `["minter", asset, member]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Minter {
    /// [`MINTER_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff.
    pub member: Pubkey,
    /// Raw units that may be minted in all.
    pub cap: u64,
    /// Raw units that a full bucket holds.
    pub capacity: u64,
    /// Seconds in which an empty bucket fills.
    pub period: u32,
    /// Raw units minted so far.
    pub minted: u64,
    /// What was drawn from the bucket and has not flowed back at `updated_at`, raw units × seconds.
    pub drawn: u128,
    /// Unix seconds.
    pub updated_at: i64,
}

reads_one_version!(Minter, MINTER_VERSION);

impl Minter {
    /// What is granted.
    pub fn allowance(&self) -> Allowance {
        Allowance { cap: self.cap, capacity: self.capacity, period: self.period }
    }

    /// What is used of it.
    pub fn usage(&self) -> Usage {
        Usage { minted: self.minted, drawn: self.drawn, updated_at: self.updated_at }
    }

    /// Stores what is granted; what is drawn stays drawn.
    pub fn set_allowance(&mut self, new: &Allowance, now: i64) {
        let usage = self.allowance().carry_over(&self.usage(), new, now);
        self.set_usage(&usage);
        self.cap = new.cap;
        self.capacity = new.capacity;
        self.period = new.period;
    }

    /// Stores what is used.
    pub fn set_usage(&mut self, usage: &Usage) {
        self.minted = usage.minted;
        self.drawn = usage.drawn;
        self.updated_at = usage.updated_at;
    }

    /// What must hold of every minter after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let sound = self.version == MINTER_VERSION && self.allowance().is_sound();
        require!(sound, IssuerError::InvariantViolated);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Minter::DISCRIMINATOR, [28, 69, 107, 166, 41, 139, 205, 247]);
        let mut bytes = Vec::new();
        let account = Minter {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            member: Pubkey::new_from_array([4; 32]),
            cap: 5,
            capacity: 6,
            period: 7,
            minted: 8,
            drawn: 9,
            updated_at: 10,
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [
            &[1][..],
            &[2],
            &[3; 32],
            &[4; 32],
            &5u64.to_le_bytes(),
            &6u64.to_le_bytes(),
            &7u32.to_le_bytes(),
            &8u64.to_le_bytes(),
            &9u128.to_le_bytes(),
            &10i64.to_le_bytes(),
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(Minter::INIT_SPACE, expected.len());
    }
}
