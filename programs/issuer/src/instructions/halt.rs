//! Halting the trading in a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::{HaltArgs, cpi};

use crate::events::TradingHalted;
use crate::shared::PolicyByRole;
use crate::state::PERMISSION_HALT;

/// Why, and until when.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct HaltTradingArgs {
    /// News pending (1), regulatory (2), primary market (3), operational (4).
    pub reason: u8,
    /// When trading resumes by itself, unix seconds; 0: only when it is resumed.
    pub until: i64,
}

/// Halts the trading in a share: the hook then refuses transfers. Reason and end are checked by the
/// transfer-hook program, which stores them.
pub(crate) fn halt(ctx: Context<PolicyByRole>, args: HaltTradingArgs) -> Result<()> {
    let accounts = &*ctx.accounts;
    let HaltTradingArgs { reason, until } = args;
    accounts.call(PERMISSION_HALT, |policy| cpi::halt(policy, HaltArgs { reason, until }))?;
    emit_cpi!(TradingHalted {
        asset: accounts.asset.key(),
        actor: accounts.actor.key(),
        reason,
        until,
    });
    Ok(())
}
