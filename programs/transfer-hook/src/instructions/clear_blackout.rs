//! Clearing the blackout of an asset.

use anchor_lang::prelude::*;

use super::set_blackout::{BlackoutArgs, write_blackout};
use crate::error::{HookError, ensure};
use crate::shared::ChangePolicy;

/// Clears the blackout, also one that is over.
pub(crate) fn clear_blackout(ctx: Context<ChangePolicy>) -> Result<()> {
    let until = ctx.accounts.write()?.blackout_until;
    ensure!(until != 0, HookError::NoBlackout);
    write_blackout(ctx, BlackoutArgs { from: 0, until: 0 })
}
