//! What a custodian attests of one asset.

use anchor_lang::prelude::*;
use scrip_rules::reserves::Attestation;

/// Version of the layout below.
pub const RESERVE_ATTESTATION_VERSION: u8 = 1;

/// What a custodian attests of one asset.
///
/// **PDA seeds:** `["reserve", asset, custodian]`
#[account]
#[derive(Debug, InitSpace)]
pub struct ReserveAttestation {
    /// [`RESERVE_ATTESTATION_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The custodian's key.
    pub custodian: Pubkey,
    /// Shares held, base units.
    pub shares: u64,
    /// When they were counted, unix seconds.
    pub as_of: i64,
    /// How many changes of the multiplier were in force then.
    pub actions_seen: u32,
    /// When it was signed, unix seconds.
    pub attested_at: i64,
    /// SHA-256 of the custodian's statement.
    pub document_hash: [u8; 32],
}

reads_one_version!(ReserveAttestation, RESERVE_ATTESTATION_VERSION);

impl ReserveAttestation {
    /// What is attested.
    pub const fn attestation(&self) -> Attestation {
        Attestation { shares: self.shares, as_of: self.as_of, actions_seen: self.actions_seen }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(ReserveAttestation::DISCRIMINATOR, [105, 212, 95, 216, 140, 42, 205, 75]);
        let mut bytes = Vec::new();
        let account = ReserveAttestation {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            custodian: Pubkey::new_from_array([4; 32]),
            shares: 5,
            as_of: 6,
            actions_seen: 7,
            attested_at: 8,
            document_hash: [9; 32],
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [
            &[1][..],
            &[2],
            &[3; 32],
            &[4; 32],
            &5u64.to_le_bytes(),
            &6i64.to_le_bytes(),
            &7u32.to_le_bytes(),
            &8i64.to_le_bytes(),
            &[9; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(ReserveAttestation::INIT_SPACE, expected.len());
    }
}
