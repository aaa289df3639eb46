//! An asset whose life ends.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;

use crate::error::IssuerError;
use crate::state::{Asset, Issuer};

/// An asset, and the admin who winds it down or closes it.
#[event_cpi]
#[derive(Accounts)]
pub struct ChangeStatus<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// The asset's issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The asset.
    #[account(mut, has_one = issuer, has_one = mint)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// Owns the mint.
    pub token_program: Program<'info, Token2022>,
}
