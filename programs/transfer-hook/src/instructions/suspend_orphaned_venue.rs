//! Suspending a venue whose program is approved no longer, on anybody's initiative.

use anchor_lang::prelude::*;
use scrip_rules::holder::{HolderKind, HolderStatus};

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::HolderStatusChanged;
use crate::seeds;
use crate::state::{Holder, ORIGIN_VENUE_PROGRAM, check_holder, first_half};

/// Suspends a venue whose program is approved no longer.
#[event_cpi]
#[derive(Accounts)]
#[instruction(program_once_approved: Pubkey)]
pub struct SuspendOrphanedVenue<'info> {
    /// The registry.
    /// CHECK: the record names it.
    pub registry: UncheckedAccount<'info>,
    /// Where the approval of the program was.
    /// CHECK: at its own address, and not there any more.
    #[account(
        seeds = [seeds::VENUE_PROGRAM, registry.key().as_ref(), program_once_approved.as_ref()],
        bump,
        constraint = *venue_program.owner != crate::ID @ HookError::StillApproved,
    )]
    pub venue_program: UncheckedAccount<'info>,
    /// The venue's record.
    #[account(mut, has_one = registry @ HookError::RecordOfOtherRegistry)]
    pub holder: AccountLoader<'info, Holder>,
}

impl SuspendOrphanedVenue<'_> {
    fn validate(&self, program: &Pubkey) -> Result<()> {
        let holder = *self.holder.load()?;
        let of_program = holder.kind == HolderKind::Venue as u8
            && holder.origin == ORIGIN_VENUE_PROGRAM
            && holder.identity == first_half(program);
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
        let mut holder = accounts.holder.load_mut()?;
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
