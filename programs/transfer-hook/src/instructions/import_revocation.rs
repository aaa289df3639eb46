//! Bringing the end of an attestation into the record that rests on it, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;
use scrip_transfer_judge::record::read_own;

use crate::attestation::{ATTESTATION, ATTESTATION_SERVICE, Attestation};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::RevocationImported;
use crate::own::{check_address, read, same, write};
use crate::seeds;
use crate::state::{Holder, TrustedCredential, check_holder};

/// Brings the end of an attestation, or of the trust in its credential, into a record: its check ends now.
/// A new attestation can renew it.
#[derive(Accounts)]
pub struct ImportRevocation<'info> {
    /// The registry.
    /// CHECK: the record names it.
    pub registry: UncheckedAccount<'info>,
    /// The registry's trust in the credential that the record rests on, or where it was.
    /// CHECK: `validate` derives its address and reads it.
    pub trusted_credential: UncheckedAccount<'info>,
    /// The attestation, or where it was.
    /// CHECK: `validate` derives its address.
    pub attestation: UncheckedAccount<'info>,
    /// The record.
    /// CHECK: a `Holder`, opened by `own::write`.
    #[account(mut)]
    pub holder: UncheckedAccount<'info>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

impl ImportRevocation<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let holder = *read::<Holder>(&self.holder)?;
        same(&holder.registry, self.registry.key, HookError::OtherRegistry)?;
        let attested = holder.kind == HolderKind::Wallet as u8 && holder.origin != 0;
        ensure!(attested, HookError::RecordNotAttested);
        ensure!(holder.kyc_expires_at > now, HookError::AttestationExpired);
        let seeds: &[&[u8]] =
            &[seeds::TRUSTED_CREDENTIAL, holder.registry.as_ref(), &[holder.origin]];
        check_address(self.trusted_credential.key, seeds, HookError::RecordNotAttested)?;
        let trust = self.trusted_credential.try_borrow_data()?;
        let owner = self.trusted_credential.owner.as_array();
        let Some(trusted) = read_own::<TrustedCredential>(owner, &trust) else {
            return Ok(());
        };
        let (address, _) = Pubkey::find_program_address(
            &[
                ATTESTATION,
                trusted.credential.as_ref(),
                trusted.schema.as_ref(),
                holder.wallet.as_ref(),
            ],
            &ATTESTATION_SERVICE,
        );
        same(self.attestation.key, &address, HookError::AttestationAddressWrong)?;
        ensure!(!self.is_there()?, HookError::AttestationLive);
        Ok(())
    }

    /// Closed accounts belong to the system program, also if somebody sends lamports there afterwards.
    fn is_there(&self) -> Result<bool> {
        let data = self.attestation.try_borrow_data()?;
        let owned = *self.attestation.owner == ATTESTATION_SERVICE;
        Ok(owned && Attestation::read(&data).is_some())
    }
}

pub(crate) fn import_revocation(ctx: Context<ImportRevocation>) -> Result<()> {
    let accounts = ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.validate(now)?;
    let (wallet, old) = {
        let mut holder = write::<Holder>(&accounts.holder)?;
        let old = core::mem::replace(&mut holder.kyc_expires_at, now);
        check_holder(&holder)?;
        (holder.wallet, old)
    };
    emit(
        &accounts.event_authority,
        &RevocationImported {
            registry: accounts.registry.key(),
            wallet,
            attestation: accounts.attestation.key(),
            old_kyc_expires_at: old,
            new_kyc_expires_at: now,
        },
    )
}
