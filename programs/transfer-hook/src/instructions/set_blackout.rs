//! Setting the window around a corporate action in which an asset stands still.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::BlackoutSet;
use crate::shared::ChangePolicy;
use crate::state::check_policy;

/// The window.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct BlackoutArgs {
    /// Its first second, unix seconds. May lie in the past.
    pub from: i64,
    /// The second after it, unix seconds.
    pub until: i64,
}

/// Sets the blackout, or replaces the one that is set.
pub(crate) fn set_blackout(ctx: Context<ChangePolicy>, args: BlackoutArgs) -> Result<()> {
    let now = Clock::get()?.unix_timestamp;
    ensure!(args.from < args.until && now < args.until, HookError::BlackoutMalformed);
    write_blackout(ctx, args)
}

/// Writes the blackout and tells of it.
pub(super) fn write_blackout(ctx: Context<ChangePolicy>, new: BlackoutArgs) -> Result<()> {
    let accounts = ctx.accounts;
    let (mint, old_from, old_until) = {
        let mut policy = accounts.write()?;
        let old = (policy.mint, policy.blackout_from, policy.blackout_until);
        policy.blackout_from = new.from;
        policy.blackout_until = new.until;
        check_policy(&policy)?;
        old
    };
    emit(
        &accounts.event_authority,
        &BlackoutSet {
            policy: accounts.policy.key(),
            mint,
            old_from,
            new_from: new.from,
            old_until,
            new_until: new.until,
        },
    )
}
