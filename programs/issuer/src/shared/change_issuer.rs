//! An issuer, and somebody who changes its admin.

use anchor_lang::prelude::*;

use crate::state::Issuer;

/// An issuer, and somebody who changes its admin.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangeIssuer<'info> {
    /// The admin who proposes, or the proposed one who accepts; the instruction tells which.
    pub signer: Signer<'info>,
    /// The issuer.
    #[account(mut)]
    pub issuer: Account<'info, Issuer>,
}
