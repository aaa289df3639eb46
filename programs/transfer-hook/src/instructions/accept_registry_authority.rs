//! Accepting the authority of a registry: the second of two steps.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::RegistryAuthorityAccepted;
use crate::shared::ChangeRegistry;

pub(crate) fn accept_registry_authority(ctx: Context<ChangeRegistry>) -> Result<()> {
    let accounts = ctx.accounts;
    let new = accounts.signer.key();
    let old = {
        let mut registry = accounts.registry.load_mut()?;
        ensure!(registry.pending_authority == new, HookError::NotPendingAuthority);
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
