//! Replacing the facts of a wallet's record.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use super::onboard_holder::HolderDetails;
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderUpdated;
use crate::shared::ChangeRecord;
use crate::state::{PERMISSION_ONBOARD, check_holder};

/// Replaces the facts. A record that rested on an attestation is the registrar's from now on.
pub(crate) fn update_holder(ctx: Context<ChangeRecord>, details: HolderDetails) -> Result<()> {
    let accounts = ctx.accounts;
    let (old, new) = {
        let (mut holder, now) = accounts.write(PERMISSION_ONBOARD)?;
        details.validate(now)?;
        ensure!(holder.kind == HolderKind::Wallet as u8, HookError::NotAWallet);
        let old = *holder;
        details.write(&mut holder);
        check_holder(&holder)?;
        (old, *holder)
    };
    emit(&accounts.event_authority, &HolderUpdated::new(&old, &new, accounts.officer.key()))
}
