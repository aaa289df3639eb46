//! Resuming the trading in a mint.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::events::PolicyResumed;
use crate::state::Policy;

/// Ends a halt, also one that has run out.
#[event_cpi]
#[derive(Accounts)]
pub struct Resume<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    #[account(mut, has_one = authority @ HookError::NotPolicyAuthority)]
    pub policy: AccountLoader<'info, Policy>,
}

impl Resume<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let (mint, old_reason) = {
            let mut policy = ctx.accounts.policy.load_mut()?;
            let old_reason = policy.halt_reason;
            require!(old_reason != 0, HookError::NotHalted);
            policy.halt_reason = 0;
            policy.halted_until = 0;
            policy.invariant()?;
            (policy.mint, old_reason)
        };
        emit_cpi!(PolicyResumed { policy: ctx.accounts.policy.key(), mint, old_reason });
        Ok(())
    }
}
