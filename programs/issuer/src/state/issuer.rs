//! A legal issuer of tokenized shares.

use anchor_lang::prelude::*;

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
        };
        issuer.serialize(&mut bytes).unwrap();
        let expected = [&[1, 2, 3, 4][..], &[5; 32], &[6; 32], &[7; 32], &[8; 32]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Issuer::INIT_SPACE, expected.len());
    }
}
