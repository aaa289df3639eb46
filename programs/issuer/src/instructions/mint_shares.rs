//! Minting shares against custody.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;
use scrip_rules::issuance;

use crate::error::IssuerError;
use crate::events::{ReserveShortfall, SharesMinted};
use crate::shared::*;

/// How much is asked for.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Raw units.
    Raw {
        /// Raw units.
        amount: u64,
    },
    /// Shares, rounded down to raw units at the multiplier in force.
    Shares {
        /// Base units of shares: 100,000,000 are one share.
        shares: u64,
        /// The multiplier that the caller believes to be in force, 18 decimals.
        expected_multiplier: u128,
    },
}

impl From<Quantity> for issuance::Quantity {
    fn from(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Raw { amount } => Self::Raw(amount),
            Quantity::Shares { shares, expected_multiplier } => {
                Self::Shares { shares, expected: expected_multiplier }
            }
        }
    }
}

/// How much, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct MintSharesArgs {
    /// How much.
    pub quantity: Quantity,
    /// Case reference.
    pub reference: [u8; 32],
}

/// Mints to a holder. A trading halt does not stop it, a blackout or a pause does. Where the asset looks at
/// reserves, pairs of `Custodian` and `ReserveAttestation` follow, in ascending order of the custodians' keys.
#[event_cpi]
#[derive(Accounts)]
pub struct MintShares<'info> {
    /// The minter's member.
    #[account(address = issue.minter.member @ IssuerError::NotMinter)]
    pub actor: Signer<'info>,
    /// What is issued, and how much of it may be.
    pub issue: Issue<'info>,
    /// The record of the recipient's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The recipient's token account.
    #[account(mut, token::mint = issue.mint, token::token_program = issue.token_program)]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
}

impl<'info> MintShares<'info> {
    /// Returns the raw units.
    fn validate(&self, args: &MintSharesArgs, now: i64) -> Result<u64> {
        let multiplier = self.issue.asset.track()?.at(now);
        let quantity = issuance::Quantity::from(args.quantity);
        let raw = quantity.to_raw(multiplier).map_err(IssuerError::from)?;
        self.issue.admit(&self.holder, &self.destination, raw, now)?;
        Ok(raw)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: MintSharesArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let raw = ctx.accounts.validate(&args, now)?;
        let drawn = ctx.accounts.issue.draw(raw, ctx.remaining_accounts, now)?;
        let accounts = &*ctx.accounts;
        accounts.issue.mint_to(accounts.destination.to_account_info(), raw)?;
        if let Some(backing) = drawn.shortfall {
            emit_cpi!(ReserveShortfall::new(&accounts.issue.asset, &backing));
        }
        emit_cpi!(SharesMinted {
            asset: accounts.issue.asset.key(),
            recipient: accounts.destination.owner,
            actor: accounts.actor.key(),
            checker: accounts.issue.checker_key(),
            amount: raw,
            old_supply: drawn.old_supply,
            new_supply: drawn.new_supply,
            multiplier: drawn.multiplier.scaled(),
            reference: args.reference,
        });
        Ok(())
    }
}
