//! Trusting a credential of the Solana Attestation Service.

use anchor_lang::prelude::*;

use crate::create::create;
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::CredentialTrusted;
use crate::own::{read, write};
use crate::seeds;
use crate::shared::require_authority;
use crate::state::{Registry, TRUSTED_CREDENTIAL_VERSION, TrustedCredential};

/// Which attestations are trusted.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct TrustCredentialArgs {
    /// The registry's next number: one more than the credentials that it has ever trusted.
    pub number: u8,
    /// The credential: who attests.
    pub credential: Pubkey,
    /// The schema, with the fields that Scrip reads: `u16` country, `u8` investor classes, `u128` identity.
    pub schema: Pubkey,
}

/// Trusts a credential.
#[derive(Accounts)]
#[instruction(args: TrustCredentialArgs)]
pub struct TrustCredential<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry, which counts its credentials.
    /// CHECK: a `Registry`, opened by `own::write`.
    #[account(mut)]
    pub registry: UncheckedAccount<'info>,
    /// The account to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::TRUSTED_CREDENTIAL, registry.key().as_ref(), &[args.number]],
            bump,
        )
    )]
    pub trusted_credential: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

impl TrustCredential<'_> {
    fn validate(&self, args: &TrustCredentialArgs) -> Result<()> {
        let next = read::<Registry>(&self.registry)?.credentials.checked_add(1);
        let next = next.ok_or(HookError::TooManyCredentials)?;
        ensure!(args.number == next, HookError::CredentialNumberWrong);
        Ok(())
    }
}

pub(crate) fn trust_credential(
    ctx: Context<TrustCredential>,
    args: TrustCredentialArgs,
) -> Result<()> {
    let accounts = ctx.accounts;
    require_authority(&accounts.authority, accounts.registry.as_ref())?;
    accounts.validate(&args)?;
    write::<Registry>(&accounts.registry)?.credentials = args.number;
    let registry = accounts.registry.key();
    let trusted = TrustedCredential {
        version: TRUSTED_CREDENTIAL_VERSION,
        bump: 0,
        number: args.number,
        padding: [0; 5],
        registry,
        credential: args.credential,
        schema: args.schema,
    };
    let seeds: &[&[u8]] = &[seeds::TRUSTED_CREDENTIAL, registry.as_ref(), &[args.number]];
    create(&accounts.payer, &accounts.trusted_credential, seeds, &trusted)?;
    emit(
        &accounts.event_authority,
        &CredentialTrusted {
            registry,
            actor: accounts.authority.key(),
            number: args.number,
            credential: args.credential,
            schema: args.schema,
        },
    )
}
