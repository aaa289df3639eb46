//! A register of holders, shared by all assets of an issuer.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const REGISTRY_VERSION: u8 = 1;

/// A register of holders.
///
/// **PDA seeds:** `["registry", creator, index: u16]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Registry {
    /// [`REGISTRY_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the creator's registries this is.
    pub index: u16,
    /// Who created it; part of the address, without any power.
    pub creator: Pubkey,
    /// Appoints and dismisses registrars.
    pub authority: Pubkey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Registry::DISCRIMINATOR, [47, 174, 110, 246, 184, 182, 252, 218]);
        let mut bytes = Vec::new();
        let registry = Registry {
            version: 1,
            bump: 2,
            index: 0x0403,
            creator: Pubkey::new_from_array([5; 32]),
            authority: Pubkey::new_from_array([6; 32]),
        };
        registry.serialize(&mut bytes).unwrap();
        let expected = [&[1, 2, 3, 4][..], &[5; 32], &[6; 32]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Registry::INIT_SPACE, expected.len());
    }
}
