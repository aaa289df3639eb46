//! Clearing the blackout of a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi;

use crate::events::BlackoutChanged;
use crate::shared::PolicyByRole;
use crate::state::PERMISSION_CORPORATE_ACTIONS;

/// Clears the blackout, also one that is over.
pub(crate) fn clear_blackout(ctx: Context<PolicyByRole>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.call(PERMISSION_CORPORATE_ACTIONS, cpi::clear_blackout)?;
    emit_cpi!(BlackoutChanged {
        asset: accounts.asset.key(),
        actor: accounts.actor.key(),
        from: 0,
        until: 0,
    });
    Ok(())
}
