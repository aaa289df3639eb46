//! A record to be created, and an officer who creates it.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::create::create;
use crate::error::{HookError, ensure};
use crate::seeds;
use crate::state::{HOLDER_VERSION, Holder, Registrar, check_holder, first_half};

/// A record to be created, and an officer who creates it.
#[event_cpi]
#[derive(Accounts)]
#[instruction(wallet: Pubkey)]
pub struct NewRecord<'info> {
    /// A registrar with the permission that the instruction needs.
    pub officer: Signer<'info>,
    /// Pays the rent, and gets it back when the record is closed.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry. Read only: officers work in parallel.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry, which counts the records.
    #[account(
        mut,
        has_one = officer @ HookError::NotRegistrar,
        has_one = registry,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.load()?.bump,
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The record to create.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::HOLDER, registry.key().as_ref(), wallet.as_ref()], bump)]
    pub holder: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl NewRecord<'_> {
    /// Fails unless the officer's appointment runs and has the permission. Returns the time.
    pub(crate) fn require(&self, permission: u8) -> Result<i64> {
        let now = Clock::get()?.unix_timestamp;
        self.registrar.load()?.require(permission, now)?;
        Ok(now)
    }

    /// Counts records that the officer has created.
    pub(crate) fn count(&self, records: usize) -> Result<()> {
        let mut registrar = self.registrar.load_mut()?;
        registrar.created = registrar.created.saturating_add(records as u64);
        registrar.invariant()
    }
}

/// A record of an active wallet without any facts, to be filled in.
pub(crate) fn blank_record(registry: &Pubkey, wallet: &Pubkey, bump: u8) -> Holder {
    Holder {
        version: HOLDER_VERSION,
        bump,
        kind: HolderKind::Wallet as u8,
        status: HolderStatus::Active as u8,
        jurisdiction: 0,
        investor_classes: 0,
        origin: 0,
        kyc_expires_at: 0,
        locked_until: 0,
        identity: [0; 16],
        rent_payer: [0; 16],
        registry: *registry,
        wallet: *wallet,
    }
}

/// Creates the account of a record at its address.
pub(crate) fn create_record<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    mut record: Holder,
) -> Result<()> {
    record.rent_payer = first_half(payer.key);
    check_holder(&record)?;
    let (registry, wallet) = (record.registry, record.wallet);
    let seeds = &[seeds::HOLDER, registry.as_ref(), wallet.as_ref(), &[record.bump]];
    create(payer, target, seeds, &record)
}

/// The bump of the address that a record must have; fails if `target` is not there.
pub(crate) fn bump_of_record(registry: &Pubkey, wallet: &Pubkey, target: &Pubkey) -> Result<u8> {
    let seeds = &[seeds::HOLDER, registry.as_ref(), wallet.as_ref()];
    let (address, bump) = Pubkey::find_program_address(seeds, &crate::ID);
    ensure!(address == *target, HookError::RecordAddressWrong);
    Ok(bump)
}
