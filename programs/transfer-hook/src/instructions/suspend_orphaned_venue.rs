//! Suspending a venue whose program is approved no longer, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderStatusChanged;
use crate::own::{check_address, read, same, write};
use crate::seeds;
use crate::state::{Holder, ORIGIN_VENUE_PROGRAM, check_holder, first_half};

/// Suspends a venue whose program is approved no longer.
#[derive(Accounts)]
#[instruction(program_once_approved: Pubkey)]
pub struct SuspendOrphanedVenue<'info> {
    /// The registry.
    /// CHECK: the record names it.
    pub registry: UncheckedAccount<'info>,
    /// Where the approval of the program was.
    /// CHECK: `validate` derives its address; it must not be there any more.
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::VENUE_PROGRAM, registry.key().as_ref(), program_once_approved.as_ref()],
            bump,
        )
    )]
    pub venue_program: UncheckedAccount<'info>,
    /// The venue's record.
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

impl SuspendOrphanedVenue<'_> {
    fn validate(&self, program: &Pubkey) -> Result<()> {
        let holder = *read::<Holder>(&self.holder)?;
        same(&holder.registry, self.registry.key, HookError::OtherRegistry)?;
        let seeds = &[seeds::VENUE_PROGRAM, holder.registry.as_ref(), program.as_ref()];
        check_address(self.venue_program.key, seeds, HookError::NotOfVenueProgram)?;
        ensure!(*self.venue_program.owner != crate::ID, HookError::StillApproved);
        let of_program = holder.kind == HolderKind::Venue as u8
            && holder.origin == ORIGIN_VENUE_PROGRAM
            && holder.identity == first_half(self.venue_program.key);
        ensure!(of_program, HookError::NotOfVenueProgram);
        ensure!(holder.status == HolderStatus::Active as u8, HookError::StatusChangeRefused);
        Ok(())
    }
}

pub(crate) fn suspend_orphaned_venue(
    ctx: Context<SuspendOrphanedVenue>,
    program_once_approved: Pubkey,
) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.validate(&program_once_approved)?;
    let wallet = {
        let mut holder = write::<Holder>(&accounts.holder)?;
        holder.status = HolderStatus::Suspended as u8;
        check_holder(&holder)?;
        holder.wallet
    };
    emit(
        &accounts.event_authority,
        &HolderStatusChanged {
            registry: accounts.registry.key(),
            wallet,
            actor: accounts.venue_program.key(),
            old_status: HolderStatus::Active as u8,
            new_status: HolderStatus::Suspended as u8,
            case_reference: [0; 32],
        },
    )
}
