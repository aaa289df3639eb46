//! Setting the window around a corporate action in which a share stands still.

use anchor_lang::prelude::*;
use scrip_transfer_hook::{BlackoutArgs, cpi};

use crate::events::BlackoutChanged;
use crate::shared::PolicyByRole;
use crate::state::PERMISSION_CORPORATE_ACTIONS;

/// Sets the blackout, or replaces the one that is set: no transfers, no minting, no redemption. The window
/// is checked by the transfer-hook program, which stores it.
pub(crate) fn set_blackout(ctx: Context<PolicyByRole>, args: BlackoutArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.role.require(PERMISSION_CORPORATE_ACTIONS)?;
    let seeds = accounts.asset.signer_seeds();
    let signer = &[&seeds[..]];
    let change = accounts.change_policy();
    let context = CpiContext::new_with_signer(scrip_transfer_hook::ID, change, signer);
    cpi::set_blackout(context, args)?;
    emit_cpi!(BlackoutChanged {
        asset: accounts.asset.key(),
        actor: accounts.actor.key(),
        from: args.from,
        until: args.until,
    });
    Ok(())
}
