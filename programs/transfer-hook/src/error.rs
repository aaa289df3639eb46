//! Every error of this program, each with its number.
//!
//! 6000 to 6399 are refusals of transfers: the same codes and sentences as `scrip_rules::refusal`,
//! repeated here so that they are part of the IDL; a test holds the two together. 6500 onwards are
//! errors of the instructions that write.
//!
//! For the IDL this is an ordinary Anchor error enum. The program itself is compiled with a leaner one,
//! which fails with the bare number; name and sentence are looked up when it is logged.

use anchor_lang::prelude::*;

macro_rules! hook_errors {
    ($($name:ident = $code:tt, $sentence:tt;)+) => {
        /// Errors of the transfer-hook program.
        #[cfg(feature = "idl-build")]
        #[error_code(offset = 0)]
        pub enum HookError {
            $(#[msg($sentence)] $name = $code,)+
        }

        /// Errors of the transfer-hook program.
        #[cfg(not(feature = "idl-build"))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub enum HookError {
            $(#[doc = $sentence] $name = $code,)+
        }

        impl HookError {
            /// Number, name and sentence of every error, in the order of the numbers.
            pub const ALL: &[(u32, &str, &str)] = &[$(($code, stringify!($name), $sentence),)+];

            /// Name and sentence of the error with this number; `None` for other numbers.
            pub fn describe(code: u32) -> Option<(&'static str, &'static str)> {
                let place = Self::ALL.binary_search_by_key(&code, |(known, ..)| *known).ok()?;
                Self::ALL.get(place).map(|(_, name, sentence)| (*name, *sentence))
            }
        }
    };
}

hook_errors! {
    AccountsMissing = 6000, "The transfer came without the hook's extra accounts; resolve them from the mint's validation account";
    PolicyForged = 6001, "The policy account is not a policy of this program; resolve it from the mint's validation account";
    PolicyOfOtherMint = 6002, "The policy belongs to another mint";
    SourceNotTokenAccount = 6003, "The source is not a token account of Token-2022";
    SourceOfOtherMint = 6004, "The source account holds another mint";
    SourceNotTransferring = 6005, "The hook was called outside a transfer: the source is not marked as transferring";
    DestinationNotTokenAccount = 6006, "The destination is not a token account of Token-2022";
    DestinationOfOtherMint = 6007, "The destination account holds another mint";
    DestinationNotTransferring = 6008, "The hook was called outside a transfer: the destination is not marked as transferring";

    Halted = 6100, "Trading in this asset is halted; try again when the issuer has resumed it";
    Blackout = 6101, "The asset stands still for a corporate action; try again after the blackout";
    AssetLocked = 6102, "The asset is locked up; it cannot be transferred before the time in its policy";
    WalletToWallet = 6110, "The policy does not let the asset move from wallet to wallet";
    WalletToVenue = 6111, "The policy does not let the asset move from a wallet to a venue";
    VenueToWallet = 6112, "The policy does not let the asset move from a venue to a wallet";
    VenueToVenue = 6113, "The policy does not let the asset move from venue to venue";
    OverMaxTransfer = 6120, "The amount is more than the policy lets one transfer move; send less at a time";
    AmountHidden = 6121, "The amount is confidential, and the policy has a limit to hold it against; transfer it openly";

    SourceMissing = 6200, "The sender is not on the register; the owner of the source account must be onboarded";
    SourceForged = 6201, "The sender's record is not a record of this program";
    SourceOtherRegistry = 6202, "The sender's record belongs to another registry";
    SourceOtherWallet = 6203, "The sender's record belongs to another wallet";
    SourceSuspended = 6204, "The sender is suspended; a registrar can reinstate the record";
    SourceRevoked = 6205, "The sender's record is revoked";
    SourceExpired = 6206, "The sender's know-your-customer check has expired; a registrar can renew it";
    SourceJurisdiction = 6207, "The policy does not admit the sender's country of residence";
    SourceSanctioned = 6208, "A sanctions list names the sender";
    SourceClassNotAdmitted = 6209, "The policy asks for an investor class that the sender does not have";
    SourceClassRefused = 6210, "The policy refuses an investor class that the sender has";
    SourceLocked = 6220, "The sender's shares are locked up; they cannot be sent before the time in the record";

    DestinationMissing = 6300, "The recipient is not on the register; the owner of the destination account must be onboarded";
    DestinationForged = 6301, "The recipient's record is not a record of this program";
    DestinationOtherRegistry = 6302, "The recipient's record belongs to another registry";
    DestinationOtherWallet = 6303, "The recipient's record belongs to another wallet";
    DestinationSuspended = 6304, "The recipient is suspended; a registrar can reinstate the record";
    DestinationRevoked = 6305, "The recipient's record is revoked";
    DestinationExpired = 6306, "The recipient's know-your-customer check has expired; a registrar can renew it";
    DestinationJurisdiction = 6307, "The policy does not admit the recipient's country of residence";
    DestinationSanctioned = 6308, "A sanctions list names the recipient";
    DestinationClassNotAdmitted = 6309, "The policy asks for an investor class that the recipient does not have";
    DestinationClassRefused = 6310, "The policy refuses an investor class that the recipient has";
    DestinationOverMaxBalance = 6320, "The destination account would hold more than the policy lets one account hold";

    NotRegistryAuthority = 6500, "This signer is not the authority of the registry";
    RegistrarExpired = 6501, "The registrar's appointment has expired; the registry authority can renew it";
    RegistrarLacksPermission = 6502, "The registrar does not have the permission that this instruction needs";
    UnknownPermissions = 6503, "The permissions contain bits that have no meaning, or none at all";
    ExpiryInThePast = 6504, "The expiry lies in the past";
    UnknownJurisdiction = 6505, "The jurisdiction is not an ISO 3166-1 numeric code between 1 and 999";
    UnknownInvestorClasses = 6506, "The investor classes contain bits that have no meaning";
    StatusChangeRefused = 6507, "The record cannot go from its status to this one: revocation is final, who was sanctioned is suspended before being reinstated, and no change is no change";
    UnknownStatus = 6508, "The status is not one of active (1), suspended (2), revoked (3) and sanctioned (4)";
    NotRegistrar = 6509, "This signer is not the officer of the appointment";

    NotPendingAuthority = 6510, "This signer is not the proposed authority of the registry";
    OtherRegistry = 6511, "The account belongs to another registry";
    NotAWallet = 6512, "The record is of a venue; this instruction is about wallets";
    NotRentPayer = 6513, "The rent goes back to the account that paid it; name that account as receiver";
    BarredRecordStays = 6514, "Only an active record can be closed: a barred wallet without a record might be free to hold";
    BatchMismatch = 6515, "The batch must bring one record account for every further wallet, in the same order";
    AddressWrong = 6516, "The account to create is not at its address, which derives from what it is for";
    AlreadyExists = 6517, "The account to create exists already";
    NotOurAccount = 6518, "The account is not one of this program";

    NotMintAuthority = 6520, "This signer is not the mint authority of the mint";
    MintNotHooked = 6521, "The mint is not an initialised Token-2022 mint whose transfer hook is this program";
    UnknownJurisdictionMode = 6522, "The jurisdiction mode is not one of allow (1) and deny (2)";
    EmptyAllowList = 6523, "The policy would admit nobody: an allow list needs at least one country";
    NotPolicyAuthority = 6524, "This signer is not the authority of the policy";
    UnknownHaltReason = 6525, "The reason of the halt is not one of news pending (1), regulatory (2), primary market (3), operational (4)";
    HaltEndsInThePast = 6526, "The time at which the halt ends lies in the past; use 0 for a halt without an end";
    NotHalted = 6527, "Trading is not halted";

    UnknownAdmissionMode = 6530, "The admission mode is not one of allowlist (1) and open (2)";
    UnsoundPaths = 6531, "The paths open nothing, have bits without a meaning, or open an allowlist to unknown accounts";
    UnsoundClasses = 6532, "The classes have bits without a meaning, or every admitted class is refused";
    ZeroLimit = 6533, "A limit of zero would let nothing pass; use u64::MAX for no limit and a halt to stop trading";
    BlackoutMalformed = 6534, "A blackout must begin before it ends and end in the future";
    NoBlackout = 6535, "There is no blackout to clear";
    NotValidationAccount = 6536, "The account is not the validation account of the policy's mint";

    AnsweredByEntrypoint = 6540, "This instruction is answered by the program's entrypoint and has no Anchor handler";
    InvariantViolated = 6541, "An account is inconsistent with itself after the instruction; nothing was changed";

    NotAProgram = 6550, "The account is not an executable program";
    VenueNotOwned = 6551, "The venue is not an account of the approved program, or is empty; a registrar can add a bare address";
    VenueSeedsWrong = 6552, "The seeds do not derive the venue's address from the approved program";
    StillApproved = 6553, "The venue's program is still approved";
    NotOfVenueProgram = 6554, "The record is not of a venue that this program's approval has let in";

    AttestationMalformed = 6560, "The account is not an attestation of the Solana Attestation Service with the data that Scrip reads";
    AttestationUntrusted = 6561, "The attestation is of another credential or schema than the registry trusts";
    AttestationOfOtherWallet = 6562, "The attestation's nonce is not the wallet";
    AttestationSignerUnknown = 6563, "The attestation's signer is not, or no longer, an authorised signer of the credential";
    AttestationExpired = 6564, "The attestation has expired, or never expires, which a know-your-customer check must";
    AttestationLive = 6565, "The attestation is still there; what is not revoked cannot be brought in as revoked";
    AttestationAddressWrong = 6566, "The account is not at the address of the attestation that the record rests on";
    RecordNotAttested = 6567, "The record does not rest on an attestation of this credential";
    TooManyCredentials = 6568, "The registry has trusted 255 credentials, which is all that its records can name";
    CredentialNumberWrong = 6569, "The number is not the next one of the registry: one more than the credentials that it has ever trusted";
}

#[cfg(not(feature = "idl-build"))]
impl From<HookError> for Error {
    #[cold]
    #[inline(never)]
    fn from(error: HookError) -> Self {
        ProgramError::Custom(error as u32).into()
    }
}

/// Fails with an error unless a condition holds. Anchor's own macro adds the error's name, sentence and
/// place in the source at every use, which is most of a small program.
macro_rules! ensure {
    ($condition:expr, $error:expr $(,)?) => {
        if !$condition {
            return Err($error.into());
        }
    };
}
pub(crate) use ensure;

#[cfg(test)]
mod tests {
    use scrip_rules::refusal::Refusal;

    use super::HookError;

    #[test]
    fn the_idl_tells_refusals_as_the_rules_do() {
        for refusal in Refusal::ALL {
            let name = format!("{refusal:?}");
            let described = HookError::describe(refusal.code().into());
            assert_eq!(described, Some((&name[..], refusal.sentence())));
        }
        assert!(HookError::ALL.is_sorted_by_key(|(code, ..)| code), "binary search needs it");
        let refusals = (6000..6500).filter(|code| HookError::describe(*code).is_some());
        assert_eq!(refusals.count(), Refusal::ALL.len());
    }
}
