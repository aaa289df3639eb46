//! Giving shares up for what a merger, an exchange offer, a liquidation or a delisting brings.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::entitlement::other_shares;
use scrip_rules::holder::HolderKind;
use scrip_rules::multiplier::Rounding;
use scrip_rules::settlement::SHARE;
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::events::SharesExchanged;
use crate::shared::register::{admit_giver, admit_receiver};
use crate::shared::tokens::{Tokens, burn_shares, require_canonical};
use crate::state::{Asset, CorporateAction, Payout};

/// Burns raw units and pays what the action brings for them, in one step. The owner signs; what a merger or a
/// liquidation brings, anybody may bring a wallet that does not, for all that it holds. For shares, accounts of
/// their transfer hook follow.
#[event_cpi]
#[derive(Accounts)]
pub struct ExchangeShares<'info> {
    /// The holder.
    /// CHECK: a signer, or one to whom a mandatory exchange is brought.
    pub owner: UncheckedAccount<'info>,
    /// The asset.
    #[account(has_one = mint, has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the holder's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The holder's token account.
    #[account(
        mut,
        token::mint = mint,
        token::token_program = token_program,
        has_one = owner @ IssuerError::NotTokenAccountOwner,
    )]
    pub source: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The action.
    #[account(has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// If the action brings cash: the payout.
    #[account(
        mut,
        has_one = action @ IssuerError::PayoutMismatch,
        constraint = cash_payout.paying_asset == asset.key() @ IssuerError::PayoutMismatch,
        constraint = cash_payout.multiplier == 0 @ IssuerError::PayoutMismatch,
    )]
    pub cash_payout: Option<Box<Account<'info, Payout>>>,
    /// The payment token's mint.
    pub cash_mint: Option<Box<InterfaceAccount<'info, Mint>>>,
    /// The payout's vault.
    #[account(mut)]
    pub cash_vault: Option<Box<InterfaceAccount<'info, TokenAccount>>>,
    /// A token account of the holder, for the cash.
    #[account(mut)]
    pub cash_destination: Option<Box<InterfaceAccount<'info, TokenAccount>>>,
    /// Token or Token-2022.
    pub cash_token_program: Option<Interface<'info, TokenInterface>>,
    /// If the action brings shares: the payout.
    #[account(
        mut,
        has_one = action @ IssuerError::PayoutMismatch,
        constraint = share_payout.multiplier != 0 @ IssuerError::PayoutMismatch,
    )]
    pub share_payout: Option<Box<Account<'info, Payout>>>,
    /// The asset that the shares are of.
    pub share_asset: Option<Box<Account<'info, Asset>>>,
    /// That asset's policy.
    pub share_policy: Option<AccountLoader<'info, Policy>>,
    /// That asset's mint.
    pub share_mint: Option<Box<InterfaceAccount<'info, Mint>>>,
    /// The payout's vault.
    #[account(mut)]
    pub share_vault: Option<Box<InterfaceAccount<'info, TokenAccount>>>,
    /// A token account of the holder, for the shares.
    #[account(mut)]
    pub share_destination: Option<Box<InterfaceAccount<'info, TokenAccount>>>,
    /// Burns, and moves shares.
    pub token_program: Program<'info, Token2022>,
}

/// What the action brings for some raw units.
#[derive(Clone, Copy)]
struct Brought {
    cash: u64,
    shares: u64,
}

impl<'info> ExchangeShares<'info> {
    fn validate(&self, amount: u64, now: i64) -> Result<Brought> {
        require!(amount > 0, IssuerError::ZeroAmount);
        self.action.require_due(now)?;
        require!(self.action.terms.form().is_exchange(), IssuerError::WrongForm);
        let kind = admit_giver(&self.policy, &self.holder, self.owner.key, now)?;
        self.validate_consent(amount, kind)?;
        let brought = self.brought(amount)?;
        // What is left in somebody's account and worth less than a unit must not keep the asset from its end.
        let nothing = brought.cash == 0 && brought.shares == 0;
        require!(!nothing || !self.owner.is_signer, IssuerError::ZeroAmount);
        self.validate_cash(now)?;
        self.validate_shares(brought.shares, now)?;
        Ok(brought)
    }

    /// Who does not sign is brought what a mandatory exchange brings: all of it, and to a wallet. A venue's
    /// program would not know what became of its tokens.
    fn validate_consent(&self, amount: u64, kind: HolderKind) -> Result<()> {
        if self.owner.is_signer {
            return Ok(());
        }
        let mandatory = self.action.kind()?.is_mandatory_exchange();
        require!(mandatory, IssuerError::OwnerMustSign);
        require!(kind == HolderKind::Wallet, IssuerError::OwnerMustSign);
        require_eq!(amount, self.source.amount, IssuerError::PushedInPart);
        Ok(())
    }

    /// What `amount` raw units bring, each rounded down.
    fn brought(&self, amount: u64) -> Result<Brought> {
        let (terms, basis) = (&self.action.terms, self.action.basis()?);
        let cash = match terms.price() {
            Some((_, price)) => basis
                .value_of(amount, price, SHARE, Rounding::Down)
                .ok_or(IssuerError::AmountOverflow)?,
            None => 0,
        };
        let shares = match terms.other_shares() {
            Some((_, ratio)) => {
                let payout = given(self.share_payout.as_ref())?;
                other_shares(amount, basis, ratio, payout.multiplier()?)
                    .ok_or(IssuerError::AmountOverflow)?
            }
            None => 0,
        };
        Ok(Brought { cash, shares })
    }

