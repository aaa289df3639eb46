//! A credential of the Solana Attestation Service whose attestations a registry takes for records.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const TRUSTED_CREDENTIAL_VERSION: u8 = 1;

/// A credential of the Solana Attestation Service whose attestations a registry takes for records.
///
/// **PDA seeds:** `["trusted-credential", registry, number: u8]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct TrustedCredential {
    /// [`TRUSTED_CREDENTIAL_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// From 1; given once and never again, as it is the origin of the records that rest on it.
    pub number: u8,
    /// Always zero.
    pub padding: [u8; 5],
    /// The registry that trusts it.
    pub registry: Pubkey,
    /// The credential: who attests.
    pub credential: Pubkey,
    /// The schema: what is attested.
    pub schema: Pubkey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(TrustedCredential::DISCRIMINATOR, [59, 251, 54, 35, 173, 38, 134, 118]);
        let trusted = TrustedCredential {
            version: 1,
            bump: 2,
            number: 3,
            padding: [4; 5],
            registry: Pubkey::new_from_array([5; 32]),
            credential: Pubkey::new_from_array([6; 32]),
            schema: Pubkey::new_from_array([7; 32]),
        };
        let expected = [&[1, 2, 3, 4, 4, 4, 4, 4][..], &[5; 32], &[6; 32], &[7; 32]].concat();
        assert_eq!(bytemuck::bytes_of(&trusted), expected);
    }
}
