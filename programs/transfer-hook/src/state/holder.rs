//! What the register says of one wallet.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderFacts, HolderStatus};

use crate::error::HookError;

/// Version of the layout below.
pub const HOLDER_VERSION: u8 = 1;

/// The record is of a person's or an institution's own wallet.
pub const HOLDER_KIND_WALLET: u8 = 1;

/// The holder is a US person (Regulation S).
pub const INVESTOR_US_PERSON: u16 = 1;
/// The holder is a retail investor.
pub const INVESTOR_RETAIL: u16 = 1 << 1;
/// The holder is a professional client (MiFID II, Annex II).
pub const INVESTOR_PROFESSIONAL: u16 = 1 << 2;
/// The holder is a qualified investor (Prospectus Regulation, article 2(e)).
pub const INVESTOR_QUALIFIED: u16 = 1 << 3;
/// Every class that has a meaning.
pub const INVESTOR_CLASSES_ALL: u16 =
    INVESTOR_US_PERSON | INVESTOR_RETAIL | INVESTOR_PROFESSIONAL | INVESTOR_QUALIFIED;

/// What the register says of one wallet. Read as borrowed bytes in every transfer.
///
/// **PDA seeds:** `["holder", registry, wallet]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct Holder {
    /// [`HOLDER_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// [`HOLDER_KIND_WALLET`].
    pub kind: u8,
    /// A `scrip_rules::holder::HolderStatus`.
    pub status: u8,
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// Which of the `INVESTOR_` bits apply.
    pub investor_classes: u16,
    /// The know-your-customer check ends at this second (unix seconds).
    pub kyc_expires_at: i64,
    /// Hash of the identity, the same for all wallets of one person. Personal data never goes on chain.
    pub identity: [u8; 16],
    /// The registry that the record belongs to.
    pub registry: Pubkey,
    /// The wallet: the owner of token accounts, not the signer of transfers.
    pub wallet: Pubkey,
}

/// Bytes of a record's account, with its discriminator.
pub const HOLDER_ACCOUNT_LEN: usize = 8 + core::mem::size_of::<Holder>();

impl Holder {
    /// The facts that the rules judge; `None` if the record is not one that this version understands.
    #[inline(always)]
    pub fn facts(&self) -> Option<HolderFacts> {
        if self.version != HOLDER_VERSION || self.kind != HOLDER_KIND_WALLET {
            return None;
        }
        Some(HolderFacts {
            status: HolderStatus::from_byte(self.status)?,
            jurisdiction: self.jurisdiction,
            kyc_expires_at: self.kyc_expires_at,
        })
    }

    /// What must hold of every record after every instruction.
    pub fn invariant(&self) -> Result<()> {
        let sound =
            self.facts().is_some() && check_facts(self.jurisdiction, self.investor_classes).is_ok();
        require!(sound, HookError::InvariantViolated);
        Ok(())
    }
}

/// Fails unless the facts that a registrar states are ones that a record may have.
pub fn check_facts(jurisdiction: u16, investor_classes: u16) -> Result<()> {
    require!((1..=999).contains(&jurisdiction), HookError::UnknownJurisdiction);
    require!(investor_classes & !INVESTOR_CLASSES_ALL == 0, HookError::UnknownInvestorClasses);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Holder::DISCRIMINATOR, [37, 121, 1, 40, 55, 46, 199, 157]);
        assert_eq!(HOLDER_ACCOUNT_LEN, 104);
        let holder = Holder {
            version: 1,
            bump: 2,
            kind: 3,
            status: 4,
            jurisdiction: 0x0605,
            investor_classes: 0x0807,
            kyc_expires_at: 0x0a09,
            identity: [11; 16],
            registry: Pubkey::new_from_array([12; 32]),
            wallet: Pubkey::new_from_array([13; 32]),
        };
        let expected = [
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 0, 0][..],
            &[11; 16],
            &[12; 32],
            &[13; 32],
        ]
        .concat();
        assert_eq!(bytemuck::bytes_of(&holder), expected);
    }
}
