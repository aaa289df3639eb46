//! Who may attest reserves.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const CUSTODIAN_VERSION: u8 = 1;

/// Who may attest reserves, for all assets of an issuer.
///
/// **PDA seeds:** `["custodian", issuer, key]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Custodian {
    /// [`CUSTODIAN_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The issuer.
    pub issuer: Pubkey,
    /// With which the custodian signs.
    pub key: Pubkey,
    /// Whether attestations count.
    pub approved: bool,
}

reads_one_version!(Custodian, CUSTODIAN_VERSION);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Custodian::DISCRIMINATOR, [132, 228, 139, 184, 112, 228, 108, 240]);
        let mut bytes = Vec::new();
        let account = Custodian {
            version: 1,
            bump: 2,
            issuer: Pubkey::new_from_array([3; 32]),
            key: Pubkey::new_from_array([4; 32]),
            approved: true,
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [&[1][..], &[2], &[3; 32], &[4; 32], &[1]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Custodian::INIT_SPACE, expected.len());
    }
}
