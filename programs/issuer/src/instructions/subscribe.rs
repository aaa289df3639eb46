//! Opening a subscription.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::settlement::check_deadline;
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::events::SubscriptionOpened;
use crate::seeds;
use crate::shared::register::admit_payee;
use crate::shared::tokens::{NewEscrow, Tokens, require_plain};
use crate::state::{Asset, PaymentMint, SUBSCRIPTION_VERSION, Subscription};

/// What an investor offers.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct SubscribeArgs {
    /// Chosen by the investor: each open subscription to an asset has another.
    pub id: u64,
    /// Base units of the payment token to put into escrow, the fee included.
    pub amount: u64,
    /// The most for one whole share as it is now, base units of the payment token, without the fee. A split
    /// divides it.
    pub limit_price: u64,
    /// From this second on the investor may take back what is left, unix seconds.
    pub deadline: i64,
}

/// Puts an investor's cash into escrow, for the issuer to deliver shares against.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: SubscribeArgs)]
pub struct Subscribe<'info> {
    /// The investor, who owns the payment account and will own the shares.
    pub investor: Signer<'info>,
    /// Pays the rent, and gets it back.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset.
    #[account(has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the investor's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// That the asset is paid with this token.
    #[account(
        has_one = asset,
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
    /// The subscription to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Subscription::INIT_SPACE,
        seeds = [
            seeds::SUBSCRIPTION,
            asset.key().as_ref(),
            investor.key().as_ref(),
            &args.id.to_le_bytes(),
        ],
        bump,
    )]
    pub subscription: Box<Account<'info, Subscription>>,
    /// The escrow to create, which the asset owns.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::ESCROW, subscription.key().as_ref()], bump)]
    pub payment_escrow: UncheckedAccount<'info>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl Subscribe<'_> {
    fn validate(&self, args: &SubscribeArgs, now: i64) -> Result<()> {
        self.asset.require_active()?;
        require!(args.amount > 0 && args.limit_price > 0, IssuerError::ZeroAmount);
        require_plain(&self.payment_mint.to_account_info())?;
        let window = self.asset.settlement_window;
        check_deadline(args.deadline, window, now).map_err(IssuerError::from)?;
        admit_payee(&self.policy, &self.holder, self.investor.key, now)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: SubscribeArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        accounts.validate(&args, now)?;
        let subscription = accounts.subscription.key();
        accounts.subscription.set_inner(Subscription {
            version: SUBSCRIPTION_VERSION,
            bump: ctx.bumps.subscription,
            asset: accounts.asset.key(),
            investor: accounts.investor.key(),
            id: args.id,
            payment_mint: accounts.payment_mint.key(),
            escrow_bump: ctx.bumps.payment_escrow,
            limit_price: args.limit_price,
            multiplier: accounts.asset.track()?.at(now).scaled(),
            fee_bps: accounts.asset.purchase_fee_bps,
            deposited: args.amount,
            spent: 0,
            filled: 0,
            deadline: args.deadline,
            rent_payer: accounts.payer.key(),
        });
        let escrow = NewEscrow {
            payer: accounts.payer.to_account_info(),
            escrow: accounts.payment_escrow.to_account_info(),
            mint: accounts.payment_mint.to_account_info(),
            owner: accounts.asset.key(),
            program: accounts.payment_token_program.key(),
            seeds: &[seeds::ESCROW, subscription.as_ref(), &[ctx.bumps.payment_escrow]],
        };
        escrow.open()?;
        let tokens = Tokens {
            from: accounts.payment_source.to_account_info(),
            mint: accounts.payment_mint.to_account_info(),
            to: accounts.payment_escrow.to_account_info(),
            authority: accounts.investor.to_account_info(),
            program: accounts.payment_token_program.key(),
            decimals: accounts.payment_mint.decimals,
        };
        tokens.transfer(args.amount, &[], None)?;
        emit_cpi!(SubscriptionOpened {
            asset: ctx.accounts.asset.key(),
            subscription,
            investor: ctx.accounts.investor.key(),
            payment_mint: ctx.accounts.payment_mint.key(),
            amount: args.amount,
            limit_price: args.limit_price,
            fee_bps: ctx.accounts.subscription.fee_bps,
            deadline: args.deadline,
        });
        Ok(())
    }
}
