//! Paying for shares in escrow.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::settlement::{Quote, redemption};

use crate::error::IssuerError;
use crate::events::RedemptionSettled;
use crate::shared::tokens::{Tokens, require_plain};
use crate::shared::*;
use crate::state::Issuer;

/// How much is settled, and at which price.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct SettleRedemptionArgs {
    /// Raw units to burn.
    pub amount: u64,
    /// For one whole share, base units of the payment token, before the fee.
    pub price: u64,
    /// The multiplier that the caller believes to be in force, 18 decimals.
    pub expected_multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Burns shares in escrow and pays their owner, in one step. A trading halt does not stop it, a blackout or a
/// pause does.
#[event_cpi]
#[derive(Accounts)]
pub struct SettleRedemption<'info> {
    /// What is burnt, and who says so.
    pub escrowed: BurnEscrow<'info>,
    /// Who pays: the owner or the delegate of the account that the payment comes from.
    pub payment_authority: Signer<'info>,
    /// The asset's issuer, whose treasury gets the fee.
    #[account(address = escrowed.asset.issuer)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The payment token's mint: the one that the owner asked for.
    #[account(
        address = escrowed.redemption.payment_mint @ IssuerError::EscrowMismatch,
        mint::token_program = payment_token_program,
    )]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// Where the payment comes from. Not from the owner, not even by a delegate that the owner once named.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = payment_source.owner != escrowed.redemption.owner @ IssuerError::PaidByOwner,
    )]
    pub payment_source: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the owner, for the payment.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = payment_destination.owner == escrowed.redemption.owner
            @ IssuerError::NotTokenAccountOwner,
    )]
    pub payment_destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the treasury, for the fee; may be the one that the payment comes from.
    #[account(
        mut,
        dup,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = treasury_account.owner == issuer.treasury @ IssuerError::NotTreasuryAccount,
    )]
    pub treasury_account: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> SettleRedemption<'info> {
    fn validate(&self, args: &SettleRedemptionArgs, now: i64) -> Result<Quote> {
        self.escrowed.validate(args.amount, now)?;
        require_plain(&self.payment_mint.to_account_info())?;
        let (asset, request) = (&self.escrowed.asset, &self.escrowed.redemption);
        let multiplier = asset.track()?.at(now);
        let in_force = multiplier.scaled();
        require_eq!(args.expected_multiplier, in_force, IssuerError::MultiplierMoved);
        request.limit()?.at_least(args.price, multiplier).map_err(|error| {
            msg!("price {}, multiplier {}", args.price, in_force);
            msg!("at least {}, when it was {}", request.min_price, request.multiplier);
            IssuerError::from(error)
        })?;
        let fee_bps = asset.redemption_fee_bps.min(request.fee_bps);
        let quote = redemption(args.amount, multiplier, args.price, fee_bps);
        let quote = quote.map_err(IssuerError::from)?;
        // Pieces that are worth less than a unit would be burnt for nothing.
        require!(quote.value > 0, IssuerError::ZeroAmount);
        Ok(quote)
    }

    pub(crate) fn handle(ctx: Context<Self>, args: SettleRedemptionArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let quote = ctx.accounts.validate(&args, now)?;
        ctx.accounts.count_payment(args.amount, quote.net())?;
        let old_supply = ctx.accounts.escrowed.mint.supply;
        let (burnt, last) = ctx.accounts.escrowed.burn(args.amount)?;
        let accounts = &*ctx.accounts;
        accounts.pay(accounts.payment_destination.to_account_info(), quote.net())?;
        accounts.pay(accounts.treasury_account.to_account_info(), quote.fee)?;
        emit_cpi!(RedemptionSettled {
            asset: accounts.escrowed.asset.key(),
            redemption: accounts.escrowed.redemption.key(),
            owner: accounts.escrowed.redemption.owner,
            actor: accounts.escrowed.actor.key(),
            payment_mint: accounts.payment_mint.key(),
            amount: args.amount,
            price: args.price,
            value: quote.value,
            fee: quote.fee,
            last,
            old_supply,
            // The burn has succeeded, so the supply was at least that.
            new_supply: old_supply.saturating_sub(burnt),
            multiplier: args.expected_multiplier,
            reference: args.reference,
        });
        Ok(())
    }

    /// Counts what the owner gets, and fails if it is too little for all that is settled.
    fn count_payment(&mut self, amount: u64, net: u64) -> Result<()> {
        let request = &mut self.escrowed.redemption;
        let paid = request.paid.checked_add(net).ok_or(IssuerError::AmountOverflow)?;
        let settled = request.settled.checked_add(amount).ok_or(IssuerError::AmountOverflow)?;
        request.limit()?.paid_at_least(paid, settled, request.fee_bps).map_err(|error| {
            msg!("paid in all {}, for {} raw units", paid, settled);
            IssuerError::from(error)
        })?;
        request.paid = paid;
        Ok(())
    }

    fn pay(&self, to: AccountInfo<'info>, amount: u64) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let tokens = Tokens {
            from: self.payment_source.to_account_info(),
            mint: self.payment_mint.to_account_info(),
            to,
            authority: self.payment_authority.to_account_info(),
            program: self.payment_token_program.key(),
            decimals: self.payment_mint.decimals,
        };
        tokens.transfer(amount, &[], None)
    }
}
