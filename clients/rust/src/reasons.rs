//! Why a transfer was refused, from the number that it failed with.

use scrip_rules::refusal::{Refusal, Side};

/// The refusal with this number: its side and sentence are its own. `None` for numbers that are none.
///
/// ```
/// use scrip_client::reasons::{refusal, what_to_do};
/// use scrip_rules::refusal::Side;
/// let refusal = refusal(6306).unwrap();
/// assert_eq!(refusal.side(), Side::Destination);
/// assert_eq!(what_to_do(refusal), "a registrar can renew it");
/// ```
#[must_use]
pub fn refusal(code: u32) -> Option<Refusal> {
    u16::try_from(code).ok().and_then(Refusal::from_code)
}

/// A side, as people call it.
///
/// ```
/// use scrip_client::reasons::side_name;
/// assert_eq!(side_name(scrip_rules::refusal::Side::Source), "sender");
/// ```
#[must_use]
pub const fn side_name(side: Side) -> &'static str {
    match side {
        Side::Asset => "asset",
        Side::Source => "sender",
        Side::Destination => "recipient",
    }
}

/// What can be done about a refusal: what its sentence says behind the semicolon, or what is said here.
///
/// ```
/// use scrip_client::reasons::what_to_do;
/// use scrip_rules::refusal::Refusal;
/// assert!(Refusal::ALL.iter().all(|refusal| !what_to_do(*refusal).is_empty()));
/// ```
#[must_use]
pub fn what_to_do(refusal: Refusal) -> &'static str {
    match refusal.sentence().split_once("; ") {
        Some((_, remedy)) => remedy,
        None => remedy(refusal),
    }
}

/// For the sentences that only say what is wrong.
const fn remedy(refusal: Refusal) -> &'static str {
    use Refusal as R;
    match refusal {
        R::SourceNotTransferring | R::DestinationNotTransferring => {
            "transfer through Token-2022 instead of calling the hook"
        }
        R::PolicyOfOtherMint => "resolve the policy from the mint's validation account",
        R::SourceNotTokenAccount => "name the token account that holds the shares",
        R::DestinationNotTokenAccount => "open the recipient's token account first",
        R::SourceOfOtherMint | R::DestinationOfOtherMint => "name the account of this share",
        R::WalletToWallet | R::WalletToVenue | R::VenueToWallet | R::VenueToVenue => {
            "use a path that the policy has, or ask the issuer to open this one"
        }
        R::SourceForged
        | R::SourceOtherRegistry
        | R::SourceOtherWallet
        | R::DestinationForged
        | R::DestinationOtherRegistry
        | R::DestinationOtherWallet => "resolve the records from the mint's validation account",
        R::SourceRevoked
        | R::DestinationRevoked
        | R::SourceSanctioned
        | R::DestinationSanctioned => "ask the issuer's registrar, who decides on it",
        R::SourceJurisdiction | R::DestinationJurisdiction => {
            "ask a registrar if the country on record is out of date"
        }
        R::SourceClassNotAdmitted
        | R::SourceClassRefused
        | R::DestinationClassNotAdmitted
        | R::DestinationClassRefused => "ask a registrar if the classes on record are out of date",
        R::DestinationOverMaxBalance => "send less, so that the recipient stays below the limit",
        _ => "ask the issuer",
    }
}
