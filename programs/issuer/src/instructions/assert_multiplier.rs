//! Making a transaction fail if the multiplier is not the expected one.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::Mint;

use crate::error::IssuerError;
use crate::state::Asset;
use crate::token_2022::require_written_by_us;

/// Fails unless the multiplier in force is the expected one. For wallets and venues to prepend to what they
/// computed with it: changes nothing, needs no signature.
#[derive(Accounts)]
pub struct AssertMultiplier<'info> {
    /// The asset.
    #[account(has_one = mint)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    pub mint: Box<InterfaceAccount<'info, Mint>>,
}

impl AssertMultiplier<'_> {
    pub(crate) fn handle(ctx: Context<Self>, expected: u128) -> Result<()> {
        let track = ctx.accounts.asset.track()?;
        require_written_by_us(&ctx.accounts.mint.to_account_info(), &track)?;
        let now = Clock::get()?.unix_timestamp;
        let in_force = track.at(now);
        if in_force.scaled() != expected {
            msg!("multiplier {}, since {}", in_force, ctx.accounts.asset.in_force_since(now)?);
            msg!("expected {} x 10^-18", expected);
            return err!(IssuerError::MultiplierMoved);
        }
        Ok(())
    }
}
