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
    accounts.call(PERMISSION_CORPORATE_ACTIONS, |policy| cpi::set_blackout(policy, args))?;
    emit_cpi!(BlackoutChanged {
        asset: accounts.asset.key(),
        actor: accounts.actor.key(),
        from: args.from,
        until: args.until,
    });
    Ok(())
}
