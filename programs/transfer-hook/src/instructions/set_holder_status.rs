//! Suspending, reinstating, revoking and sanctioning.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderStatusChanged;
use crate::own::read;
use crate::shared::ChangeRecord;
use crate::state::{Holder, PERMISSION_SUSPEND, PERMISSION_VENUES, check_holder};

/// The standing from now on, and why.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct StatusArgs {
    /// Active (1), suspended (2), revoked (3), sanctioned (4).
    pub status: u8,
    /// Hash of the file that the decision rests on.
    pub case_reference: [u8; 32],
}

/// What a registrar must be permitted to change the standing of a record.
fn permission_for(holder: &Holder) -> u8 {
    if holder.kind == HolderKind::Venue as u8 { PERMISSION_VENUES } else { PERMISSION_SUSPEND }
}

/// Changes the standing of a record. Takes effect with the next transfer.
pub(crate) fn set_holder_status(ctx: Context<ChangeRecord>, args: StatusArgs) -> Result<()> {
    let accounts = ctx.accounts;
    let permission = permission_for(&*read::<Holder>(&accounts.holder)?);
    let (wallet, old) = {
        let (mut holder, _) = accounts.write(permission)?;
        let old = HolderStatus::from_byte(holder.status).ok_or(HookError::InvariantViolated)?;
        let new = HolderStatus::from_byte(args.status).ok_or(HookError::UnknownStatus)?;
        ensure!(old.may_become(new), HookError::StatusChangeRefused);
        holder.status = args.status;
        check_holder(&holder)?;
        (holder.wallet, old)
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
