//! Minting shares to several holders at once.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;

use crate::error::IssuerError;
use crate::events::{BatchMinted, Minted, ReserveShortfall};
use crate::shared::*;

/// How much for whom, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug)]
pub struct MintBatchArgs {
    /// Raw units, one for each recipient.
    pub amounts: Vec<u64>,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Mints to several holders: all, or none. For each recipient a pair of record and token account follows;
/// after them, where the asset looks at reserves, the pairs that `mint_shares` takes.
#[event_cpi]
#[derive(Accounts)]
pub struct MintBatch<'info> {
    /// The minter's member.
    #[account(address = issue.minter.member @ IssuerError::NotMinter)]
    pub actor: Signer<'info>,
    /// What is issued, and how much of it may be.
    pub issue: Issue<'info>,
}

impl<'info> MintBatch<'info> {
    /// Splits the accounts into those of recipients and those of custodians.
    fn validate(
        args: &MintBatchArgs,
        accounts: &'info [AccountInfo<'info>],
    ) -> Result<(&'info [AccountInfo<'info>], &'info [AccountInfo<'info>])> {
        require!(!args.amounts.is_empty(), IssuerError::BatchAccounts);
        let split = accounts.split_at_checked(args.amounts.len().saturating_mul(2));
        Ok(split.ok_or(IssuerError::BatchAccounts)?)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: MintBatchArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let (recipients, custody) = Self::validate(&args, ctx.remaining_accounts)?;
        let total = args.amounts.iter().try_fold(0u64, |sum, amount| sum.checked_add(*amount));
        let total = total.ok_or(IssuerError::AmountOverflow)?;
        let drawn = ctx.accounts.issue.draw(total, custody, now)?;
        let issue = &ctx.accounts.issue;
        let mut mints = Vec::with_capacity(args.amounts.len());
        for (pair, amount) in recipients.chunks_exact(2).zip(&args.amounts) {
            mints.push(mint_one(issue, pair, *amount, now)?);
        }
        if let Some(backing) = drawn.shortfall {
            emit_cpi!(ReserveShortfall::new(&ctx.accounts.issue.asset, &backing));
        }
        emit_cpi!(BatchMinted {
            asset: ctx.accounts.issue.asset.key(),
            actor: ctx.accounts.actor.key(),
            checker: ctx.accounts.issue.checker_key(),
            mints,
            old_supply: drawn.old_supply,
            new_supply: drawn.new_supply,
            multiplier: drawn.multiplier.scaled(),
            reference: args.reference,
        });
        Ok(())
    }
}

/// Judges a recipient by its account as it stands now, so that one that comes twice is judged by the sum.
fn mint_one<'info>(
    issue: &Issue<'info>,
    pair: &'info [AccountInfo<'info>],
    amount: u64,
    now: i64,
) -> Result<Minted> {
    let [holder, account] = pair else {
        return err!(IssuerError::BatchAccounts);
    };
    require!(amount > 0, IssuerError::ZeroAmount);
    let destination = InterfaceAccount::<TokenAccount>::try_from(account)?;
    require_keys_eq!(destination.mint, issue.asset.mint, IssuerError::BatchAccounts);
    issue.admit(holder, &destination, amount, now)?;
    issue.mint_to(account.clone(), amount)?;
    Ok(Minted { recipient: destination.owner, amount })
}
