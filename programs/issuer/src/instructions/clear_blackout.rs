//! Clearing the blackout of a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi;

use crate::events::BlackoutChanged;
use crate::shared::PolicyByRole;
use crate::state::PERMISSION_CORPORATE_ACTIONS;

/// Clears the blackout, also one that is over.
pub(crate) fn clear_blackout(ctx: Context<PolicyByRole>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.role.require(PERMISSION_CORPORATE_ACTIONS)?;
    let seeds = accounts.asset.signer_seeds();
    let signer = &[&seeds[..]];
    let change = accounts.change_policy();
    cpi::clear_blackout(CpiContext::new_with_signer(scrip_transfer_hook::ID, change, signer))?;
    emit_cpi!(BlackoutChanged {
        asset: accounts.asset.key(),
        actor: accounts.actor.key(),
        from: 0,
        until: 0,
    });
    Ok(())
}
