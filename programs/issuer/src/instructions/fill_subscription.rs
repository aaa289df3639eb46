//! Delivering shares against a subscription's payment.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::settlement::{Quote, purchase};

use crate::error::IssuerError;
use crate::events::{ReserveShortfall, SubscriptionFilled};
use crate::shared::tokens::{Tokens, close_escrow, require_plain};
use crate::shared::*;
use crate::state::{Issuer, Subscription};

/// How much is delivered, and at which price.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct FillSubscriptionArgs {
    /// Raw units to mint.
    pub amount: u64,
    /// For one whole share, base units of the payment token, without the fee.
    pub price: u64,
    /// The multiplier that the caller believes to be in force, 18 decimals.
    pub expected_multiplier: u128,
    /// Whether this is the last fill: what is left then goes back to the investor, and the escrow is closed.
    /// One that leaves nothing is the last in any case.
    pub last: bool,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Mints to the investor and moves the payment to the treasury, in one step. The same accounts of custodians
/// follow as in `mint_shares`.
#[event_cpi]
#[derive(Accounts)]
pub struct FillSubscription<'info> {
    /// The minter's member.
    #[account(address = issue.minter.member @ IssuerError::NotMinter)]
    pub actor: Signer<'info>,
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
        constraint = destination.owner == subscription.investor @ IssuerError::NotTokenAccountOwner,
    )]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The subscription.
    #[account(
        mut,
        constraint = subscription.asset == issue.asset.key() @ IssuerError::EscrowMismatch,
        has_one = payment_mint @ IssuerError::EscrowMismatch,
    )]
    pub subscription: Box<Account<'info, Subscription>>,
    /// The subscription's escrow.
    #[account(
        mut,
        seeds = [crate::seeds::ESCROW, subscription.key().as_ref()],
        bump = subscription.escrow_bump,
    )]
    pub payment_escrow: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The payment token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// A token account of the treasury, for the payment.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = treasury_account.owner == issuer.treasury @ IssuerError::NotTreasuryAccount,
    )]
    pub treasury_account: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the investor, for what is left after the last fill.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = refund.owner == subscription.investor @ IssuerError::NotTokenAccountOwner,
    )]
    pub refund: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back after the last fill.
    /// CHECK: only receives lamports.
    #[account(mut, address = subscription.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> FillSubscription<'info> {
    fn validate(&self, args: &FillSubscriptionArgs, now: i64) -> Result<Quote> {
        let subscription = &self.subscription;
        require_plain(&self.payment_mint.to_account_info())?;
        let multiplier = self.issue.asset.track()?.at(now);
        let in_force = multiplier.scaled();
        require_eq!(args.expected_multiplier, in_force, IssuerError::MultiplierMoved);
        subscription.limit()?.at_most(args.price, multiplier).map_err(|error| {
            msg!("price {}, multiplier {}", args.price, in_force);
            msg!("at most {}, when it was {}", subscription.limit_price, subscription.multiplier);
            IssuerError::from(error)
        })?;
        let fee_bps = self.issue.asset.purchase_fee_bps.min(subscription.fee_bps);
        let quote = purchase(args.amount, multiplier, args.price, fee_bps);
        let quote = quote.map_err(IssuerError::from)?;
        let total = quote.total().map_err(IssuerError::from)?;
        if total > subscription.remaining() {
            msg!("payment {}, left in escrow {}", total, subscription.remaining());
            return err!(IssuerError::OverEscrow);
        }
        self.issue.admit(&self.holder, &self.destination, args.amount, now)?;
        Ok(quote)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: FillSubscriptionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let quote = ctx.accounts.validate(&args, now)?;
        let drawn = ctx.accounts.issue.draw(args.amount, ctx.remaining_accounts, now)?;
        let total = quote.total().map_err(IssuerError::from)?;
        let accounts = &mut *ctx.accounts;
        let subscription = &mut accounts.subscription;
        let spent = subscription.spent.checked_add(total).ok_or(IssuerError::AmountOverflow)?;
        let filled =
            subscription.filled.checked_add(args.amount).ok_or(IssuerError::AmountOverflow)?;
        let limit = subscription.limit()?;
        limit.paid_at_most(spent, filled, subscription.fee_bps).map_err(|error| {
            msg!("paid in all {}, for {} raw units", spent, filled);
            IssuerError::from(error)
        })?;
        subscription.spent = spent;
        subscription.filled = filled;
        let accounts = &*ctx.accounts;
        accounts.issue.mint_to(accounts.destination.to_account_info(), args.amount)?;
        accounts.pay(accounts.treasury_account.to_account_info(), total)?;
        let last = args.last || accounts.subscription.remaining() == 0;
        let returned = if last { accounts.close(total)? } else { 0 };
        if let Some(backing) = drawn.shortfall {
            emit_cpi!(ReserveShortfall::new(&accounts.issue.asset, &backing));
        }
        emit_cpi!(SubscriptionFilled {
            asset: accounts.issue.asset.key(),
            subscription: accounts.subscription.key(),
            investor: accounts.subscription.investor,
            actor: accounts.actor.key(),
            checker: accounts.issue.checker_key(),
            amount: args.amount,
            price: args.price,
            value: quote.value,
            fee: quote.fee,
            returned,
            last,
            old_supply: drawn.old_supply,
            new_supply: drawn.new_supply,
            multiplier: args.expected_multiplier,
            reference: args.reference,
        });
        Ok(())
    }

    fn pay(&self, to: AccountInfo<'info>, amount: u64) -> Result<()> {
        let tokens = Tokens {
            from: self.payment_escrow.to_account_info(),
            mint: self.payment_mint.to_account_info(),
            to,
            authority: self.issue.asset.to_account_info(),
            program: self.payment_token_program.key(),
            decimals: self.payment_mint.decimals,
        };
        tokens.transfer(amount, &[], Some(&self.issue.asset))
    }

    /// Returns all that is left, also what strangers sent to the escrow, and closes it.
    fn close(&self, paid: u64) -> Result<u64> {
        let left = self.payment_escrow.amount.saturating_sub(paid);
        if left > 0 {
            self.pay(self.refund.to_account_info(), left)?;
        }
        close_escrow(
            self.payment_escrow.to_account_info(),
            self.rent_receiver.to_account_info(),
            &self.issue.asset,
            self.payment_token_program.key,
        )?;
        self.subscription.close(self.rent_receiver.to_account_info())?;
        Ok(left)
    }
}
