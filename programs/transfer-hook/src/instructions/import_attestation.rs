//! Taking an attestation for a record, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;
use scrip_transfer_judge::record::read_own;

use crate::attestation::{ATTESTATION_SERVICE, Attestation, AttestedFacts, authorises};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::AttestationImported;
use crate::own::{read, same, write};
use crate::shared::{blank_record, create_record};
use crate::state::{Holder, TrustedCredential, check_facts, check_holder};

/// Takes an attestation for a record.
#[derive(Accounts)]
#[instruction(wallet: Pubkey)]
pub struct ImportAttestation<'info> {
    /// Pays the rent of a new record, and gets it back when the record is closed.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry.
    /// CHECK: the trusted credential names it.
    pub registry: UncheckedAccount<'info>,
    /// The registry's trust in the credential.
    #[cfg_attr(feature = "idl-build", account(has_one = registry, has_one = credential))]
    pub trusted_credential: AccountLoader<'info, TrustedCredential>,
    /// The credential, with its authorised signers.
    /// CHECK: the trusted credential names it, the service owns it; read by `validate`.
    pub credential: UncheckedAccount<'info>,
    /// The attestation.
    /// CHECK: the service owns it and writes what is in it; read by `validate`.
    pub attestation: UncheckedAccount<'info>,
    /// The record: to create, or one that rests on an attestation of the same credential.
    /// CHECK: at its own address; created here, or checked to be such a record.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::HOLDER, registry.key().as_ref(), wallet.as_ref()],
            bump,
        )
    )]
    pub holder: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

/// What the attestation says of the wallet, and until when.
struct Attested {
    facts: AttestedFacts,
    signer: Pubkey,
    expiry: i64,
}

impl ImportAttestation<'_> {
    fn validate(&self, wallet: &Pubkey, trusted: &TrustedCredential) -> Result<Attested> {
        same(&trusted.registry, self.registry.key, HookError::OtherRegistry)?;
        same(&trusted.credential, self.credential.key, HookError::AttestationUntrusted)?;
        for account in [&self.credential, &self.attestation] {
            same(account.owner, &ATTESTATION_SERVICE, HookError::AttestationMalformed)?;
        }
        let data = self.attestation.try_borrow_data()?;
        let attestation = Attestation::read(&data).ok_or(HookError::AttestationMalformed)?;
        let is_trusted = attestation.credential == trusted.credential.as_array()
            && attestation.schema == trusted.schema.as_array();
        ensure!(is_trusted, HookError::AttestationUntrusted);
        ensure!(attestation.nonce == wallet.as_array(), HookError::AttestationOfOtherWallet);
        let credential = self.credential.try_borrow_data()?;
        let authorised = authorises(&credential, attestation.signer);
        ensure!(authorised, HookError::AttestationSignerUnknown);
        let live = attestation.expiry > Clock::get()?.unix_timestamp;
        ensure!(live, HookError::AttestationExpired);
        let facts = AttestedFacts::read(attestation.data).ok_or(HookError::AttestationMalformed)?;
        check_facts(facts.jurisdiction, facts.investor_classes)?;
        let signer = Pubkey::new_from_array(*attestation.signer);
        Ok(Attested { facts, signer, expiry: attestation.expiry })
    }

    /// The record as it is, if it rests on an attestation of the same credential. What a registrar or a
    /// venue's program has put on the register is not for an attestation to change.
    fn present(&self, wallet: &Pubkey, number: u8) -> Result<Option<Holder>> {
        let data = self.holder.try_borrow_data()?;
        let Some(record) = read_own::<Holder>(self.holder.owner.as_array(), &data) else {
            return Ok(None);
        };
        same(&record.registry, self.registry.key, HookError::OtherRegistry)?;
        same(&record.wallet, wallet, HookError::AttestationOfOtherWallet)?;
        let same_origin = record.kind == HolderKind::Wallet as u8 && record.origin == number;
        ensure!(same_origin, HookError::RecordNotAttested);
        Ok(Some(*record))
    }
}

/// Creates the record, or renews it. A renewal changes facts only: what a registrar has suspended stays
/// suspended.
pub(crate) fn import_attestation(ctx: Context<ImportAttestation>, wallet: Pubkey) -> Result<()> {
    let accounts = ctx.accounts;
    let trusted = *read::<TrustedCredential>(&accounts.trusted_credential)?;
    let Attested { facts, signer, expiry } = accounts.validate(&wallet, &trusted)?;
    let present = accounts.present(&wallet, trusted.number)?;
    let renewed = present.is_some();
    let mut record = present.unwrap_or_else(|| blank_record(accounts.registry.key, &wallet));
    record.origin = trusted.number;
    record.jurisdiction = facts.jurisdiction;
    record.investor_classes = facts.investor_classes;
    record.identity = facts.identity;
    record.kyc_expires_at = expiry;
    if renewed {
        check_holder(&record)?;
        *write::<Holder>(&accounts.holder)? = record;
    } else {
        create_record(&accounts.payer, &accounts.holder, &mut record)?;
    }
    emit(
        &accounts.event_authority,
        &AttestationImported {
            registry: accounts.registry.key(),
            wallet,
            attestation: accounts.attestation.key(),
            signer,
            renewed,
            jurisdiction: facts.jurisdiction,
            investor_classes: facts.investor_classes,
            kyc_expires_at: expiry,
            identity: facts.identity,
        },
    )
}