    fn validate_cash(&self, now: i64) -> Result<()> {
        let Some((token, _)) = self.action.terms.price() else { return Ok(()) };
        let payout = given(self.cash_payout.as_ref())?;
        payout.require_paying(now)?;
        let mint = given(self.cash_mint.as_ref())?.key();
        let vault = given(self.cash_vault.as_ref())?.key();
        let ours = token == mint && payout.payment_mint == mint && payout.vault == vault;
        require!(ours, IssuerError::PayoutMismatch);
        let program = given(self.cash_token_program.as_ref())?.key();
        self.validate_destination(given(self.cash_destination.as_ref())?, &mint, &program)
    }

    fn validate_shares(&self, shares: u64, now: i64) -> Result<()> {
        let Some((token, _)) = self.action.terms.other_shares() else { return Ok(()) };
        let payout = given(self.share_payout.as_ref())?;
        payout.require_paying(now)?;
        let asset = given(self.share_asset.as_ref())?;
        let mint = given(self.share_mint.as_ref())?.key();
        let vault = given(self.share_vault.as_ref())?.key();
        let policy = given(self.share_policy.as_ref())?;
        let ours = token == mint
            && payout.paying_asset == asset.key()
            && payout.payment_mint == mint
            && payout.vault == vault
            && asset.policy == policy.key();
        require!(ours, IssuerError::PayoutMismatch);
        let destination = given(self.share_destination.as_ref())?;
        self.validate_destination(destination, &mint, self.token_program.key)?;
        let after = destination.amount.saturating_add(shares);
        admit_receiver(policy, &self.holder, self.owner.key, after, now)
    }

    /// Any account of a holder who signs; else the one where wallets look.
    fn validate_destination(
        &self,
        destination: &InterfaceAccount<'info, TokenAccount>,
        mint: &Pubkey,
        program: &Pubkey,
    ) -> Result<()> {
        let owner = self.owner.key;
        require_keys_eq!(destination.owner, *owner, IssuerError::NotTokenAccountOwner);
        if self.owner.is_signer {
            return Ok(());
        }
        require_canonical(&destination.key(), owner, mint, program)
    }

    fn pay_cash(&mut self, amount: u64) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let mint = given(self.cash_mint.as_ref())?;
        let tokens = Tokens {
            from: given(self.cash_vault.as_ref())?.to_account_info(),
            mint: mint.to_account_info(),
            to: given(self.cash_destination.as_ref())?.to_account_info(),
            authority: self.asset.to_account_info(),
            program: given(self.cash_token_program.as_ref())?.key(),
            decimals: mint.decimals,
        };
        tokens.transfer(amount, &[], Some(&self.asset))?;
        count(given(self.cash_payout.as_mut())?, amount)
    }

    fn pay_shares(&mut self, amount: u64, further: &[AccountInfo<'info>]) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let (asset, mint) = (given(self.share_asset.as_ref())?, given(self.share_mint.as_ref())?);
        let tokens = Tokens {
            from: given(self.share_vault.as_ref())?.to_account_info(),
            mint: mint.to_account_info(),
            to: given(self.share_destination.as_ref())?.to_account_info(),
            authority: asset.to_account_info(),
            program: anchor_spl::token_2022::ID,
            decimals: mint.decimals,
        };
        let policy = given(self.share_policy.as_ref())?.to_account_info();
        let extra = [&[policy, self.holder.to_account_info()], further].concat();
        tokens.transfer(amount, &extra, Some(asset))?;
        count(given(self.share_payout.as_mut())?, amount)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, amount: u64) -> Result<()> {
        let accounts = &mut *ctx.accounts;
        let brought = accounts.validate(amount, Clock::get()?.unix_timestamp)?;
        let from = accounts.source.to_account_info();
        burn_shares(&accounts.mint, from, &accounts.asset, amount)?;
        accounts.pay_cash(brought.cash)?;
        accounts.pay_shares(brought.shares, ctx.remaining_accounts)?;
        let accounts = &*ctx.accounts;
        let old_supply = accounts.mint.supply;
        emit_cpi!(SharesExchanged {
            asset: accounts.asset.key(),
            action: accounts.action.key(),
            owner: accounts.owner.key(),
            by_owner: accounts.owner.is_signer,
            amount,
            cash: brought.cash,
            shares: brought.shares,
            old_supply,
            // The burn has succeeded, so the supply was at least the amount.
            new_supply: old_supply.saturating_sub(amount),
        });
        Ok(())
    }
}

/// The account, or an error that says that the action brings what it is for.
fn given<T>(account: Option<T>) -> Result<T> {
    account.ok_or(error!(IssuerError::PayoutMissing))
}

fn count(payout: &mut Account<'_, Payout>, amount: u64) -> Result<()> {
    payout.paid = payout.paid.checked_add(amount).ok_or(IssuerError::AmountOverflow)?;
    payout.invariant()
}
