//! Closing an asset.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::spl_token_2022::instruction::AuthorityType;
use anchor_spl::token_2022::{SetAuthority, set_authority};

use crate::error::IssuerError;
use crate::events::AssetStatusChanged;
use crate::shared::ChangeStatus;
use crate::state::AssetStatus;

/// Closes an asset of which nothing is left, and gives the mint authority up. Its accounts stay: they are
/// the history.
pub(crate) fn close_asset(ctx: Context<ChangeStatus>, reference: [u8; 32]) -> Result<()> {
    let accounts = &mut *ctx.accounts;
    let winding = accounts.asset.status == AssetStatus::WindingDown as u8;
    require!(winding, IssuerError::NotWindingDown);
    let supply = accounts.mint.supply;
    if supply > 0 {
        msg!("supply {}", supply);
        return err!(IssuerError::SupplyLeft);
    }
    let old = core::mem::replace(&mut accounts.asset.status, AssetStatus::Closed as u8);
    accounts.asset.invariant()?;
    let authority = SetAuthority {
        current_authority: accounts.asset.to_account_info(),
        account_or_mint: accounts.mint.to_account_info(),
    };
    let seeds = accounts.asset.signer_seeds();
    let signer = &[&seeds[..]];
    let context = CpiContext::new_with_signer(anchor_spl::token_2022::ID, authority, signer);
    set_authority(context, AuthorityType::MintTokens, None)?;
    emit_cpi!(AssetStatusChanged {
        asset: ctx.accounts.asset.key(),
        actor: ctx.accounts.admin.key(),
        old,
        new: AssetStatus::Closed as u8,
        reference,
    });
    Ok(())
}
