//! Resuming the trading in a mint.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::PolicyResumed;
use crate::shared::ChangePolicy;
use crate::state::check_policy;

/// Ends a halt, also one that has run out.
pub(crate) fn resume(ctx: Context<ChangePolicy>) -> Result<()> {
    let accounts = ctx.accounts;
    let (mint, old_reason) = {
        let mut policy = accounts.write()?;
        let old_reason = policy.halt_reason;
        ensure!(old_reason != 0, HookError::NotHalted);
        policy.halt_reason = 0;
        policy.halted_until = 0;
        check_policy(&policy)?;
        (policy.mint, old_reason)
    };
    emit(
        &accounts.event_authority,
        &PolicyResumed { policy: accounts.policy.key(), mint, old_reason },
    )
}
