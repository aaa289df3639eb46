//! Between whom an asset may move: from wallets, venues and unknown accounts to each of them.

use crate::refusal::Refusal;

/// One side of a transfer, as far as its kind goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Party {
    /// A wallet on the register.
    Wallet = 0,
    /// A venue on the register, and so an approved one.
    Venue = 1,
    /// Nobody knows; met only under a policy that does not ask for records.
    Unknown = 2,
}

/// Wallet to wallet.
pub const WALLET_TO_WALLET: u16 = 1;
/// Wallet to venue: a sale, a deposit.
pub const WALLET_TO_VENUE: u16 = 1 << 1;
/// Wallet to an account without a record.
pub const WALLET_TO_UNKNOWN: u16 = 1 << 2;
/// Venue to wallet: a purchase, a withdrawal.
pub const VENUE_TO_WALLET: u16 = 1 << 3;
/// Venue to venue: a routed trade. Both are approved, or they would have no record.
pub const VENUE_TO_VENUE: u16 = 1 << 4;
/// Venue to an account without a record.
pub const VENUE_TO_UNKNOWN: u16 = 1 << 5;
/// From an account without a record to a wallet.
pub const UNKNOWN_TO_WALLET: u16 = 1 << 6;
/// From an account without a record to a venue.
pub const UNKNOWN_TO_VENUE: u16 = 1 << 7;
/// Between accounts without records.
pub const UNKNOWN_TO_UNKNOWN: u16 = 1 << 8;

/// Every path between parties on the register.
pub const ALL_KNOWN: u16 = WALLET_TO_WALLET | WALLET_TO_VENUE | VENUE_TO_WALLET | VENUE_TO_VENUE;
/// Every path.
pub const ALL: u16 = (1 << 9) - 1;

/// The paths that a policy opens: bit `3 × sender + recipient`, by [`Party`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paths(pub u16);

impl Paths {
    /// Fails if the policy does not open the path. Where a side is unknown, what is wrong is that it is not
    /// on the register.
    #[inline(always)]
    pub const fn check(self, source: Party, destination: Party) -> Result<(), Refusal> {
        let path = (source as u8).wrapping_mul(3).wrapping_add(destination as u8);
        if (self.0 >> path) & 1 == 1 {
            return Ok(());
        }
        Err(match (source, destination) {
            (Party::Unknown, _) => Refusal::SourceMissing,
            (_, Party::Unknown) => Refusal::DestinationMissing,
            (Party::Wallet, Party::Wallet) => Refusal::WalletToWallet,
            (Party::Wallet, Party::Venue) => Refusal::WalletToVenue,
            (Party::Venue, Party::Wallet) => Refusal::VenueToWallet,
            (Party::Venue, Party::Venue) => Refusal::VenueToVenue,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Party::{Unknown, Venue, Wallet};
    use super::*;

    #[test]
    fn each_path_has_its_bit_and_its_refusal() {
        for (path, source, destination, refusal) in [
            (WALLET_TO_WALLET, Wallet, Wallet, Refusal::WalletToWallet),
            (WALLET_TO_VENUE, Wallet, Venue, Refusal::WalletToVenue),
            (WALLET_TO_UNKNOWN, Wallet, Unknown, Refusal::DestinationMissing),
            (VENUE_TO_WALLET, Venue, Wallet, Refusal::VenueToWallet),
            (VENUE_TO_VENUE, Venue, Venue, Refusal::VenueToVenue),
            (VENUE_TO_UNKNOWN, Venue, Unknown, Refusal::DestinationMissing),
            (UNKNOWN_TO_WALLET, Unknown, Wallet, Refusal::SourceMissing),
            (UNKNOWN_TO_VENUE, Unknown, Venue, Refusal::SourceMissing),
            (UNKNOWN_TO_UNKNOWN, Unknown, Unknown, Refusal::SourceMissing),
        ] {
            assert_eq!(Paths(path).check(source, destination), Ok(()));
            assert_eq!(Paths(ALL).check(source, destination), Ok(()));
            assert_eq!(Paths(ALL & !path).check(source, destination), Err(refusal));
            assert_eq!(
                Paths(!ALL).check(source, destination),
                Err(refusal),
                "bits beyond the nine"
            );
        }
    }
}
