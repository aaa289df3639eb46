//! Why a transfer is refused: a stable code, the side it concerns, and a sentence.
//!
//! Codes are for ever: a code is never given another meaning. 6000 to 6099 concern the accounts of
//! the call, 6100 to 6199 the policy, 6200 to 6299 the source, 6300 to 6399 the destination with the
//! same last two digits as the source for all that concerns a record.

/// Whom a refusal concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The asset, or the call as a whole.
    Asset,
    /// The owner of the source account, or that account.
    Source,
    /// The owner of the destination account, or that account.
    Destination,
}

/// What is wrong with the record of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// There is no record of the wallet.
    Missing,
    /// The account is not a record of the transfer-hook program.
    Forged,
    /// The record belongs to another registry.
    OtherRegistry,
    /// The record belongs to another wallet.
    OtherWallet,
    /// The record is suspended.
    Suspended,
    /// The record is revoked.
    Revoked,
    /// The know-your-customer check has expired.
    Expired,
    /// The policy does not admit the country of residence.
    Jurisdiction,
    /// A sanctions list names the holder.
    Sanctioned,
    /// The policy asks for an investor class that the holder does not have.
    ClassNotAdmitted,
    /// The policy refuses an investor class that the holder has.
    ClassRefused,
}

macro_rules! refusals {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $side:ident, $sentence:literal;)+) => {
        /// A reason to refuse a transfer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        pub enum Refusal {
            $($(#[doc = $doc])+ $name = $code,)+
        }

        impl Refusal {
            /// Every refusal, in the order of the codes.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable code, which is also the program's custom error.
            #[inline(always)]
            pub const fn code(self) -> u16 {
                self as u16
            }

            /// The side that it concerns.
            pub const fn side(self) -> Side {
                match self { $(Self::$name => Side::$side,)+ }
            }

            /// What was wrong, and what to do.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)+ }
            }

            /// The refusal of a code; `None` for a code that was never given.
            pub const fn from_code(code: u16) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

refusals! {
    /// Fewer than the eight accounts of a hooked transfer.
    AccountsMissing = 6000, Asset, "The transfer came without the hook's extra accounts; resolve them from the mint's validation account";
    /// The policy account is not one.
    PolicyForged = 6001, Asset, "The policy account is not a policy of this program; resolve it from the mint's validation account";
    /// The policy is another mint's.
    PolicyOfOtherMint = 6002, Asset, "The policy belongs to another mint";
    /// The source is not a Token-2022 account.
    SourceNotTokenAccount = 6003, Source, "The source is not a token account of Token-2022";
    /// The source holds another mint.
    SourceOfOtherMint = 6004, Source, "The source account holds another mint";
    /// The source is not being transferred from.
    SourceNotTransferring = 6005, Source, "The hook was called outside a transfer: the source is not marked as transferring";
    /// The destination is not a Token-2022 account.
    DestinationNotTokenAccount = 6006, Destination, "The destination is not a token account of Token-2022";
    /// The destination holds another mint.
    DestinationOfOtherMint = 6007, Destination, "The destination account holds another mint";
    /// The destination is not being transferred to.
    DestinationNotTransferring = 6008, Destination, "The hook was called outside a transfer: the destination is not marked as transferring";

    /// Trading stands still.
    Halted = 6100, Asset, "Trading in this asset is halted; try again when the issuer has resumed it";
    /// A corporate action is under way.
    Blackout = 6101, Asset, "The asset stands still for a corporate action; try again after the blackout";
    /// The asset is locked up.
    AssetLocked = 6102, Asset, "The asset is locked up; it cannot be transferred before the time in its policy";

    /// No transfers between wallets.
    WalletToWallet = 6110, Asset, "The policy does not let the asset move from wallet to wallet";
    /// No transfers to venues.
    WalletToVenue = 6111, Asset, "The policy does not let the asset move from a wallet to a venue";
    /// No transfers from venues.
    VenueToWallet = 6112, Asset, "The policy does not let the asset move from a venue to a wallet";
    /// No transfers between venues.
    VenueToVenue = 6113, Asset, "The policy does not let the asset move from venue to venue";

    /// Too much at once.
    OverMaxTransfer = 6120, Asset, "The amount is more than the policy lets one transfer move; send less at a time";
    /// A confidential transfer under a limit.
    AmountHidden = 6121, Asset, "The amount is confidential, and the policy has a limit to hold it against; transfer it openly";

    /// The sender has no record.
    SourceMissing = 6200, Source, "The sender is not on the register; the owner of the source account must be onboarded";
    /// The sender's record is no record.
    SourceForged = 6201, Source, "The sender's record is not a record of this program";
    /// The sender's record is of another registry.
    SourceOtherRegistry = 6202, Source, "The sender's record belongs to another registry";
    /// The sender's record is of another wallet.
    SourceOtherWallet = 6203, Source, "The sender's record belongs to another wallet";
    /// The sender is suspended.
    SourceSuspended = 6204, Source, "The sender is suspended; a registrar can reinstate the record";
    /// The sender is revoked.
    SourceRevoked = 6205, Source, "The sender's record is revoked";
    /// The sender's check has expired.
    SourceExpired = 6206, Source, "The sender's know-your-customer check has expired; a registrar can renew it";
    /// The sender's country is not admitted.
    SourceJurisdiction = 6207, Source, "The policy does not admit the sender's country of residence";
    /// The sender is sanctioned.
    SourceSanctioned = 6208, Source, "A sanctions list names the sender";
    /// The sender lacks an admitted class.
    SourceClassNotAdmitted = 6209, Source, "The policy asks for an investor class that the sender does not have";
    /// The sender has a refused class.
    SourceClassRefused = 6210, Source, "The policy refuses an investor class that the sender has";
    /// The sender is locked up.
    SourceLocked = 6220, Source, "The sender's shares are locked up; they cannot be sent before the time in the record";

    /// The recipient has no record.
    DestinationMissing = 6300, Destination, "The recipient is not on the register; the owner of the destination account must be onboarded";
    /// The recipient's record is no record.
    DestinationForged = 6301, Destination, "The recipient's record is not a record of this program";
    /// The recipient's record is of another registry.
    DestinationOtherRegistry = 6302, Destination, "The recipient's record belongs to another registry";
    /// The recipient's record is of another wallet.
    DestinationOtherWallet = 6303, Destination, "The recipient's record belongs to another wallet";
    /// The recipient is suspended.
    DestinationSuspended = 6304, Destination, "The recipient is suspended; a registrar can reinstate the record";
    /// The recipient is revoked.
    DestinationRevoked = 6305, Destination, "The recipient's record is revoked";
    /// The recipient's check has expired.
    DestinationExpired = 6306, Destination, "The recipient's know-your-customer check has expired; a registrar can renew it";
    /// The recipient's country is not admitted.
    DestinationJurisdiction = 6307, Destination, "The policy does not admit the recipient's country of residence";
    /// The recipient is sanctioned.
    DestinationSanctioned = 6308, Destination, "A sanctions list names the recipient";
    /// The recipient lacks an admitted class.
    DestinationClassNotAdmitted = 6309, Destination, "The policy asks for an investor class that the recipient does not have";
    /// The recipient has a refused class.
    DestinationClassRefused = 6310, Destination, "The policy refuses an investor class that the recipient has";
    /// The destination would hold too much.
    DestinationOverMaxBalance = 6320, Destination, "The destination account would hold more than the policy lets one account hold";
}

impl Refusal {
    /// The refusal for what is wrong with the sender's record.
    pub const fn of_source(fault: RecordFault) -> Self {
        match fault {
            RecordFault::Missing => Self::SourceMissing,
            RecordFault::Forged => Self::SourceForged,
            RecordFault::OtherRegistry => Self::SourceOtherRegistry,
            RecordFault::OtherWallet => Self::SourceOtherWallet,
            RecordFault::Suspended => Self::SourceSuspended,
            RecordFault::Revoked => Self::SourceRevoked,
            RecordFault::Expired => Self::SourceExpired,
            RecordFault::Jurisdiction => Self::SourceJurisdiction,
            RecordFault::Sanctioned => Self::SourceSanctioned,
            RecordFault::ClassNotAdmitted => Self::SourceClassNotAdmitted,
            RecordFault::ClassRefused => Self::SourceClassRefused,
        }
    }

    /// The refusal for what is wrong with the recipient's record.
    pub const fn of_destination(fault: RecordFault) -> Self {
        match fault {
            RecordFault::Missing => Self::DestinationMissing,
            RecordFault::Forged => Self::DestinationForged,
            RecordFault::OtherRegistry => Self::DestinationOtherRegistry,
            RecordFault::OtherWallet => Self::DestinationOtherWallet,
            RecordFault::Suspended => Self::DestinationSuspended,
            RecordFault::Revoked => Self::DestinationRevoked,
            RecordFault::Expired => Self::DestinationExpired,
            RecordFault::Jurisdiction => Self::DestinationJurisdiction,
            RecordFault::Sanctioned => Self::DestinationSanctioned,
            RecordFault::ClassNotAdmitted => Self::DestinationClassNotAdmitted,
            RecordFault::ClassRefused => Self::DestinationClassRefused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_and_come_back() {
        let mut last = 0;
        for refusal in Refusal::ALL {
            assert!(refusal.code() > last, "{refusal:?}");
            last = refusal.code();
            assert_eq!(Refusal::from_code(last), Some(*refusal));
        }
        assert_eq!(Refusal::from_code(0), None);
        assert_eq!(Refusal::from_code(5999), None);
    }

    #[test]
    fn the_documentation_lists_them_all() {
        let documented = include_str!("../../../docs/reference/refusals.md");
        let rows: std::vec::Vec<_> =
            documented.lines().filter(|line| line.starts_with("| 6")).collect();
        assert_eq!(rows.len(), Refusal::ALL.len());
        for (refusal, row) in Refusal::ALL.iter().zip(rows) {
            let (code, side) = (
                refusal.code(),
                match refusal.side() {
                    Side::Asset => "asset",
                    Side::Source => "sender",
                    Side::Destination => "recipient",
                },
            );
            // What to do has a column of its own, also where it is a part of the sentence.
            let sentence = refusal.sentence();
            let (what, to_do) = sentence.split_once("; ").unwrap_or((sentence, ""));
            let documented = std::format!("| {code} | `{refusal:?}` | {side} | {what} | {to_do}");
            assert!(row.starts_with(&documented), "{row}");
        }
    }

    #[test]
    fn the_range_tells_the_side() {
        for refusal in Refusal::ALL {
            match refusal.code() {
                6100..6200 => assert_eq!(refusal.side(), Side::Asset),
                6200..6300 => assert_eq!(refusal.side(), Side::Source),
                6300..6400 => assert_eq!(refusal.side(), Side::Destination),
                code => assert!(code < 6100, "{refusal:?} lies in no range"),
            }
        }
    }

    #[test]
    fn both_sides_share_the_last_digits() {
        use RecordFault::*;
        for fault in [
            Missing,
            Forged,
            OtherRegistry,
            OtherWallet,
            Suspended,
            Revoked,
            Expired,
            Jurisdiction,
            Sanctioned,
            ClassNotAdmitted,
            ClassRefused,
        ] {
            let (source, destination) = (Refusal::of_source(fault), Refusal::of_destination(fault));
            assert_eq!(source.code().checked_add(100), Some(destination.code()));
            assert_eq!((source.side(), destination.side()), (Side::Source, Side::Destination));
        }
    }
}
