//! Every error of this program, each with its number.
//!
//! Where the register refuses a holder, this program fails with the refusal's own code, 6101 and 6200 to 6399,
//! which is in the transfer-hook program's IDL and in `scrip_rules::refusal`. Its own numbers begin at
//! 7000: no code means two things.

use anchor_lang::prelude::*;
use scrip_rules::allowance::AllowanceError;
use scrip_rules::corporate_action::ActionError;
use scrip_rules::issuance::IssuanceError;
use scrip_rules::refusal::Refusal;
use scrip_rules::reserves::AttestationError;
use scrip_rules::settlement::SettlementError;

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
    #[msg("The member's role has not begun yet: it waits in the issuer's timelock")]
    RoleNotStarted = 7006,
    #[msg("This signer is not the member of staff whom the minter account belongs to")]
    NotMinter = 7007,
    #[msg(
        "Another member of staff, with the permission to check, must sign as well or carry the proposal out"
    )]
    CheckerMissing = 7008,
    #[msg("The checker must be somebody else than the maker")]
    CheckerIsMaker = 7009,
    #[msg("The account that gets the rent is not the one that paid it")]
    NotRentPayer = 7010,

    #[msg(
        "A text of the metadata is empty or too long: at most 64 bytes of name, 16 of symbol, 200 of URI and values, 32 of keys, 2,048 in all"
    )]
    MetadataLength = 7020,
    #[msg("The ISIN is malformed or its check digit is wrong")]
    MalformedIsin = 7021,
    #[msg("The initial multiplier must lie between 10^-18 and 10^18, in units of 10^-18")]
    MultiplierOutOfRange = 7022,

    #[msg("The amount is zero")]
    ZeroAmount = 7040,
    #[msg("The supply would pass the asset's cap; mint less or have the cap raised")]
    OverSupplyCap = 7041,
    #[msg("The minter would pass its cap; mint less or have the cap raised")]
    OverMinterCap = 7043,
    #[msg("The minter's bucket does not hold so much now; mint less, or later")]
    OverMinterBucket = 7044,
    #[msg("An amount does not fit into 64 bits")]
    AmountOverflow = 7045,
    #[msg("The asset issues no more shares, or is closed")]
    NotActive = 7046,
    #[msg(
        "A batch needs an amount and a pair of record and token account of this asset for each recipient"
    )]
    BatchAccounts = 7047,
    #[msg("Minter, asset, recipient or maker are not those of the proposal")]
    ProposalMismatch = 7048,
    #[msg("The signer does not own the token account")]
    NotTokenAccountOwner = 7042,

    #[msg("The kind of action is not one of 1 to 16")]
    UnknownActionKind = 7060,
    #[msg("The ratio must be greater than one for this kind of action")]
    RatioNotGrowing = 7062,
    #[msg("The ratio is beyond the asset's bound for this kind of action")]
    RatioBeyondBound = 7063,
    #[msg("Another change of the multiplier has not taken effect yet; wait for it")]
    ChangePending = 7064,
    #[msg(
        "The effective time is nearer than the asset's minimum notice, which runs from the announcement"
    )]
    NoticeTooShort = 7065,
    #[msg("The multiplier in force is not the expected one; read the asset again")]
    MultiplierMoved = 7066,
    #[msg("The new multiplier would lie outside 10^-18 to 10^18")]
    NewMultiplierOutOfRange = 7067,
    #[msg("The mint's multiplier is not the one that this program wrote")]
    MintMultiplierDiffers = 7068,
    #[msg("A date of the action is more than 366 days away")]
    NoticeTooLong = 7069,

    #[msg("The attested reserves do not cover the supply; attest more, or mint less")]
    ReservesMissing = 7090,
    #[msg("The issuer has not approved this custodian, or not any more")]
    CustodianNotApproved = 7091,
    #[msg("The shares were counted in the future")]
    AsOfInTheFuture = 7092,
    #[msg("The custodian has attested for a later time already")]
    AsOfWentBack = 7093,
    #[msg(
        "The shares must be counted after the last corporate action in force, and all of them be seen"
    )]
    ActionsNotSeen = 7094,
    #[msg(
        "The accounts after the others must be pairs of a custodian and its attestation of this asset"
    )]
    CustodyAccounts = 7095,
    #[msg("Custodians must come in ascending order of their keys, each once")]
    CustodiansOutOfOrder = 7096,

    #[msg("The setting has a value that cannot be meant")]
    UnsoundSetting = 7100,
    #[msg("An account that this change is about was not given")]
    ChangeTargetMissing = 7101,
    #[msg("An account that was given is not the one that this change is about")]
    ChangeTargetMismatch = 7102,
    #[msg("The change loosens and must wait in the timelock; propose it")]
    ChangeMustWait = 7103,
    #[msg("The change needs the approval of a checker; propose it and have it approved")]
    ChangeNeedsChecker = 7104,
    #[msg("The change cannot be carried out yet; wait for the timelock")]
    ChangeNotDue = 7105,
    #[msg("The change or proposal was not carried out in time; cancel it and propose it again")]
    ChangeExpired = 7106,
    #[msg("The change is approved already")]
    ChangeAlreadyApproved = 7107,

    #[msg("The asset does not take this token as payment, or not any more")]
    PaymentMintNotAccepted = 7120,
    #[msg(
        "Transfers of this token call a hook, take a fee or are impossible; it cannot be paid with"
    )]
    PaymentMintHasHookOrFee = 7121,
    #[msg("The price or payment is beyond the limit that the other side has set")]
    PriceBeyondLimit = 7122,
    #[msg("The deadline leaves the issuer less than the asset's settlement window")]
    DeadlineTooSoon = 7123,
    #[msg("The deadline is more than 90 days away")]
    DeadlineTooLate = 7124,
    #[msg("The deadline has not been reached; until then the issuer may settle")]
    DeadlineNotReached = 7125,
    #[msg("The escrow does not hold so much any more")]
    OverEscrow = 7126,
    #[msg("Subscription, redemption or tender, asset and payment mint do not belong together")]
    EscrowMismatch = 7127,
    #[msg("This signer did not open the escrow")]
    NotEscrowOwner = 7128,
    #[msg("The token account is not one of the issuer's treasury")]
    NotTreasuryAccount = 7129,
    #[msg("A redemption without a payment mint is paid off chain and has no price")]
    PaidOffChain = 7130,
    #[msg("The owner asked to be paid on chain; settle with the payment")]
    PaidOnChain = 7131,
    #[msg("A reason or payment reference must be given")]
    ReasonMissing = 7132,
    #[msg("The payment must not come from the owner of the redemption")]
    PaidByOwner = 7133,

    #[msg("This field of the metadata has an instruction of its own")]
    MetadataFieldReserved = 7140,
    #[msg("The asset must be wound down first")]
    NotWindingDown = 7141,
    #[msg("Shares are left; all must be redeemed first")]
    SupplyLeft = 7142,

    #[msg("The terms do not belong to this kind of action, or have a value that cannot be meant")]
    UnsoundTerms = 7150,
    #[msg(
        "A date of the action is missing, or before one that must come first: record, effective, payable; choices end by the payable date"
    )]
    DatesOutOfOrder = 7151,
    #[msg("The blackout of an action must hold its effective time and last a week at most")]
    ActionBlackoutMalformed = 7152,
    #[msg(
        "The effective time lies in a blackout that is not this action's; clear it, or amend the action"
    )]
    EffectiveInBlackout = 7153,
    #[msg("Another blackout is not over, and a policy has room for one; wait for it, or clear it")]
    BlackoutStanding = 7154,
    #[msg("The effective time has passed; amend the action")]
    EffectivePassed = 7155,
    #[msg("The action is not one of this asset")]
    ActionMismatch = 7156,
    #[msg("The action is not announced, or not any more")]
    ActionNotAnnounced = 7157,
    #[msg("The action needs the approval of a checker first")]
    ActionNotApproved = 7158,
    #[msg("The action is not scheduled, or not any more")]
    ActionNotScheduled = 7159,
    #[msg("The action has not taken effect yet")]
    ActionNotDue = 7160,
    #[msg("The action is in force, settled or cancelled, and cannot be changed any more")]
    ActionFinal = 7161,
    #[msg("The action has not paid all that it pays; open, fund and sweep its payouts first")]
    ActionUnpaid = 7162,
    #[msg("The action was amended since; read it again")]
    ActionAmendedMeanwhile = 7163,
    #[msg("The default must be the asset's own setting")]
    DefaultElectionDiffers = 7164,
    #[msg("The ratio must be less than one for this kind of action")]
    RatioNotShrinking = 7165,
    #[msg("Shares are tendered on the terms as they are; cancel the action instead")]
    TendersOpen = 7166,
    #[msg("The action has open payouts; withdraw them first")]
    PayoutsOpen = 7167,
    #[msg("This instruction is not for actions of this kind")]
    WrongForm = 7168,

    #[msg("Action, payout, page, vault, token and asset do not belong together")]
    PayoutMismatch = 7170,
    #[msg("The total does not cover what the action must be able to pay")]
    PayoutTotal = 7171,
    #[msg("A distribution needs a root and one to 2^24 claims; other payouts have none")]
    TreeMalformed = 7172,
    #[msg("The snapshot can be taken after the record date, when all choices are made")]
    RecordNotReached = 7173,
    #[msg("Holders must have 30 days to ten years to claim")]
    ClaimWindow = 7174,
    #[msg("The payout needs the approval of a checker first")]
    PayoutNotApproved = 7175,
    #[msg("The payout is not funded yet")]
    PayoutNotFunded = 7176,
    #[msg("The payout is not open yet")]
    PayoutNotOpen = 7177,
    #[msg("The payout is over")]
    PayoutOver = 7178,
    #[msg("The payout does not need so much")]
    PayoutOverfunded = 7179,
    #[msg("The claim is paid already")]
    AlreadyClaimed = 7180,
    #[msg("The proof does not lead to the root")]
    ProofInvalid = 7181,
    #[msg("The token account is not the owner's associated one")]
    NotAssociatedAccount = 7182,
    #[msg("The payout is approved already")]
    PayoutApprovedAlready = 7183,
    #[msg("The payout has opened, and can only be swept after its deadline")]
    PayoutHasOpened = 7184,
    #[msg(
        "The arguments are not those that the payout was opened with; read it and compute the snapshot again"
    )]
    PayoutDiffers = 7185,
    #[msg("The payout must be swept first")]
    PayoutNotSwept = 7186,
    #[msg("The accounts of a payout that the action brings were not given")]
    PayoutMissing = 7187,

    #[msg("The owner must sign, unless the exchange is mandatory and the owner a wallet")]
    OwnerMustSign = 7190,
    #[msg("An exchange that the owner does not sign is for all that the account holds")]
    PushedInPart = 7191,
    #[msg("The offer is over")]
    OfferOver = 7192,
    #[msg("The choice must be cash (1) or shares (2)")]
    UnknownElection = 7193,
    #[msg("The time to choose is over")]
    ElectionOver = 7194,
    #[msg("The choice is made and not counted yet; it can be closed when the action is settled")]
    ElectionStands = 7195,

    #[msg("An account is inconsistent with itself after the instruction; nothing was changed")]
    InvariantViolated = 7080,
    #[msg(
        "The account has another layout than this program reads; convert an earlier one with migrate_account"
    )]
    AccountVersion = 7081,
    #[msg("The account has the current layout already; there is nothing to convert")]
    AccountCurrent = 7082,
    #[msg("The account is not one that has an earlier layout: an asset or a corporate action")]
    NeverMigrated = 7083,
}

