//! Every error of this program, each with its number.
//!
//! 6000 to 6399 are refusals of transfers: the same codes and sentences as `scrip_rules::refusal`,
//! repeated here so that they are part of the IDL; a test holds the two together. 6500 onwards are
//! errors of the instructions that write.

use anchor_lang::prelude::*;

/// Errors of the transfer-hook program.
#[error_code(offset = 0)]
pub enum HookError {
    #[msg(
        "The transfer came without the hook's extra accounts; resolve them from the mint's validation account"
    )]
    AccountsMissing = 6000,
    #[msg(
        "The policy account is not a policy of this program; resolve it from the mint's validation account"
    )]
    PolicyForged = 6001,
    #[msg("The policy belongs to another mint")]
    PolicyOfOtherMint = 6002,
    #[msg("The source is not a token account of Token-2022")]
    SourceNotTokenAccount = 6003,
    #[msg("The source account holds another mint")]
    SourceOfOtherMint = 6004,
    #[msg("The hook was called outside a transfer: the source is not marked as transferring")]
    SourceNotTransferring = 6005,
    #[msg("The destination is not a token account of Token-2022")]
    DestinationNotTokenAccount = 6006,
    #[msg("The destination account holds another mint")]
    DestinationOfOtherMint = 6007,
    #[msg("The hook was called outside a transfer: the destination is not marked as transferring")]
    DestinationNotTransferring = 6008,
    #[msg("Trading in this asset is halted; try again when the issuer has resumed it")]
    Halted = 6100,
    #[msg("The sender is not on the register; the owner of the source account must be onboarded")]
    SourceMissing = 6200,
    #[msg("The sender's record is not a record of this program")]
    SourceForged = 6201,
    #[msg("The sender's record belongs to another registry")]
    SourceOtherRegistry = 6202,
    #[msg("The sender's record belongs to another wallet")]
    SourceOtherWallet = 6203,
    #[msg("The sender is suspended; a registrar can reinstate the record")]
    SourceSuspended = 6204,
    #[msg("The sender's record is revoked")]
    SourceRevoked = 6205,
    #[msg("The sender's know-your-customer check has expired; a registrar can renew it")]
    SourceExpired = 6206,
    #[msg("The policy does not admit the sender's country of residence")]
    SourceJurisdiction = 6207,
    #[msg(
        "The recipient is not on the register; the owner of the destination account must be onboarded"
    )]
    DestinationMissing = 6300,
    #[msg("The recipient's record is not a record of this program")]
    DestinationForged = 6301,
    #[msg("The recipient's record belongs to another registry")]
    DestinationOtherRegistry = 6302,
    #[msg("The recipient's record belongs to another wallet")]
    DestinationOtherWallet = 6303,
    #[msg("The recipient is suspended; a registrar can reinstate the record")]
    DestinationSuspended = 6304,
    #[msg("The recipient's record is revoked")]
    DestinationRevoked = 6305,
    #[msg("The recipient's know-your-customer check has expired; a registrar can renew it")]
    DestinationExpired = 6306,
    #[msg("The policy does not admit the recipient's country of residence")]
    DestinationJurisdiction = 6307,

    #[msg("This signer is not the authority of the registry")]
    NotRegistryAuthority = 6500,
    #[msg("The registrar's appointment has expired; the registry authority can renew it")]
    RegistrarExpired = 6501,
    #[msg("The registrar does not have the permission that this instruction needs")]
    RegistrarLacksPermission = 6502,
    #[msg("The permissions contain bits that have no meaning, or none at all")]
    UnknownPermissions = 6503,
    #[msg("The expiry lies in the past")]
    ExpiryInThePast = 6504,
    #[msg("The jurisdiction is not an ISO 3166-1 numeric code between 1 and 999")]
    UnknownJurisdiction = 6505,
    #[msg("The investor classes contain bits that have no meaning")]
    UnknownInvestorClasses = 6506,
    #[msg(
        "The record cannot go from its status to this one: revocation is final, and no change is no change"
    )]
    StatusChangeRefused = 6507,
    #[msg("The status is not one of active (1), suspended (2) and revoked (3)")]
    UnknownStatus = 6508,

    #[msg("This signer is not the mint authority of the mint")]
    NotMintAuthority = 6520,
    #[msg("The mint is not an initialised Token-2022 mint whose transfer hook is this program")]
    MintNotHooked = 6521,
    #[msg("The jurisdiction mode is not one of allow (1) and deny (2)")]
    UnknownJurisdictionMode = 6522,
    #[msg("The policy would admit nobody: an allow list needs at least one country")]
    EmptyAllowList = 6523,
    #[msg("This signer is not the authority of the policy")]
    NotPolicyAuthority = 6524,
    #[msg(
        "The reason of the halt is not one of news pending (1), regulatory (2), primary market (3), operational (4)"
    )]
    UnknownHaltReason = 6525,
    #[msg("The time at which the halt ends lies in the past; use 0 for a halt without an end")]
    HaltEndsInThePast = 6526,
    #[msg("Trading is not halted")]
    NotHalted = 6527,

    #[msg("This instruction is answered by the program's entrypoint and has no Anchor handler")]
    AnsweredByEntrypoint = 6540,
    #[msg("An account is inconsistent with itself after the instruction; nothing was changed")]
    InvariantViolated = 6541,
}

