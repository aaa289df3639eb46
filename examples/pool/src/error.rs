//! Every error of this program, each with its number. 6000 to 6999 are the transfer hook's, 7000 to 7999 the issuer
//! program's, 8000 to 8099 those of `scrip_client::cpi`: a code alone says whose it is.

use anchor_lang::prelude::*;

/// Errors of the pool.
#[error_code(offset = 0)]
pub enum PoolError {
    #[msg("The fee is above 1,000 basis points")]
    FeeTooHigh = 8100,
    #[msg(
        "Transfers of the payment token call a hook, take a fee, or are not possible: a pool takes none such"
    )]
    PaymentMintNotPlain = 8101,
    #[msg("The amount is zero")]
    ZeroAmount = 8102,
    #[msg("The pool is empty; deposit first")]
    PoolEmpty = 8103,
    #[msg(
        "The multiplier is not the one that this swap was computed with: a corporate action has taken effect; ask for another quote"
    )]
    MultiplierMoved = 8104,
    #[msg("What comes out is less than the minimum; ask for another quote")]
    BelowMinimum = 8105,
    #[msg("The amounts are too large to be reckoned with")]
    AmountOverflow = 8106,
    #[msg("The product of the reserves would fall")]
    InvariantViolated = 8107,
    #[msg("The token account is the pool's own vault; give an account of the owner")]
    OwnVault = 8108,
}
