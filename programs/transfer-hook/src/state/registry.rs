//! A register of holders, shared by all assets of an issuer.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const REGISTRY_VERSION: u8 = 1;

/// A register of holders. No instruction about a holder writes it, so that wallets are onboarded in
/// parallel.
///
/// **PDA seeds:** `["registry", creator, index: u16]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct Registry {
    /// [`REGISTRY_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Which of the creator's registries this is.
    pub index: u16,
    /// How many credentials it has ever trusted; the last number given.
    pub credentials: u8,
    /// Always zero.
    pub padding: [u8; 3],
    /// Who created it; part of the address, without any power.
    pub creator: Pubkey,
    /// Appoints and dismisses registrars, and says which credentials are trusted.
    pub authority: Pubkey,
    /// Becomes the authority when it accepts; all zeros: nobody is proposed.
    pub pending_authority: Pubkey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Registry::DISCRIMINATOR, [47, 174, 110, 246, 184, 182, 252, 218]);
        let registry = Registry {
            version: 1,
            bump: 2,
            index: 0x0403,
            credentials: 5,
            padding: [6; 3],
            creator: Pubkey::new_from_array([7; 32]),
            authority: Pubkey::new_from_array([8; 32]),
            pending_authority: Pubkey::new_from_array([9; 32]),
        };
        let expected = [&[1, 2, 3, 4, 5, 6, 6, 6][..], &[7; 32], &[8; 32], &[9; 32]].concat();
        assert_eq!(bytemuck::bytes_of(&registry), expected);
    }
}
