//! The accounts that deposits, swaps and withdrawals take alike, and how tokens move between them. All that a share
//! asks of a pool beyond an ordinary token is in [`Market::move_shares`].

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::{
    Mint, TokenAccount, TokenInterface, TransferChecked, transfer_checked,
};
use scrip_client::cpi::{HookAccounts, ShareTransfer};

use crate::error::PoolError;
use crate::math::Reserves;
use crate::payment::require_plain;
use crate::state::Pool;

/// Whether tokens go into the pool or come out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    In,
    Out,
}

/// A pool, and the accounts of whoever deals with it. The five accounts of the share's transfer hook follow as
/// remaining accounts.
#[derive(Accounts)]
pub struct Market<'info> {
    /// Who deals with the pool.
    pub owner: Signer<'info>,
    /// The pool.
    #[account(
        has_one = share_mint,
        has_one = payment_mint,
        has_one = share_vault,
        has_one = payment_vault,
    )]
    pub pool: Box<Account<'info, Pool>>,
    /// The share.
    /// CHECK: the pool names it, and it was a share's mint when the pool was opened.
    pub share_mint: UncheckedAccount<'info>,
    /// The payment token.
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The pool's shares.
    #[account(mut)]
    pub share_vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The pool's payment.
    #[account(mut)]
    pub payment_vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The owner's shares. Never the vault: Token-2022 does not ask the hook about a transfer of an account to
    /// itself, so that the other side could leave the pool while shares stand still.
    /// CHECK: Token-2022 checks mint and authority.
    #[account(mut, constraint = share_account.key() != share_vault.key() @ PoolError::OwnVault)]
    pub share_account: UncheckedAccount<'info>,
    /// The owner's payment.
    /// CHECK: the token program checks mint and authority.
    #[account(mut, constraint = payment_account.key() != payment_vault.key() @ PoolError::OwnVault)]
    pub payment_account: UncheckedAccount<'info>,
    /// Moves shares, and mints and burns liquidity tokens.
    pub share_program: Program<'info, Token2022>,
    /// Moves payment: Token or Token-2022.
    #[account(address = *payment_mint.to_account_info().owner)]
    pub payment_program: Interface<'info, TokenInterface>,
}

impl<'info> Market<'info> {
    /// What the pool holds. Whatever somebody sends to a vault, a dividend among it, belongs to the pool.
    pub(crate) fn reserves(&self) -> Reserves {
        Reserves { shares: self.share_vault.amount, payment: self.payment_vault.amount }
    }

    /// Reads the vaults again, after tokens have moved.
    pub(crate) fn reload(&mut self) -> Result<Reserves> {
        self.share_vault.reload()?;
        self.payment_vault.reload()?;
        Ok(self.reserves())
    }

    /// Fails unless what is sent of the payment token is what arrives.
    pub(crate) fn require_plain_payment(&self) -> Result<()> {
        require_plain(&self.payment_mint.to_account_info())
    }

    /// A transfer of shares into the pool or out of it. `hook` are the remaining accounts of the instruction, of
    /// which the client puts the sender's record before the recipient's.
    pub(crate) fn shares(
        &self,
        way: Way,
        hook: &[AccountInfo<'info>],
    ) -> Result<ShareTransfer<'info>> {
        let (from, to, authority) = self.ends(way, &self.share_account, &self.share_vault);
        let (mint, hook) = (self.share_mint.to_account_info(), HookAccounts::from_remaining(hook)?);
        Ok(ShareTransfer { from, mint, to, authority, hook })
    }

    /// Moves raw units of the share. Fails with the hook's code if it refuses.
    pub(crate) fn move_shares(
        &self,
        way: Way,
        raw: u64,
        hook: &[AccountInfo<'info>],
    ) -> Result<()> {
        // The owner has signed the instruction; its seeds stand for the pool's signature.
        self.shares(way, hook)?.send(raw, &[&self.pool.signer_seeds()])
    }

    /// Moves base units of the payment token.
    pub(crate) fn move_payment(&self, way: Way, amount: u64) -> Result<()> {
        let (from, to, authority) = self.ends(way, &self.payment_account, &self.payment_vault);
        let mint = self.payment_mint.to_account_info();
        let accounts = TransferChecked { from, mint, to, authority };
        let seeds = self.pool.signer_seeds();
        let signer = &[&seeds[..]];
        let program = self.payment_program.key();
        let context = CpiContext::new_with_signer(program, accounts, signer);
        transfer_checked(context, amount, self.payment_mint.decimals)
    }

    fn ends(
        &self,
        way: Way,
        account: &UncheckedAccount<'info>,
        vault: &InterfaceAccount<'info, TokenAccount>,
    ) -> (AccountInfo<'info>, AccountInfo<'info>, AccountInfo<'info>) {
        let (account, vault) = (account.to_account_info(), vault.to_account_info());
        match way {
            Way::In => (account, vault, self.owner.to_account_info()),
            Way::Out => (vault, account, self.pool.to_account_info()),
        }
    }
}
