//! Putting an account of an approved program on the register, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::VenueRegistered;
use crate::own::{read, same};
use crate::shared::{blank_record, create_record};
use crate::state::{ORIGIN_VENUE_PROGRAM, VenueProgram, first_half};

/// Puts an account of an approved program on the register.
#[derive(Accounts)]
pub struct RegisterVenue<'info> {
    /// Pays the rent, and gets it back when the record is closed.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry.
    /// CHECK: the approval names it.
    pub registry: UncheckedAccount<'info>,
    /// The registry's approval of the program.
    #[cfg_attr(feature = "idl-build", account(has_one = registry))]
    pub venue_program: AccountLoader<'info, VenueProgram>,
    /// The venue: a pool, a market, an escrow.
    /// CHECK: `validate` demands that the program owns it and that only the program can sign for it.
    pub venue: UncheckedAccount<'info>,
    /// The record to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::HOLDER, registry.key().as_ref(), venue.key().as_ref()],
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

impl RegisterVenue<'_> {
    /// That the program owns an account does not show that it alone can sign for it: many programs take
    /// over accounts that somebody else has made, with a key or an address of a program of their own. The
    /// seeds show it.
    fn validate(&self, venue_seeds: &[Vec<u8>]) -> Result<Pubkey> {
        let VenueProgram { registry, program, .. } = *read::<VenueProgram>(&self.venue_program)?;
        same(&registry, self.registry.key, HookError::OtherRegistry)?;
        let owned = *self.venue.owner == program && !self.venue.data_is_empty();
        ensure!(owned, HookError::VenueNotOwned);
        let venue_seeds: Vec<&[u8]> = venue_seeds.iter().map(Vec::as_slice).collect();
        let derived = Pubkey::create_program_address(&venue_seeds, &program);
        ensure!(derived == Ok(self.venue.key()), HookError::VenueSeedsWrong);
        Ok(program)
    }
}

/// `venue_seeds` are the seeds of the venue's address, with the bump as the last one.
pub(crate) fn register_venue(ctx: Context<RegisterVenue>, venue_seeds: Vec<Vec<u8>>) -> Result<()> {
    let accounts = ctx.accounts;
    let program = accounts.validate(&venue_seeds)?;
    let venue = accounts.venue.key();
    let mut record = blank_record(accounts.registry.key, &venue);
    record.kind = HolderKind::Venue as u8;
    record.origin = ORIGIN_VENUE_PROGRAM;
    record.identity = first_half(&accounts.venue_program.key());
    record.kyc_expires_at = i64::MAX;
    create_record(&accounts.payer, &accounts.holder, &mut record)?;
    emit(
        &accounts.event_authority,
        &VenueRegistered {
            registry: accounts.registry.key(),
            venue,
            actor: accounts.payer.key(),
            program,
        },
    )
}
