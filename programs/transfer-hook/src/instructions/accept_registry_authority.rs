//! Accepting the authority of a registry: the second of two steps.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::RegistryAuthorityAccepted;
use crate::own::{same, write};
use crate::shared::ChangeRegistry;
use crate::state::Registry;

pub(crate) fn accept_registry_authority(ctx: Context<ChangeRegistry>) -> Result<()> {
    let accounts = ctx.accounts;
    let new = accounts.signer.key();
    let old = {
        let mut registry = write::<Registry>(&accounts.registry)?;
        same(&registry.pending_authority, &new, HookError::NotPendingAuthority)?;
        registry.pending_authority = Pubkey::default();
        core::mem::replace(&mut registry.authority, new)
    };
    emit(
        &accounts.event_authority,
        &RegistryAuthorityAccepted {
            registry: accounts.registry.key(),
            old_authority: old,
            new_authority: new,
        },
    )
}
