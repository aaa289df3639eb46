//! Resuming the trading in a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi;

use crate::events::TradingResumed;
use crate::shared::PolicyByRole;
use crate::state::PERMISSION_RESUME;

/// Ends a halt of the trading in a share.
pub(crate) fn resume(ctx: Context<PolicyByRole>) -> Result<()> {
    let accounts = &*ctx.accounts;
    accounts.call(PERMISSION_RESUME, cpi::resume)?;
    emit_cpi!(TradingResumed { asset: accounts.asset.key(), actor: accounts.actor.key() });
    Ok(())
}
