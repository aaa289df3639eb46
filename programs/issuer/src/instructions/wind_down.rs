//! Winding an asset down.

use anchor_lang::prelude::*;

use crate::events::AssetStatusChanged;
use crate::shared::ChangeStatus;
use crate::state::AssetStatus;

/// Ends the issue of shares for ever. Holders go on to redeem and to transfer, so that what lies in venues
/// finds back to somebody who can redeem it.
pub(crate) fn wind_down(ctx: Context<ChangeStatus>, reference: [u8; 32]) -> Result<()> {
    let asset = &mut ctx.accounts.asset;
    asset.require_active()?;
    let old = core::mem::replace(&mut asset.status, AssetStatus::WindingDown as u8);
    asset.invariant()?;
    emit_cpi!(AssetStatusChanged {
        asset: ctx.accounts.asset.key(),
        actor: ctx.accounts.admin.key(),
        old,
        new: AssetStatus::WindingDown as u8,
        reference,
    });
    Ok(())
}
