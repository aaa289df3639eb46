//! Shares that a holder has tendered to an offer.

use anchor_lang::prelude::*;

/// Version of the layout below.
pub const TENDER_VERSION: u8 = 1;

/// Shares that a holder has tendered to an offer, in escrow until it is known how many are bought.
///
/// **PDA seeds:** `["tender", action, owner]`
#[account]
#[derive(Debug, InitSpace)]
pub struct Tender {
    /// [`TENDER_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Bump of the escrow's address.
    pub escrow_bump: u8,
    /// The asset.
    pub asset: Pubkey,
    /// The offer.
    pub action: Pubkey,
    /// Who tendered.
    pub owner: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// From this second on the owner may take them back, if they are not settled, unix seconds.
    pub reclaim_at: i64,
    /// Gets the rent back.
    pub rent_payer: Pubkey,
}

reads_one_version!(Tender, TENDER_VERSION);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        let mut bytes = Vec::new();
        let tender = Tender {
            version: 1,
            bump: 2,
            escrow_bump: 3,
            asset: Pubkey::new_from_array([4; 32]),
            action: Pubkey::new_from_array([5; 32]),
            owner: Pubkey::new_from_array([6; 32]),
            amount: 7,
            reclaim_at: 8,
            rent_payer: Pubkey::new_from_array([9; 32]),
        };
        tender.serialize(&mut bytes).unwrap();
        let keys = [[4; 32], [5; 32], [6; 32]].concat();
        let expected =
            [&[1, 2, 3][..], &keys, &7u64.to_le_bytes(), &8i64.to_le_bytes(), &[9; 32]].concat();
        assert_eq!(bytes, expected);
        assert_eq!(Tender::INIT_SPACE, expected.len());
        assert_eq!(Tender::DISCRIMINATOR, [168, 234, 132, 162, 99, 159, 184, 91]);
    }
}
