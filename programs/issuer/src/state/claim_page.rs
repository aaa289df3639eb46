//! Which claims of a part of a distribution are paid.

use anchor_lang::prelude::*;
use scrip_rules::merkle::PAGE_LEAVES;

use super::version::another_version;
use crate::error::IssuerError;

/// Version of the layout below.
pub const CLAIM_PAGE_VERSION: u8 = 1;

/// Bytes of a page's bits.
pub const CLAIM_PAGE_BYTES: usize = (PAGE_LEAVES as usize).div_ceil(8);

/// Which claims of a part of a distribution are paid, one bit each. A page is an aligned subtree of the
/// distribution's tree; its root is proved once, and a claim is proved against it. Holders of different pages
/// do not wait for each other.
///
/// **PDA seeds:** `["claims", payout, index: u32]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct ClaimPage {
    /// [`CLAIM_PAGE_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// Always zero.
    pub padding: [u8; 2],
    /// The how manieth page of the tree, from 0.
    pub index: u32,
    /// Base units paid by this page's claims.
    pub paid: u64,
    /// The payout.
    pub payout: Pubkey,
    /// Root of this page's subtree.
    pub root: [u8; 32],
    /// Gets the rent back.
    pub rent_payer: Pubkey,
    /// Bit 0 of byte 0 is the first claim.
    pub claimed: [u8; CLAIM_PAGE_BYTES],
}

impl ClaimPage {
    /// Bytes of the account.
    pub const SPACE: usize = 8 + size_of::<Self>();

    /// Marks the claim with this index of the whole tree. Fails if it is marked already.
    pub fn mark(&mut self, index: u32) -> Result<()> {
        if self.version != CLAIM_PAGE_VERSION {
            return Err(another_version("ClaimPage", Some(self.version), CLAIM_PAGE_VERSION));
        }
        // Both are powers of two: the low bits are the position in the page.
        let position = index & (PAGE_LEAVES - 1);
        let byte = usize::try_from(position >> 3).ok().and_then(|at| self.claimed.get_mut(at));
        let byte = byte.ok_or(IssuerError::InvariantViolated)?;
        let bit = 1u8 << (position & 7);
        require!(*byte & bit == 0, IssuerError::AlreadyClaimed);
        *byte |= bit;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        let page = ClaimPage {
            version: 1,
            bump: 2,
            padding: [3; 2],
            index: 4,
            paid: 5,
            payout: Pubkey::new_from_array([6; 32]),
            root: [7; 32],
            rent_payer: Pubkey::new_from_array([8; 32]),
            claimed: [9; CLAIM_PAGE_BYTES],
        };
        let expected = [
            &[1, 2, 3, 3, 4, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0][..],
            &[6; 32],
            &[7; 32],
            &[8; 32],
            &[9; CLAIM_PAGE_BYTES],
        ]
        .concat();
        assert_eq!(bytemuck::bytes_of(&page), expected);
        assert_eq!(ClaimPage::SPACE, 2_168);
        assert_eq!(ClaimPage::DISCRIMINATOR, [177, 125, 166, 186, 30, 45, 86, 10]);
    }

    #[test]
    fn each_claim_has_one_bit() {
        let mut page: ClaimPage = bytemuck::Zeroable::zeroed();
        assert!(page.mark(0).is_err(), "a page without a version");
        page.version = CLAIM_PAGE_VERSION;
        for index in 0..PAGE_LEAVES {
            page.mark(index).unwrap();
            assert!(page.mark(index).is_err());
            assert!(page.mark(index + PAGE_LEAVES).is_err());
        }
        assert!(page.claimed.iter().all(|byte| *byte == u8::MAX));
    }
}
