//! Opening the account of a payment mint.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::error::IssuerError;
use crate::events::PaymentMintAdded;
use crate::seeds;
use crate::shared::tokens::require_plain;
use crate::state::{Asset, Issuer, PAYMENT_MINT_VERSION, PaymentMint};

/// Opens the account of a payment mint, which new business may name once a change of settings accepts it.
#[event_cpi]
#[derive(Accounts)]
pub struct AddPaymentMint<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The asset.
    #[account(has_one = issuer)]
    pub asset: Account<'info, Asset>,
    /// The token's mint, of Token or Token-2022.
    pub payment_mint: InterfaceAccount<'info, Mint>,
    /// The account to create.
    #[account(
        init,
        payer = payer,
        space = 8 + PaymentMint::INIT_SPACE,
        seeds = [seeds::PAYMENT_MINT, asset.key().as_ref(), payment_mint.key().as_ref()],
        bump,
    )]
    pub payment_listing: Account<'info, PaymentMint>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl AddPaymentMint<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        require_plain(&ctx.accounts.payment_mint.to_account_info())?;
        let (asset, mint) = (ctx.accounts.asset.key(), ctx.accounts.payment_mint.key());
        ctx.accounts.payment_listing.set_inner(PaymentMint {
            version: PAYMENT_MINT_VERSION,
            bump: ctx.bumps.payment_listing,
            asset,
            mint,
            accepted: false,
        });
        emit_cpi!(PaymentMintAdded { asset, mint, actor: ctx.accounts.admin.key() });
        Ok(())
    }
}
