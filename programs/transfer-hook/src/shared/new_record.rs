//! A record to be created, and an officer who creates it.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::create::create;
use crate::own::write;
use crate::seeds;
use crate::shared::require_officer;
use crate::state::{HOLDER_VERSION, Holder, Registrar, check_holder, first_half};

/// A record to be created, and an officer who creates it.
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
    /// CHECK: a `Registrar`, opened by `own::write`.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
            bump,
        )
    )]
    pub registrar: UncheckedAccount<'info>,
    /// The record to create.
    /// CHECK: created here, at its own address.
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

impl NewRecord<'_> {
    /// Fails unless the officer's appointment runs and has the permission. Returns the time.
    pub(crate) fn require(&self, permission: u8) -> Result<i64> {
        require_officer(&self.officer, &self.registry, self.registrar.as_ref(), permission)
    }

    /// Counts records that the officer has created.
    pub(crate) fn count(&self, records: usize) -> Result<()> {
        let mut registrar = write::<Registrar>(&self.registrar)?;
        registrar.created = registrar.created.saturating_add(records as u64);
        registrar.invariant()
    }
}

/// A record of an active wallet without any facts, to be filled in.
pub(crate) fn blank_record(registry: &Pubkey, wallet: &Pubkey) -> Holder {
    Holder {
        version: HOLDER_VERSION,
        kind: HolderKind::Wallet as u8,
        status: HolderStatus::Active as u8,
        registry: *registry,
        wallet: *wallet,
        ..bytemuck::Zeroable::zeroed()
    }
}

/// Creates the account of a record at its address.
#[inline(never)]
pub(crate) fn create_record<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    record: &mut Holder,
) -> Result<()> {
    record.rent_payer = first_half(payer.key);
    check_holder(record)?;
    let seeds = &[seeds::HOLDER, record.registry.as_ref(), record.wallet.as_ref()];
    create(payer, target, seeds, record)
}