impl From<IssuanceError> for IssuerError {
    fn from(error: IssuanceError) -> Self {
        match error {
            IssuanceError::ZeroAmount => Self::ZeroAmount,
            IssuanceError::OverCap => Self::OverSupplyCap,
            IssuanceError::MultiplierMoved => Self::MultiplierMoved,
            IssuanceError::AmountOverflow => Self::AmountOverflow,
        }
    }
}

impl From<AllowanceError> for IssuerError {
    fn from(error: AllowanceError) -> Self {
        match error {
            AllowanceError::OverCap => Self::OverMinterCap,
            AllowanceError::OverBucket => Self::OverMinterBucket,
        }
    }
}

impl From<AttestationError> for IssuerError {
    fn from(error: AttestationError) -> Self {
        match error {
            AttestationError::AsOfInTheFuture => Self::AsOfInTheFuture,
            AttestationError::AsOfWentBack => Self::AsOfWentBack,
            AttestationError::ActionsNotSeen => Self::ActionsNotSeen,
        }
    }
}

impl From<SettlementError> for IssuerError {
    fn from(error: SettlementError) -> Self {
        match error {
            SettlementError::AmountOverflow => Self::AmountOverflow,
            SettlementError::PriceBeyondLimit => Self::PriceBeyondLimit,
            SettlementError::DeadlineTooSoon => Self::DeadlineTooSoon,
            SettlementError::DeadlineTooLate => Self::DeadlineTooLate,
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
            ActionError::NotShrinking => Self::RatioNotShrinking,
            ActionError::EffectivePassed => Self::EffectivePassed,
            ActionError::DatesOutOfOrder => Self::DatesOutOfOrder,
            ActionError::BlackoutMalformed => Self::ActionBlackoutMalformed,
            ActionError::EffectiveInBlackout => Self::EffectiveInBlackout,
            ActionError::BlackoutStanding => Self::BlackoutStanding,
            ActionError::Multiplier(_) => Self::NewMultiplierOutOfRange,
        }
    }
}

/// The error for a holder that the register refuses: logged, and with the refusal's own code.
pub fn refused(refusal: Refusal) -> Error {
    msg!(refusal.sentence());
    ProgramError::Custom(refusal.code().into()).into()
}
