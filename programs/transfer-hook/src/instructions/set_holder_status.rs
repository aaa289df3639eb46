//! Suspending, reinstating, revoking and sanctioning.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderStatusChanged;
use crate::shared::ChangeRecord;
use crate::state::{PERMISSION_SUSPEND, PERMISSION_VENUES, check_holder};

/// The standing from now on, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct StatusArgs {
    /// Active (1), suspended (2), revoked (3), sanctioned (4).
    pub status: u8,
    /// Hash of the file that the decision rests on.
    pub case_reference: [u8; 32],
}

impl ChangeRecord<'_> {
    /// Returns the status that the record has now.
    fn validate_status(&self, status: u8) -> Result<HolderStatus> {
        let facts = self.holder.load()?.facts().ok_or(HookError::InvariantViolated)?;
        let permission = match facts.kind {
            HolderKind::Wallet => PERMISSION_SUSPEND,
            HolderKind::Venue => PERMISSION_VENUES,
        };
        self.registrar.load()?.require(permission, Clock::get()?.unix_timestamp)?;
        let next = HolderStatus::from_byte(status).ok_or(HookError::UnknownStatus)?;
        ensure!(facts.status.may_become(next), HookError::StatusChangeRefused);
        Ok(facts.status)
    }
}

/// Changes the standing of a record. Takes effect with the next transfer.
pub(crate) fn set_holder_status(ctx: Context<ChangeRecord>, args: StatusArgs) -> Result<()> {
    let accounts = ctx.accounts;
    let old = accounts.validate_status(args.status)?;
    let wallet = {
        let mut holder = accounts.holder.load_mut()?;
        holder.status = args.status;
        check_holder(&holder)?;
        holder.wallet
    };
    emit(
        &accounts.event_authority,
        &HolderStatusChanged {
            registry: accounts.registry.key(),
            wallet,
            actor: accounts.officer.key(),
            old_status: old as u8,
            new_status: args.status,
            case_reference: args.case_reference,
        },
    )
}
