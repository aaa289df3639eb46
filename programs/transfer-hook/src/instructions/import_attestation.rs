//! Taking an attestation for a record, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;
use scrip_transfer_judge::record::read_own;

use crate::attestation::{ATTESTATION_SERVICE, Attestation, AttestedFacts, authorises};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::AttestationImported;
use crate::seeds;
use crate::shared::{blank_record, create_record};
use crate::state::{Holder, TrustedCredential, check_facts, check_holder};

/// Takes an attestation for a record.
#[event_cpi]
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
    #[account(has_one = registry, has_one = credential @ HookError::AttestationUntrusted)]
    pub trusted_credential: AccountLoader<'info, TrustedCredential>,
    /// The credential, with its authorised signers.
    /// CHECK: the trusted credential names it; read by `validate`.
    #[account(owner = ATTESTATION_SERVICE @ HookError::AttestationMalformed)]
    pub credential: UncheckedAccount<'info>,
    /// The attestation.
    /// CHECK: only the service writes its accounts; read by `validate`.
    #[account(owner = ATTESTATION_SERVICE @ HookError::AttestationMalformed)]
    pub attestation: UncheckedAccount<'info>,
    /// The record: to create, or one that rests on an attestation of the same credential.
    /// CHECK: at its own address; created here, or checked to be such a record.
    #[account(mut, seeds = [seeds::HOLDER, registry.key().as_ref(), wallet.as_ref()], bump)]
    pub holder: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

/// What is taken from an attestation.
struct Attested {
    facts: AttestedFacts,
    signer: Pubkey,
    expiry: i64,
}

impl ImportAttestation<'_> {
    fn validate(&self, wallet: &Pubkey) -> Result<Attested> {
        let data = self.attestation.try_borrow_data()?;
        let attestation = Attestation::read(&data).ok_or(HookError::AttestationMalformed)?;
        let trusted = self.trusted_credential.load()?;
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

    /// Creates the record, or renews one that rests on the same credential. A renewal changes facts only:
    /// what a registrar has suspended stays suspended.
    fn write(&self, wallet: &Pubkey, bump: u8, attested: &Attested) -> Result<bool> {
        let number = self.trusted_credential.load()?.number;
        let renewed = *self.holder.owner == crate::ID;
        if !renewed {
            let mut record = blank_record(self.registry.key, wallet, bump);
            attested.write(&mut record, number);
            create_record(&self.payer, &self.holder, record)?;
            return Ok(false);
        }
        let mut data = self.holder.try_borrow_mut_data()?;
        let record = read_own::<Holder>(self.holder.owner.as_array(), &data);
        let mut record = *record.ok_or(HookError::RecordNotAttested)?;
        let same_origin = record.kind == HolderKind::Wallet as u8 && record.origin == number;
        ensure!(same_origin, HookError::RecordNotAttested);
        attested.write(&mut record, number);
        check_holder(&record)?;
        let (_, content) = data.split_at_mut(Holder::DISCRIMINATOR.len());
        content.copy_from_slice(bytemuck::bytes_of(&record));
        Ok(true)
    }
}

impl Attested {
    fn write(&self, record: &mut Holder, origin: u8) {
        record.origin = origin;
        record.jurisdiction = self.facts.jurisdiction;
        record.investor_classes = self.facts.investor_classes;
        record.identity = self.facts.identity;
        record.kyc_expires_at = self.expiry;
    }
}

pub(crate) fn import_attestation(ctx: Context<ImportAttestation>, wallet: Pubkey) -> Result<()> {
    let accounts = ctx.accounts;
    let attested = accounts.validate(&wallet)?;
    let renewed = accounts.write(&wallet, ctx.bumps.holder, &attested)?;
    emit(
        &accounts.event_authority,
        &AttestationImported {
            registry: accounts.registry.key(),
            wallet,
            attestation: accounts.attestation.key(),
            signer: attested.signer,
            renewed,
            jurisdiction: attested.facts.jurisdiction,
            investor_classes: attested.facts.investor_classes,
            kyc_expires_at: attested.expiry,
            identity: attested.facts.identity,
        },
    )
}
