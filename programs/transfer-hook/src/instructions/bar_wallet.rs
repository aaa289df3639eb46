//! Barring a wallet that is not on the register, which matters where no record is needed to hold.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderStatus;

use super::set_holder_status::StatusArgs;
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderStatusChanged;
use crate::shared::{NewRecord, blank_record, create_record};
use crate::state::PERMISSION_SUSPEND;

/// Creates a record that bars the wallet and says nothing else of it.
pub(crate) fn bar_wallet(ctx: Context<NewRecord>, wallet: Pubkey, args: StatusArgs) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.require(PERMISSION_SUSPEND)?;
    let status = HolderStatus::from_byte(args.status).ok_or(HookError::UnknownStatus)?;
    ensure!(status != HolderStatus::Active, HookError::StatusChangeRefused);
    let mut record = blank_record(accounts.registry.key, &wallet);
    record.status = args.status;
    create_record(&accounts.payer, &accounts.holder, &mut record)?;
    accounts.count(1)?;
    emit(
        &accounts.event_authority,
        &HolderStatusChanged {
            registry: accounts.registry.key(),
            wallet,
            actor: accounts.officer.key(),
            old_status: 0,
            new_status: args.status,
            case_reference: args.case_reference,
        },
    )
}
