//! A mint that its maker proposes and a checker carries out.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const MINT_PROPOSAL_VERSION: u8 = 1;

/// A mint that its maker proposes and a checker carries out.
///
/// **PDA seeds:** `["mint-proposal", asset, maker, id: u64]`
#[account]
#[derive(Debug, InitSpace)]
pub struct MintProposal {
    /// [`MINT_PROPOSAL_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The member of staff who proposes, and whose allowance is drawn on.
    pub maker: Pubkey,
    /// Chosen by the maker.
    pub id: u64,
    /// The recipient's token account.
    pub destination: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Multiplier in force when it was proposed, 18 decimals; once it has moved, nothing is minted.
    pub multiplier: u128,
    /// Unix seconds.
    pub proposed_at: i64,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// Case reference.
    pub reference: [u8; 32],
}

reads_one_version!(MintProposal, MINT_PROPOSAL_VERSION);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(MintProposal::DISCRIMINATOR, [79, 201, 47, 51, 160, 179, 94, 31]);
        let mut bytes = Vec::new();
        let account = MintProposal {
            version: 1,
            bump: 2,
            asset: Pubkey::new_from_array([3; 32]),
            maker: Pubkey::new_from_array([4; 32]),
            id: 5,
            destination: Pubkey::new_from_array([6; 32]),
            amount: 7,
            multiplier: 8,
            proposed_at: 9,
            rent_payer: Pubkey::new_from_array([10; 32]),
            reference: [11; 32],
        };
        account.serialize(&mut bytes).unwrap();
        let expected: Vec<u8> = [
            &[1][..],
            &[2],
            &[3; 32],
            &[4; 32],
            &5u64.to_le_bytes(),
            &[6; 32],
            &7u64.to_le_bytes(),
            &8u128.to_le_bytes(),
            &9i64.to_le_bytes(),
            &[10; 32],
            &[11; 32],
        ]
        .concat();
        assert_eq!(bytes, expected);
        assert_eq!(MintProposal::INIT_SPACE, expected.len());
    }
}
