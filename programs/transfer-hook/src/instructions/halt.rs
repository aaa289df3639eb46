//! Halting the trading in a mint.

use anchor_lang::prelude::*;
use scrip_rules::policy::HaltReason;

use crate::error::HookError;
use crate::events::PolicyHalted;
use crate::state::Policy;

/// Why, and until when.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct HaltArgs {
    /// News pending (1), regulatory (2), primary market (3), operational (4).
    pub reason: u8,
    /// When trading resumes by itself, unix seconds; 0: only when it is resumed.
    pub until: i64,
}

/// Halts trading, or replaces the reason and end of a halt.
#[event_cpi]
#[derive(Accounts)]
pub struct Halt<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    #[account(mut, has_one = authority @ HookError::NotPolicyAuthority)]
    pub policy: AccountLoader<'info, Policy>,
}

impl Halt<'_> {
    fn validate(args: &HaltArgs) -> Result<()> {
        require!(HaltReason::from_byte(args.reason).is_some(), HookError::UnknownHaltReason);
        let ends_later = args.until == 0 || args.until > Clock::get()?.unix_timestamp;
        require!(ends_later, HookError::HaltEndsInThePast);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: HaltArgs) -> Result<()> {
        Self::validate(&args)?;
        let old = {
            let mut policy = ctx.accounts.policy.load_mut()?;
            let old = *policy;
            policy.halt_reason = args.reason;
            policy.halted_until = args.until;
            policy.invariant()?;
            old
        };
        emit_cpi!(PolicyHalted {
            policy: ctx.accounts.policy.key(),
            mint: old.mint,
            old_reason: old.halt_reason,
            new_reason: args.reason,
            old_until: old.halted_until,
            new_until: args.until,
        });
        Ok(())
    }
}
