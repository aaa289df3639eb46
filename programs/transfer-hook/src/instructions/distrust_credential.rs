//! Trusting a credential no longer.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::CredentialDistrusted;
use crate::state::{Registry, TrustedCredential};

/// Trusts a credential no longer: nothing more is imported, and anybody may bring the end of the trust into
/// the records that rest on it.
#[event_cpi]
#[derive(Accounts)]
pub struct DistrustCredential<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry.
    #[account(has_one = authority @ HookError::NotRegistryAuthority)]
    pub registry: AccountLoader<'info, Registry>,
    /// The account to close.
    #[account(mut, close = rent_receiver, has_one = registry)]
    pub trusted_credential: AccountLoader<'info, TrustedCredential>,
}

pub(crate) fn distrust_credential(ctx: Context<DistrustCredential>) -> Result<()> {
    let accounts = ctx.accounts;
    let old = *accounts.trusted_credential.load()?;
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
