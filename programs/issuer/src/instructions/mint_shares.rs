//! Minting shares against custody.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::{MintTo, Token2022, mint_to};
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_rules::issuance::supply_after_mint;
use scrip_rules::refusal::Refusal;
use scrip_transfer_hook::state::Policy;

use crate::error::{IssuerError, refused};
use crate::events::SharesMinted;
use crate::seeds;
use crate::state::{Asset, PERMISSION_MINT, Role};

/// Mints raw units to a holder. A trading halt does not stop it, a blackout or a pause does.
#[event_cpi]
#[derive(Accounts)]
pub struct MintShares<'info> {
    /// A member of staff with the permission to mint.
    pub actor: Signer<'info>,
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
    /// The record of the recipient's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The recipient's token account.
    #[account(mut, token::mint = mint, token::token_program = token_program)]
    pub destination: InterfaceAccount<'info, TokenAccount>,
    /// Mints.
    pub token_program: Program<'info, Token2022>,
}

impl MintShares<'_> {
    /// Returns the supply after the mint.
    fn validate(&self, amount: u64, now: i64) -> Result<u64> {
        self.role.require(PERMISSION_MINT)?;
        let policy = self.policy.load()?;
        if policy.facts().blackout.in_force(now) {
            return Err(refused(Refusal::Blackout));
        }
        policy
            .admit(&self.holder, &self.destination.owner, now)
            .map_err(|fault| refused(Refusal::of_destination(fault)))?;
        let (supply, cap) = (self.mint.supply, self.asset.supply_cap);
        supply_after_mint(supply, amount, cap).map_err(|error| {
            msg!("supply {}, amount {}, cap {}, raw units", supply, amount, cap);
            IssuerError::from(error).into()
        })
    }

    pub(crate) fn handle(ctx: Context<Self>, amount: u64) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &*ctx.accounts;
        let new_supply = accounts.validate(amount, now)?;
        let mint_accounts = MintTo {
            mint: accounts.mint.to_account_info(),
            to: accounts.destination.to_account_info(),
            authority: accounts.asset.to_account_info(),
        };
        let seeds = accounts.asset.signer_seeds();
        let signer = &[&seeds[..]];
        let context =
            CpiContext::new_with_signer(anchor_spl::token_2022::ID, mint_accounts, signer);
        mint_to(context, amount)?;
        emit_cpi!(SharesMinted {
            asset: accounts.asset.key(),
            recipient: accounts.destination.owner,
            actor: accounts.actor.key(),
            amount,
            old_supply: accounts.mint.supply,
            new_supply,
            multiplier: accounts.asset.track()?.at(now).scaled(),
        });
        Ok(())
    }
}
