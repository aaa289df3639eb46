//! Proposing another authority of a registry: the first of two steps.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::RegistryAuthorityProposed;
use crate::shared::ChangeRegistry;

/// Proposes an authority, replaces the one proposed, or takes the proposal back (`None`).
pub(crate) fn propose_registry_authority(
    ctx: Context<ChangeRegistry>,
    proposed: Option<Pubkey>,
) -> Result<()> {
    let accounts = ctx.accounts;
    let new = proposed.unwrap_or_default();
    let old = {
        let mut registry = accounts.registry.load_mut()?;
        ensure!(registry.authority == accounts.signer.key(), HookError::NotRegistryAuthority);
        core::mem::replace(&mut registry.pending_authority, new)
    };
    emit(
        &accounts.event_authority,
        &RegistryAuthorityProposed {
            registry: accounts.registry.key(),
            authority: accounts.signer.key(),
            old_pending: old,
            new_pending: new,
        },
    )
}
