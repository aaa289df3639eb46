//! Proposing another authority of a registry: the first of two steps.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::RegistryAuthorityProposed;
use crate::own::{same, write};
use crate::shared::ChangeRegistry;
use crate::state::Registry;

/// Proposes an authority, replaces the one proposed, or takes the proposal back (all zeros).
pub(crate) fn propose_registry_authority(
    ctx: Context<ChangeRegistry>,
    proposed: Pubkey,
) -> Result<()> {
    let accounts = ctx.accounts;
    let old = {
        let mut registry = write::<Registry>(&accounts.registry)?;
        same(&registry.authority, accounts.signer.key, HookError::NotRegistryAuthority)?;
        core::mem::replace(&mut registry.pending_authority, proposed)
    };
    emit(
        &accounts.event_authority,
        &RegistryAuthorityProposed {
            registry: accounts.registry.key(),
            authority: accounts.signer.key(),
            old_pending: old,
            new_pending: proposed,
        },
    )
}
