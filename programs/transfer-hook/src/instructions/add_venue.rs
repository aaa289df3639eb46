//! Putting a venue on the register by hand: an authority that is a bare address.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;

use crate::emit::emit;
use crate::events::VenueRegistered;
use crate::shared::{NewRecord, blank_record, create_record};
use crate::state::PERMISSION_VENUES;

/// Puts a venue on the register. One address may be the authority of all pools of a venue: then this admits
/// them all, which is why it is left to a registrar.
pub(crate) fn add_venue(ctx: Context<NewRecord>, venue: Pubkey) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.require(PERMISSION_VENUES)?;
    let mut record = blank_record(accounts.registry.key, &venue);
    record.kind = HolderKind::Venue as u8;
    record.kyc_expires_at = i64::MAX;
    create_record(&accounts.payer, &accounts.holder, &mut record)?;
    accounts.count(1)?;
    emit(
        &accounts.event_authority,
        &VenueRegistered {
            registry: accounts.registry.key(),
            venue,
            actor: accounts.officer.key(),
            program: Pubkey::default(),
        },
    )
}
