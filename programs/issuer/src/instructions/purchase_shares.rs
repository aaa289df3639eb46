//! Delivery versus payment in one transaction.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::settlement::{Quote, purchase};

use crate::error::IssuerError;
use crate::events::{ReserveShortfall, SharesPurchased};
use crate::shared::tokens::{Tokens, require_plain};
use crate::shared::*;
use crate::state::{Issuer, PaymentMint};

/// What both sides agree to.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct PurchaseSharesArgs {
    /// Raw units to mint.
    pub amount: u64,
    /// For one whole share, base units of the payment token, without the fee.
    pub price: u64,
    /// The most that the investor pays, the fee included, base units of the payment token.
    pub max_payment: u64,
    /// The multiplier that both believe to be in force, 18 decimals.
    pub expected_multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Mints to the investor and moves the payment to the treasury, both sides signing. The same accounts of
/// custodians follow as in `mint_shares`.
#[event_cpi]
#[derive(Accounts)]
pub struct PurchaseShares<'info> {
    /// The minter's member.
    #[account(address = issue.minter.member @ IssuerError::NotMinter)]
    pub actor: Signer<'info>,
    /// The investor.
    pub investor: Signer<'info>,
    /// What is issued, and how much of it may be.
    pub issue: Issue<'info>,
    /// The asset's issuer, whose treasury is paid.
    #[account(address = issue.asset.issuer)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The record of the investor's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The investor's token account, for the shares.
    #[account(
        mut,
        token::mint = issue.mint,
        token::token_program = issue.token_program,
        constraint = destination.owner == investor.key() @ IssuerError::NotTokenAccountOwner,
    )]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// That the asset is paid with this token.
    #[account(
        constraint = payment_listing.asset == issue.asset.key() @ IssuerError::PaymentMintNotAccepted,
        constraint = payment_listing.mint == payment_mint.key() @ IssuerError::PaymentMintNotAccepted,
        constraint = payment_listing.accepted @ IssuerError::PaymentMintNotAccepted,
    )]
    pub payment_listing: Box<Account<'info, PaymentMint>>,
    /// The payment token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The investor's account of the payment token.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = payment_source.owner == investor.key() @ IssuerError::NotTokenAccountOwner,
    )]
    pub payment_source: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the treasury, for the payment.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = treasury_account.owner == issuer.treasury @ IssuerError::NotTreasuryAccount,
    )]
    pub treasury_account: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> PurchaseShares<'info> {
    fn validate(&self, args: &PurchaseSharesArgs, now: i64) -> Result<Quote> {
        require_plain(&self.payment_mint.to_account_info())?;
        let asset = &self.issue.asset;
        let multiplier = asset.track()?.at(now);
        let in_force = multiplier.scaled();
        require_eq!(args.expected_multiplier, in_force, IssuerError::MultiplierMoved);
        let quote = purchase(args.amount, multiplier, args.price, asset.purchase_fee_bps);
        let quote = quote.map_err(IssuerError::from)?;
        let total = quote.total().map_err(IssuerError::from)?;
        if total > args.max_payment {
            msg!("payment {}, at most {}", total, args.max_payment);
            return err!(IssuerError::PriceBeyondLimit);
        }
        self.issue.admit(&self.holder, &self.destination, args.amount, now)?;
        Ok(quote)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: PurchaseSharesArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let quote = ctx.accounts.validate(&args, now)?;
        let drawn = ctx.accounts.issue.draw(args.amount, ctx.remaining_accounts, now)?;
        let accounts = &*ctx.accounts;
        let tokens = Tokens {
            from: accounts.payment_source.to_account_info(),
            mint: accounts.payment_mint.to_account_info(),
            to: accounts.treasury_account.to_account_info(),
            authority: accounts.investor.to_account_info(),
            program: accounts.payment_token_program.key(),
            decimals: accounts.payment_mint.decimals,
        };
        tokens.transfer(quote.total().map_err(IssuerError::from)?, &[], None)?;
        accounts.issue.mint_to(accounts.destination.to_account_info(), args.amount)?;
        if let Some(backing) = drawn.shortfall {
            emit_cpi!(ReserveShortfall::new(&accounts.issue.asset, &backing));
        }
        emit_cpi!(SharesPurchased {
            asset: accounts.issue.asset.key(),
            investor: accounts.investor.key(),
            actor: accounts.actor.key(),
            checker: accounts.issue.checker_key(),
            payment_mint: accounts.payment_mint.key(),
            amount: args.amount,
            price: args.price,
            value: quote.value,
            fee: quote.fee,
            old_supply: drawn.old_supply,
            new_supply: drawn.new_supply,
            multiplier: args.expected_multiplier,
            reference: args.reference,
        });
        Ok(())
    }
}
