//! Numbers of errors that are not our own: Anchor's, Token-2022's, and those of the libraries in them.

use anchor_lang::error::ErrorCode;
use spl_token_2022_interface::error::TokenError;

/// The program has no such instruction.
pub const UNKNOWN_INSTRUCTION: u32 = ErrorCode::InstructionFallbackNotFound as u32;
/// The arguments cannot be read.
pub const NOT_DESERIALISED: u32 = ErrorCode::InstructionDidNotDeserialize as u32;
/// An account is not the one that another account names.
pub const HAS_ONE: u32 = ErrorCode::ConstraintHasOne as u32;
/// An account is not at the address that another account names.
pub const OTHER_ADDRESS: u32 = ErrorCode::ConstraintAddress as u32;
/// An account that must sign does not.
pub const UNSIGNED: u32 = ErrorCode::ConstraintSigner as u32;
/// An account is not at its derived address.
pub const SEEDS: u32 = ErrorCode::ConstraintSeeds as u32;
/// An account that is to be closed would receive its own rent.
pub const SAME_RECEIVER: u32 = ErrorCode::ConstraintClose as u32;
/// An account is too short to have a type.
pub const NO_TYPE: u32 = ErrorCode::AccountDiscriminatorNotFound as u32;
/// An account is of another type, or of another length.
pub const OTHER_TYPE: u32 = ErrorCode::AccountDiscriminatorMismatch as u32;
/// An account belongs to another program, as one does that is not there.
pub const WRONG_OWNER: u32 = ErrorCode::AccountOwnedByWrongProgram as u32;
/// An account does not sign.
pub const NOT_SIGNED: u32 = ErrorCode::AccountNotSigner as u32;
/// An account is not there.
pub const NOT_INITIALISED: u32 = ErrorCode::AccountNotInitialized as u32;
/// An account that is written is there twice.
pub const DUPLICATE: u32 = ErrorCode::ConstraintDuplicateMutableAccount as u32;

/// Token-2022: neither the owner nor the authority signs.
pub const OWNER_MISMATCH: u32 = TokenError::OwnerMismatch as u32;
/// Token-2022: the token account cannot be given away.
pub const IMMUTABLE_OWNER: u32 = TokenError::ImmutableOwner as u32;
/// `IncorrectAccount` of the library by which Token-2022 resolves extra accounts.
pub const INCORRECT_ACCOUNT: u32 = 2_724_315_840;
