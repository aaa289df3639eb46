//! Redeeming shares.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::{Burn, Token2022, burn};
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::events::SharesRedeemed;
use crate::seeds;
use crate::shared::register::admit_giver;
use crate::state::{Asset, PERMISSION_REDEEM, Role};

/// How much, and against which payment.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct RedeemSharesArgs {
    /// Raw units to burn.
    pub amount: u64,
    /// Hash of the payment order that the holder is paid by.
    pub payment_reference: [u8; 32],
}

/// Burns raw units of a holder, with the signatures of both. A trading halt does not stop it, a
/// blackout or a pause does.
#[event_cpi]
#[derive(Accounts)]
pub struct RedeemShares<'info> {
    /// A member of staff with the permission to redeem.
    pub actor: Signer<'info>,
    /// The holder, who owns the token account.
    pub owner: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
    /// The asset.
    #[account(has_one = mint, has_one = policy)]
    pub asset: Account<'info, Asset>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: InterfaceAccount<'info, Mint>,
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
    pub source: InterfaceAccount<'info, TokenAccount>,
    /// Burns.
    pub token_program: Program<'info, Token2022>,
}

impl RedeemShares<'_> {
    fn validate(&self, args: &RedeemSharesArgs, now: i64) -> Result<()> {
        self.role.require(PERMISSION_REDEEM)?;
        self.asset.require_open()?;
        admit_giver(&self.policy, &self.holder, self.owner.key, now)?;
        require!(args.amount > 0, IssuerError::ZeroAmount);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: RedeemSharesArgs) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &*ctx.accounts;
        accounts.validate(&args, now)?;
        let burn_accounts = Burn {
            mint: accounts.mint.to_account_info(),
            from: accounts.source.to_account_info(),
            authority: accounts.owner.to_account_info(),
        };
        burn(CpiContext::new(anchor_spl::token_2022::ID, burn_accounts), args.amount)?;
        let old_supply = accounts.mint.supply;
        emit_cpi!(SharesRedeemed {
            asset: accounts.asset.key(),
            holder: accounts.owner.key(),
            actor: accounts.actor.key(),
            amount: args.amount,
            old_supply,
            // The burn has succeeded, so the supply was at least the amount.
            new_supply: old_supply.saturating_sub(args.amount),
            multiplier: accounts.asset.track()?.at(now).scaled(),
            payment_reference: args.payment_reference,
        });
        Ok(())
    }
}