#[cfg(test)]
mod tests {
    use scrip_rules::refusal::Refusal;

    use super::HookError;

    fn error_of(refusal: Refusal) -> HookError {
        match refusal {
            Refusal::AccountsMissing => HookError::AccountsMissing,
            Refusal::PolicyForged => HookError::PolicyForged,
            Refusal::PolicyOfOtherMint => HookError::PolicyOfOtherMint,
            Refusal::SourceNotTokenAccount => HookError::SourceNotTokenAccount,
            Refusal::SourceOfOtherMint => HookError::SourceOfOtherMint,
            Refusal::SourceNotTransferring => HookError::SourceNotTransferring,
            Refusal::DestinationNotTokenAccount => HookError::DestinationNotTokenAccount,
            Refusal::DestinationOfOtherMint => HookError::DestinationOfOtherMint,
            Refusal::DestinationNotTransferring => HookError::DestinationNotTransferring,
            Refusal::Halted => HookError::Halted,
            Refusal::SourceMissing => HookError::SourceMissing,
            Refusal::SourceForged => HookError::SourceForged,
            Refusal::SourceOtherRegistry => HookError::SourceOtherRegistry,
            Refusal::SourceOtherWallet => HookError::SourceOtherWallet,
            Refusal::SourceSuspended => HookError::SourceSuspended,
            Refusal::SourceRevoked => HookError::SourceRevoked,
            Refusal::SourceExpired => HookError::SourceExpired,
            Refusal::SourceJurisdiction => HookError::SourceJurisdiction,
            Refusal::DestinationMissing => HookError::DestinationMissing,
            Refusal::DestinationForged => HookError::DestinationForged,
            Refusal::DestinationOtherRegistry => HookError::DestinationOtherRegistry,
            Refusal::DestinationOtherWallet => HookError::DestinationOtherWallet,
            Refusal::DestinationSuspended => HookError::DestinationSuspended,
            Refusal::DestinationRevoked => HookError::DestinationRevoked,
            Refusal::DestinationExpired => HookError::DestinationExpired,
            Refusal::DestinationJurisdiction => HookError::DestinationJurisdiction,
        }
    }

    #[test]
    fn the_idl_tells_refusals_as_the_rules_do() {
        for refusal in Refusal::ALL {
            let error = error_of(*refusal);
            assert_eq!(error.to_string(), refusal.sentence());
            assert_eq!(u32::from(error), u32::from(refusal.code()));
        }
    }
}
