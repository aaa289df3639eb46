//! What the register says of one wallet or venue.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderFacts, HolderKind, HolderStatus};

/// Version of the layout below.
pub const HOLDER_VERSION: u8 = 1;

/// A registrar has stated the facts, or has put the venue on the register by hand.
pub const ORIGIN_REGISTRAR: u8 = 0;
/// Origin of a venue that was proved to be an account of an approved program. (Of a wallet's record, an
/// origin above zero is the number of the trusted credential whose attestation states the facts.)
pub const ORIGIN_VENUE_PROGRAM: u8 = 1;

/// What the register says of one wallet or venue. Read as borrowed bytes in every transfer.
///
/// **PDA seeds:** `["holder", registry, wallet]`
#[account(zero_copy)]
#[derive(Debug)]
pub struct Holder {
    /// [`HOLDER_VERSION`].
    pub version: u8,
    /// Bump of this address.
    pub bump: u8,
    /// A `scrip_rules::holder::HolderKind`: wallet (1) or venue (2).
    pub kind: u8,
    /// A `scrip_rules::holder::HolderStatus`: active (1), suspended (2), revoked (3), sanctioned (4).
    pub status: u8,
    /// Residence, ISO 3166-1 numeric; 0 for venues.
    pub jurisdiction: u16,
    /// Bits of `scrip_rules::classes`: US person (1), retail (2), professional (4), qualified (8).
    pub investor_classes: u8,
    /// Where the facts come from: a registrar (0), the trusted credential with this number, or for a venue
    /// its program (1).
    pub origin: u8,
    /// The know-your-customer check ends at this second (unix seconds).
    pub kyc_expires_at: i64,
    /// From this second on the holder may send (unix seconds); 0: always.
    pub locked_until: i64,
    /// Hash of the identity, the same for all wallets of one person; of a venue that its program lets in, the
    /// first half of the address of the program's approval, which nobody else can have. Personal data never goes on chain.
    pub identity: [u8; 16],
    /// The first half of the address that paid the rent, and gets it back.
    pub rent_payer: [u8; 16],
    /// The registry that the record belongs to.
    pub registry: Pubkey,
    /// The wallet or venue: the owner of token accounts, not the signer of transfers.
    pub wallet: Pubkey,
}

impl Holder {
    /// The facts that the rules judge; `None` if the record is not one that this version understands.
    #[inline(always)]
    pub fn facts(&self) -> Option<HolderFacts> {
        if self.version != HOLDER_VERSION {
            return None;
        }
        Some(HolderFacts {
            kind: HolderKind::from_byte(self.kind)?,
            status: HolderStatus::from_byte(self.status)?,
            jurisdiction: self.jurisdiction,
            investor_classes: self.investor_classes,
            kyc_expires_at: self.kyc_expires_at,
            locked_until: self.locked_until,
        })
    }
}

/// The first half of an address: enough to tell who paid, as nobody can make a key with a given half.
pub fn first_half(address: &Pubkey) -> [u8; 16] {
    let [half, _] = *address.as_array().as_chunks::<16>().0 else {
        return [0; 16];
    };
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout() {
        assert_eq!(Holder::DISCRIMINATOR, [37, 121, 1, 40, 55, 46, 199, 157]);
        assert_eq!(8 + size_of::<Holder>(), 128);
        let holder = Holder {
            version: 1,
            bump: 2,
            kind: 3,
            status: 4,
            jurisdiction: 0x0605,
            investor_classes: 7,
            origin: 8,
            kyc_expires_at: 0x0a09,
            locked_until: 0x0c0b,
            identity: [13; 16],
            rent_payer: [14; 16],
            registry: Pubkey::new_from_array([15; 32]),
            wallet: Pubkey::new_from_array([16; 32]),
        };
        let expected = [
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 0, 0, 11, 12, 0, 0, 0, 0, 0, 0][..],
            &[13; 16],
            &[14; 16],
            &[15; 32],
            &[16; 32],
        ]
        .concat();
        assert_eq!(bytemuck::bytes_of(&holder), expected);
    }

    #[test]
    fn half_an_address() {
        let mut address = [1; 32];
        address[16..].fill(2);
        assert_eq!(first_half(&Pubkey::new_from_array(address)), [1; 16]);
    }
}
