//! Halting the trading in a mint.

use anchor_lang::prelude::*;
use scrip_rules::policy::HaltReason;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::PolicyHalted;
use crate::shared::ChangePolicy;
use crate::state::check_policy;

/// Why, and until when.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct HaltArgs {
    /// News pending (1), regulatory (2), primary market (3), operational (4).
    pub reason: u8,
    /// When trading resumes by itself, unix seconds; 0: only when it is resumed.
    pub until: i64,
}

fn validate(args: &HaltArgs) -> Result<()> {
    ensure!(HaltReason::from_byte(args.reason).is_some(), HookError::UnknownHaltReason);
    let ends_later = args.until == 0 || args.until > Clock::get()?.unix_timestamp;
    ensure!(ends_later, HookError::HaltEndsInThePast);
    Ok(())
}

/// Halts trading, or replaces the reason and end of a halt.
pub(crate) fn halt(ctx: Context<ChangePolicy>, args: HaltArgs) -> Result<()> {
    validate(&args)?;
    let accounts = ctx.accounts;
    let (mint, old_reason, old_until) = {
        let mut policy = accounts.write()?;
        let old = (policy.mint, policy.halt_reason, policy.halted_until);
        policy.halt_reason = args.reason;
        policy.halted_until = args.until;
        check_policy(&policy)?;
        old
    };
    emit(
        &accounts.event_authority,
        &PolicyHalted {
            policy: accounts.policy.key(),
            mint,
            old_reason,
            new_reason: args.reason,
            old_until,
            new_until: args.until,
        },
    )
}
