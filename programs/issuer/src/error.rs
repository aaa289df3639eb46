//! Every error of this program, each with its number.
//!
//! Where the register refuses a holder, this program fails with the refusal's own code, 6101 and 6200 to 6399,
//! which is in the transfer-hook program's IDL and in `scrip_rules::refusal`. Its own numbers begin at
//! 7000: no code means two things.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionError;
use scrip_rules::issuance::IssuanceError;
use scrip_rules::refusal::Refusal;

/// Errors of the issuer program.
#[error_code(offset = 0)]
pub enum IssuerError {
    #[msg("This signer is not the admin of the issuer")]
    NotAdmin = 7000,
    #[msg("The member's role does not have the permission that this instruction needs")]
    RoleLacksPermission = 7001,
    #[msg("The permissions contain bits that have no meaning, or none at all")]
    UnknownPermissions = 7002,
    #[msg("This signer is not the proposed admin of the issuer")]
    NotPendingAdmin = 7003,
    #[msg("The member's role has ended; the admin can grant another")]
    RoleExpired = 7004,
    #[msg("The end of the role lies in the past; use 0 for a role without an end")]
    ExpiryInThePast = 7005,

    #[msg("The name, symbol or URI is empty or too long: at most 64, 16 and 200 bytes")]
    MetadataLength = 7020,
    #[msg("The ISIN is malformed or its check digit is wrong")]
    MalformedIsin = 7021,
    #[msg("The initial multiplier must lie between 10^-18 and 10^18, in units of 10^-18")]
    MultiplierOutOfRange = 7022,

    #[msg("The amount is zero")]
    ZeroAmount = 7040,
    #[msg("The supply would pass the asset's cap; mint less or have the cap raised")]
    OverSupplyCap = 7041,
    #[msg("The signer does not own the token account")]
    NotTokenAccountOwner = 7042,

    #[msg("The kind is not one of forward split (1) and reinvested dividend (2)")]
    UnknownActionKind = 7060,
    #[msg("Numerator and denominator must both be greater than zero")]
    ZeroInRatio = 7061,
    #[msg("The ratio must be greater than one for this kind of action")]
    RatioNotGrowing = 7062,
    #[msg("The ratio is beyond the asset's bound for this kind of action")]
    RatioBeyondBound = 7063,
    #[msg("Another change of the multiplier has not taken effect yet; wait for it")]
    ChangePending = 7064,
    #[msg("The effective time is nearer than the asset's minimum notice")]
    NoticeTooShort = 7065,
    #[msg("The multiplier in force is not the expected one; read the asset again")]
    MultiplierMoved = 7066,
    #[msg("The new multiplier would lie outside 10^-18 to 10^18")]
    NewMultiplierOutOfRange = 7067,
    #[msg("The mint's multiplier is not the one that this program wrote")]
    MintMultiplierDiffers = 7068,
    #[msg("The effective time is more than 366 days away")]
    NoticeTooLong = 7069,

    #[msg("An account is inconsistent with itself after the instruction; nothing was changed")]
    InvariantViolated = 7080,
}

impl From<IssuanceError> for IssuerError {
    fn from(error: IssuanceError) -> Self {
        match error {
            IssuanceError::ZeroAmount => Self::ZeroAmount,
            IssuanceError::OverCap => Self::OverSupplyCap,
        }
    }
}

impl From<ActionError> for IssuerError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::NotGrowing => Self::RatioNotGrowing,
            ActionError::BeyondBound => Self::RatioBeyondBound,
            ActionError::ChangePending => Self::ChangePending,
            ActionError::NoticeTooShort => Self::NoticeTooShort,
            ActionError::NoticeTooLong => Self::NoticeTooLong,
            ActionError::MultiplierMoved => Self::MultiplierMoved,
            ActionError::Multiplier(_) => Self::NewMultiplierOutOfRange,
        }
    }
}

/// The error for a holder that the register refuses: logged, and with the refusal's own code.
pub fn refused(refusal: Refusal) -> Error {
    msg!(refusal.sentence());
    ProgramError::Custom(refusal.code().into()).into()
}
