//! One corporate action. Never changed once it is effective and never closed: together they are the
//! history of the multiplier.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const CORPORATE_ACTION_VERSION: u8 = 1;

/// One corporate action that moves the multiplier.
///
/// **PDA seeds:** `["action", asset, sequence: u32]`
#[account]
#[derive(Debug, InitSpace)]
pub struct CorporateAction {
    /// [`CORPORATE_ACTION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Forward split, SPLF (1), or reinvested dividend, DVCA (2).
    pub kind: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The how manieth action of the asset, from 0.
    pub sequence: u32,
    /// When it was scheduled, unix seconds.
    pub announced_at: i64,
    /// When the multiplier changes, unix seconds.
    pub effective_at: i64,
    /// New shares per `ratio_denominator` old ones.
    pub ratio_numerator: u64,
    /// See `ratio_numerator`.
    pub ratio_denominator: u64,
    /// Multiplier before, 18 decimals.
    pub old_multiplier: u128,
    /// Multiplier from `effective_at` on, 18 decimals.
    pub new_multiplier: u128,
    /// SHA-256 of the company's announcement.
    pub document_hash: [u8; 32],
    /// The member of staff who scheduled it.
    pub maker: Pubkey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(CorporateAction::DISCRIMINATOR, [144, 225, 182, 199, 4, 234, 12, 32]);
        let mut bytes = Vec::new();
        let action = CorporateAction {
            version: 1,
            bump: 2,
            kind: 3,
            asset: Pubkey::new_from_array([4; 32]),
            sequence: 5,
            announced_at: 6,
            effective_at: 7,
            ratio_numerator: 8,
            ratio_denominator: 9,
            old_multiplier: 10,
            new_multiplier: 11,
            document_hash: [12; 32],
            maker: Pubkey::new_from_array([13; 32]),
        };
        action.serialize(&mut bytes).unwrap();
        let expected = [
            &[1, 2, 3][..],
            &[4; 32],
            &5u32.to_le_bytes(),
            &6i64.to_le_bytes(),
            &7i64.to_le_bytes(),
            &8u64.to_le_bytes(),
            &9u64.to_le_bytes(),
            &10u128.to_le_bytes(),
            &11u128.to_le_bytes(),
            &[12; 32],
            &[13; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(CorporateAction::INIT_SPACE, expected.len());
    }
}
