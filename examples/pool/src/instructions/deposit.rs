//! Putting shares and payment into a pool.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::{MintTo, mint_to};
use anchor_spl::token_interface::Mint;
use scrip_client::cpi::{Multiplier, ScripIssuer, assert_multiplier};

use crate::error::PoolError;
use crate::events::Deposited;
use crate::market::*;

/// What may be taken, and for what.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct DepositArgs {
    /// The most that is put in, raw units.
    pub max_shares: u64,
    /// The most that is put in, base units of the payment token. The first deposit puts in both as they are, and
    /// so sets the price; later ones put in what the ratio of the reserves asks for.
    pub max_payment: u64,
    /// The least that is minted, base units of liquidity tokens.
    pub min_liquidity: u64,
    /// Shares for each raw unit that the amounts were computed with, 18 decimals.
    pub expected_multiplier: u128,
}

/// Puts shares and payment into a pool. Refused while shares stand still, as every transfer is.
#[derive(Accounts)]
pub struct Deposit<'info> {
    /// The pool and the depositor.
    pub market: Market<'info>,
    /// Mint of the liquidity tokens.
    #[account(mut, address = market.pool.liquidity_mint)]
    pub liquidity_mint: Box<InterfaceAccount<'info, Mint>>,
    /// Gets the liquidity tokens.
    /// CHECK: Token-2022 checks the mint.
    #[account(mut)]
    pub liquidity_account: UncheckedAccount<'info>,
    /// The asset of the share.
    /// CHECK: the issuer program checks it.
    #[account(address = market.pool.asset)]
    pub asset: UncheckedAccount<'info>,
    /// Knows the multiplier.
    pub issuer_program: Program<'info, ScripIssuer>,
}

impl<'info> Deposit<'info> {
    /// A depositor thinks in shares and signs raw units: after a split the same raw units are other shares.
    fn validate(&self, args: &DepositArgs) -> Result<()> {
        self.market.require_plain_payment()?;
        let expected = Multiplier::from_scaled(args.expected_multiplier);
        let expected = expected.map_err(|_| PoolError::MultiplierMoved)?;
        assert_multiplier(&self.asset, &self.market.share_mint, expected)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: DepositArgs) -> Result<()> {
        let accounts = &*ctx.accounts;
        accounts.validate(&args)?;
        let market = &accounts.market;
        let supply = accounts.liquidity_mint.supply;
        let deposit = market.reserves().deposit(supply, args.max_shares, args.max_payment)?;
        require!(deposit.liquidity >= args.min_liquidity, PoolError::BelowMinimum);
        market.move_shares(Way::In, deposit.shares, ctx.remaining_accounts)?;
        market.move_payment(Way::In, deposit.payment)?;
        accounts.mint(deposit.liquidity)?;
        emit!(Deposited {
            pool: market.pool.key(),
            owner: market.owner.key(),
            shares: deposit.shares,
            payment: deposit.payment,
            liquidity: deposit.liquidity,
        });
        Ok(())
    }

    fn mint(&self, liquidity: u64) -> Result<()> {
        let accounts = MintTo {
            mint: self.liquidity_mint.to_account_info(),
            to: self.liquidity_account.to_account_info(),
            authority: self.market.pool.to_account_info(),
        };
        let seeds = self.market.pool.signer_seeds();
        let signer = &[&seeds[..]];
        let context = CpiContext::new_with_signer(anchor_spl::token_2022::ID, accounts, signer);
        mint_to(context, liquidity)
    }
}
