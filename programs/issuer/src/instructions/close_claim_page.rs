//! Closing a page of a distribution's claims.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::state::{ClaimPage, Payout};

/// Closes a page when its payout is swept: nothing can be claimed any more. Anybody can.
#[derive(Accounts)]
pub struct CloseClaimPage<'info> {
    /// The distribution.
    #[account(constraint = payout.swept @ IssuerError::PayoutNotSwept)]
    pub payout: Box<Account<'info, Payout>>,
    /// The page to close.
    #[account(
        mut,
        close = rent_receiver,
        has_one = payout @ IssuerError::PayoutMismatch,
    )]
    pub page: AccountLoader<'info, ClaimPage>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = page.load()?.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
}
