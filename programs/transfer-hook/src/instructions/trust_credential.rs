//! Trusting a credential of the Solana Attestation Service.

use anchor_lang::prelude::*;

use crate::create::create;
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::CredentialTrusted;
use crate::seeds;
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
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: TrustCredentialArgs)]
pub struct TrustCredential<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry, which counts its credentials.
    #[account(mut, has_one = authority @ HookError::NotRegistryAuthority)]
    pub registry: AccountLoader<'info, Registry>,
    /// The account to create.
    /// CHECK: created here, at its own address.
    #[account(
        mut,
        seeds = [seeds::TRUSTED_CREDENTIAL, registry.key().as_ref(), &[args.number]],
        bump,
    )]
    pub trusted_credential: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl TrustCredential<'_> {
    fn validate(&self, args: &TrustCredentialArgs) -> Result<()> {
        let next = self.registry.load()?.credentials.checked_add(1);
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
    accounts.validate(&args)?;
    accounts.registry.load_mut()?.credentials = args.number;
    let registry = accounts.registry.key();
    let trusted = TrustedCredential {
        version: TRUSTED_CREDENTIAL_VERSION,
        bump: ctx.bumps.trusted_credential,
        number: args.number,
        padding: [0; 5],
        registry,
        credential: args.credential,
        schema: args.schema,
    };
    let seeds = &[seeds::TRUSTED_CREDENTIAL, registry.as_ref(), &[args.number], &[trusted.bump]];
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
