//! Telling the world: an event as the data of a call of this program to itself, signed by its event
//! authority, as Anchor's `emit_cpi!` does it. One function instead of a macro's expansion in every handler.

use anchor_lang::Discriminator;
use anchor_lang::event::EVENT_IX_TAG_LE;
use anchor_lang::prelude::*;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::solana_program::program::invoke_signed;

const EVENT_AUTHORITY: &[u8] = b"__event_authority";
/// No event is longer.
const CAPACITY: usize = 512;

/// Emits an event. Another `authority` than the event authority is refused: by the runtime if it does not
/// sign, by Anchor's handler of events in this program if it does.
pub fn emit<E: Discriminator + AnchorSerialize>(
    authority: &AccountInfo<'_>,
    event: &E,
) -> Result<()> {
    let mut data = Vec::with_capacity(CAPACITY);
    data.extend_from_slice(EVENT_IX_TAG_LE);
    data.extend_from_slice(E::DISCRIMINATOR);
    event.serialize(&mut data).map_err(|_| ProgramError::BorshIoError)?;
    emit_bytes(authority, data)
}

#[inline(never)]
fn emit_bytes(authority: &AccountInfo<'_>, data: Vec<u8>) -> Result<()> {
    let accounts = vec![AccountMeta::new_readonly(*authority.key, true)];
    let instruction = Instruction { program_id: crate::ID, accounts, data };
    let seeds: &[&[u8]] = &[EVENT_AUTHORITY, &[crate::EVENT_AUTHORITY_AND_BUMP.1]];
    invoke_signed(&instruction, core::slice::from_ref(authority), &[seeds])?;
    Ok(())
}
