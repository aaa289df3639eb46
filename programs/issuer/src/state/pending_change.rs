//! A change of settings that waits.

use anchor_lang::prelude::*;

use crate::change::Change;

/// Version of the layout below.
pub const PENDING_CHANGE_VERSION: u8 = 1;

/// A change of settings that waits: for a checker, for the timelock, or for both.
///
/// **PDA seeds:** `["change", issuer, id: u32]`
#[account]
#[derive(Debug, InitSpace)]
pub struct PendingChange {
    /// [`PENDING_CHANGE_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The how manieth change of the issuer, from 0.
    pub id: u32,
    /// The issuer.
    pub issuer: Pubkey,
    /// The asset that it is about; all zeros: the issuer itself.
    pub asset: Pubkey,
    /// The admin who proposed it.
    pub maker: Pubkey,
    /// The checker who approved it; all zeros: nobody yet.
    pub checker: Pubkey,
    /// Unix seconds.
    pub proposed_at: i64,
    /// From this second on it can be carried out, unix seconds.
    pub executable_at: i64,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// Case reference.
    pub reference: [u8; 32],
    /// What is to be.
    pub change: Change,
}

reads_one_version!(PendingChange, PENDING_CHANGE_VERSION);

/// How long a change can be carried out after it could first be, seconds: 14 days. What nobody wants any
/// more must not lie about for somebody to carry out later.
pub const CHANGE_GRACE: i64 = 14 * 86_400;

impl PendingChange {
    /// The first second in which it can no longer be carried out.
    pub const fn expires_at(&self) -> i64 {
        self.executable_at.saturating_add(CHANGE_GRACE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(PendingChange::DISCRIMINATOR, [232, 183, 176, 196, 15, 195, 115, 147]);
        let mut bytes = Vec::new();
        let account = PendingChange {
            version: 1,
            bump: 2,
            id: 3,
            issuer: Pubkey::new_from_array([4; 32]),
            asset: Pubkey::new_from_array([5; 32]),
            maker: Pubkey::new_from_array([6; 32]),
            checker: Pubkey::new_from_array([7; 32]),
            proposed_at: 8,
            executable_at: 9,
            rent_payer: Pubkey::new_from_array([10; 32]),
            reference: [11; 32],
            change: Change::Timelock { seconds: 12 },
        };
        account.serialize(&mut bytes).unwrap();
        let keys = [[4; 32], [5; 32], [6; 32], [7; 32]].concat();
        let expected = [
            &[1, 2, 3, 0, 0, 0][..],
            &keys,
            &8i64.to_le_bytes(),
            &9i64.to_le_bytes(),
            &[10; 32],
            &[11; 32],
            &[2, 12, 0, 0, 0],
        ]
        .concat();
        assert_eq!(bytes, expected);
    }
}
