//! Paying one claim of a distribution.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};
use scrip_rules::merkle::{self, Leaf};
use scrip_transfer_hook::state::Policy;

use super::open_claim_page::sha256;
use crate::error::IssuerError;
use crate::events::Claimed;
use crate::shared::register::{admit_payee, admit_receiver};
use crate::shared::tokens::{Tokens, require_associated};
use crate::state::{Asset, ClaimPage, Payout};

/// The claim, and its proof.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct ClaimArgs {
    /// Position in the tree.
    pub index: u32,
    /// Raw units held at the record date.
    pub raw: u64,
    /// Base units of the token, before tax.
    pub gross: u64,
    /// Base units withheld of them.
    pub withheld: u64,
    /// Bump of the owner's associated token account.
    pub destination_bump: u8,
    /// Siblings from the leaf up to the page's root.
    pub proof: Vec<[u8; 32]>,
}

/// Pays one claim to the associated token account of its owner. Anybody can send it: the owner need not sign,
/// but must have a live record; until then the claim waits. For shares, accounts of their transfer hook
/// follow.
#[event_cpi]
#[derive(Accounts)]
pub struct Claim<'info> {
    /// Whose claim it is.
    /// CHECK: the leaf of the tree names it.
    pub owner: UncheckedAccount<'info>,
    /// The distribution.
    #[account(
        has_one = paying_asset @ IssuerError::PayoutMismatch,
        has_one = payment_mint @ IssuerError::PayoutMismatch,
        has_one = vault @ IssuerError::PayoutMismatch,
    )]
    pub payout: Box<Account<'info, Payout>>,
    /// The page of the claim.
    #[account(mut, has_one = payout @ IssuerError::PayoutMismatch)]
    pub page: AccountLoader<'info, ClaimPage>,
    /// The asset that owns the vault.
    #[account(has_one = policy)]
    pub paying_asset: Box<Account<'info, Asset>>,
    /// That asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the owner.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The vault.
    #[account(mut)]
    pub vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The owner's associated token account.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = destination.owner == owner.key() @ IssuerError::NotTokenAccountOwner,
    )]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> Claim<'info> {
    /// Returns what is paid.
    fn validate(&self, args: &ClaimArgs, now: i64) -> Result<u64> {
        let payout = &self.payout;
        payout.require_paying(now)?;
        self.prove(args)?;
        let net = args.gross.checked_sub(args.withheld).ok_or(IssuerError::ProofInvalid)?;
        let destination = &self.destination;
        require_associated(
            &destination.key(),
            self.owner.key,
            &payout.payment_mint,
            self.payment_token_program.key,
            args.destination_bump,
        )?;
        if payout.multiplier == 0 {
            admit_payee(&self.policy, &self.holder, self.owner.key, now)?;
        } else {
            let after = destination.amount.saturating_add(net);
            admit_receiver(&self.policy, &self.holder, self.owner.key, after, now)?;
        }
        Ok(net)
    }

    fn prove(&self, args: &ClaimArgs) -> Result<()> {
        let payout = &self.payout;
        let depth = merkle::depth(payout.leaves).ok_or(IssuerError::PayoutMismatch)?;
        let leaf = Leaf {
            payout: payout.key().to_bytes(),
            index: args.index,
            owner: self.owner.key.to_bytes(),
            raw: args.raw,
            gross: args.gross,
            withheld: args.withheld,
        };
        let page = self.page.load()?;
        require_eq!(merkle::page_of(args.index), page.index, IssuerError::PayoutMismatch);
        let proved = args.index < payout.leaves
            && merkle::verify_leaf(&sha256, &page.root, depth, &leaf, &args.proof);
        if !proved {
            msg!("claim {}, proof of {} hashes", args.index, args.proof.len());
            return err!(IssuerError::ProofInvalid);
        }
        Ok(())
    }

    fn pay(&self, amount: u64, further: &[AccountInfo<'info>]) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let tokens = Tokens {
            from: self.vault.to_account_info(),
            mint: self.payment_mint.to_account_info(),
            to: self.destination.to_account_info(),
            authority: self.paying_asset.to_account_info(),
            program: self.payment_token_program.key(),
            decimals: self.payment_mint.decimals,
        };
        tokens.transfer(amount, further, Some(&self.paying_asset))
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: ClaimArgs) -> Result<()> {
        let accounts = &*ctx.accounts;
        let net = accounts.validate(&args, Clock::get()?.unix_timestamp)?;
        {
            let mut page = accounts.page.load_mut()?;
            page.mark(args.index)?;
            page.paid = page.paid.checked_add(net).ok_or(IssuerError::AmountOverflow)?;
        }
        accounts.pay(net, ctx.remaining_accounts)?;
        emit_cpi!(Claimed {
            payout: accounts.payout.key(),
            owner: accounts.owner.key(),
            index: args.index,
            raw: args.raw,
            gross: args.gross,
            withheld: args.withheld,
        });
        Ok(())
    }
}
