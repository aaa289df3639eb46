//! What is wrong with the accounts that a program was given. The numbers are apart from those of both programs,
//! so that a venue's users see at a code whose it is.

use anchor_lang::prelude::*;

/// Errors of the helpers for programs.
#[error_code(offset = 0)]
pub enum CpiError {
    /// Fewer than five accounts follow for the transfer hook.
    #[msg(
        "Fewer than five accounts follow for the transfer hook: append what `hook_accounts` returns, or what Token-2022's resolver finds"
    )]
    HookAccountsMissing = 8000,
    /// The account is not an asset of the issuer program, of a version that is known here.
    #[msg("The account is not an asset of the issuer program, of a version that is known here")]
    NotAnAsset = 8001,
    /// The asset belongs to another mint than the share.
    #[msg("The asset belongs to another mint than the share")]
    OtherAsset = 8002,
    /// The transfer hook was asked about a transfer and gave no answer.
    #[msg("The transfer hook was asked about a transfer and gave no answer")]
    NoAnswer = 8003,
}
