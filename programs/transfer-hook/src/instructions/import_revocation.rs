//! Bringing the end of an attestation into the record that rests on it, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;
use scrip_transfer_judge::record::read_own;

use crate::attestation::{ATTESTATION, ATTESTATION_SERVICE, Attestation};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::RevocationImported;
use crate::seeds;
use crate::state::{Holder, TrustedCredential, check_holder};

/// Brings the end of an attestation, or of the trust in its credential, into a record: its check ends now.
/// A new attestation can renew it.
#[event_cpi]
#[derive(Accounts)]
pub struct ImportRevocation<'info> {
    /// The registry.
    /// CHECK: the record names it.
    pub registry: UncheckedAccount<'info>,
    /// The registry's trust in the credential that the record rests on, or where it was.
    /// CHECK: at its own address; read by `validate`.
    #[account(
        seeds = [seeds::TRUSTED_CREDENTIAL, registry.key().as_ref(), &[holder.load()?.origin]],
        bump,
    )]
    pub trusted_credential: UncheckedAccount<'info>,
    /// The attestation, or where it was.
    /// CHECK: `validate` derives its address.
    pub attestation: UncheckedAccount<'info>,
    /// The record.
    #[account(mut, has_one = registry @ HookError::RecordOfOtherRegistry)]
    pub holder: AccountLoader<'info, Holder>,
}

impl ImportRevocation<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let holder = *self.holder.load()?;
        let attested = holder.kind == HolderKind::Wallet as u8 && holder.origin != 0;
        ensure!(attested, HookError::RecordNotAttested);
        ensure!(holder.kyc_expires_at > now, HookError::AttestationExpired);
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
        ensure!(self.attestation.key() == address, HookError::AttestationAddressWrong);
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
        let mut holder = accounts.holder.load_mut()?;
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
