//! The authority of a registry.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::own::{read, same};
use crate::state::Registry;

/// Fails unless this is the registry's authority.
#[inline(never)]
pub(crate) fn require_authority(authority: &Signer<'_>, registry: &AccountInfo<'_>) -> Result<()> {
    same(&read::<Registry>(registry)?.authority, authority.key, HookError::NotRegistryAuthority)
}
