//! Trusting a credential no longer.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::CredentialDistrusted;
use crate::own::{read, same};
use crate::shared::require_authority;
use crate::state::{Registry, TrustedCredential};

/// Trusts a credential no longer: nothing more is imported, and anybody may bring the end of the trust into
/// the records that rest on it.
#[derive(Accounts)]
pub struct DistrustCredential<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry.
    #[cfg_attr(feature = "idl-build", account(has_one = authority))]
    pub registry: AccountLoader<'info, Registry>,
    /// The account to close.
    #[account(mut, close = rent_receiver)]
    #[cfg_attr(feature = "idl-build", account(has_one = registry))]
    pub trusted_credential: AccountLoader<'info, TrustedCredential>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn distrust_credential(ctx: Context<DistrustCredential>) -> Result<()> {
    let accounts = ctx.accounts;
    require_authority(&accounts.authority, accounts.registry.as_ref())?;
    let old = *read::<TrustedCredential>(&accounts.trusted_credential)?;
    same(&old.registry, &accounts.registry.key(), HookError::OtherRegistry)?;
    emit(
        &accounts.event_authority,
        &CredentialDistrusted {
            registry: old.registry,
            actor: accounts.authority.key(),
            number: old.number,
            credential: old.credential,
            schema: old.schema,
        },
    )
}
