//! Opening a pool.

use anchor_lang::prelude::*;
use anchor_spl::associated_token::AssociatedToken;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_client::cpi::read_asset;

use crate::error::PoolError;
use crate::events::PoolOpened;
use crate::math::MAX_FEE_BPS;
use crate::payment::require_plain;
use crate::seeds;
use crate::state::{POOL_VERSION, Pool};

const LIQUIDITY_DECIMALS: u8 = 6;

/// Opens a pool: its account, both vaults and the mint of its liquidity tokens. It holds no shares before it is on
/// the register: `register_venue` of the transfer-hook program, best in the same transaction, with
/// [`Pool::signer_seeds`].
#[derive(Accounts)]
#[instruction(fee_bps: u16)]
pub struct Initialize<'info> {
    /// Pays the rents, and has no other part in the pool.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The pool to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Pool::INIT_SPACE,
        seeds = [
            seeds::POOL,
            share_mint.key().as_ref(),
            payment_mint.key().as_ref(),
            &fee_bps.to_le_bytes(),
        ],
        bump,
    )]
    pub pool: Box<Account<'info, Pool>>,
    /// The share.
    pub share_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The asset of the share, which only a share has.
    /// CHECK: `read_asset` checks owner, type, mint and address.
    pub asset: UncheckedAccount<'info>,
    /// The payment token.
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// Holds the shares. Anybody may have opened it before; it is the pool's all the same.
    #[account(
        init_if_needed,
        payer = payer,
        associated_token::mint = share_mint,
        associated_token::authority = pool,
        associated_token::token_program = share_program,
    )]
    pub share_vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Holds the payment, alike.
    #[account(
        init_if_needed,
        payer = payer,
        associated_token::mint = payment_mint,
        associated_token::authority = pool,
        associated_token::token_program = payment_program,
    )]
    pub payment_vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Mint of the liquidity tokens, to create.
    #[account(
        init,
        payer = payer,
        seeds = [seeds::LIQUIDITY, pool.key().as_ref()],
        bump,
        mint::decimals = LIQUIDITY_DECIMALS,
        mint::authority = pool,
        mint::token_program = share_program,
    )]
    pub liquidity_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The share's token program.
    pub share_program: Program<'info, Token2022>,
    /// The payment token's: Token or Token-2022.
    pub payment_program: Interface<'info, TokenInterface>,
    /// Opens the vaults.
    pub associated_token_program: Program<'info, AssociatedToken>,
    /// Creates accounts.
    pub system_program: Program<'info, System>,
}

impl Initialize<'_> {
    fn validate(&self, fee_bps: u16) -> Result<()> {
        require!(fee_bps <= MAX_FEE_BPS, PoolError::FeeTooHigh);
        read_asset(&self.asset, &self.share_mint.key())?;
        require_plain(&self.payment_mint.to_account_info())
    }

    pub(crate) fn handle(ctx: Context<Self>, fee_bps: u16) -> Result<()> {
        let accounts = ctx.accounts;
        accounts.validate(fee_bps)?;
        accounts.pool.set_inner(Pool {
            version: POOL_VERSION,
            bump: ctx.bumps.pool,
            fee_bps: fee_bps.to_le_bytes(),
            share_mint: accounts.share_mint.key(),
            asset: accounts.asset.key(),
            payment_mint: accounts.payment_mint.key(),
            share_vault: accounts.share_vault.key(),
            payment_vault: accounts.payment_vault.key(),
            liquidity_mint: accounts.liquidity_mint.key(),
        });
        emit!(PoolOpened {
            pool: accounts.pool.key(),
            share_mint: accounts.pool.share_mint,
            payment_mint: accounts.pool.payment_mint,
            fee_bps,
        });
        Ok(())
    }
}
