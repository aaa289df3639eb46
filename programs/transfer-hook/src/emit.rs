//! Telling the world: an event as the data of a call of this program to itself, signed by its event
//! authority, as `emit_cpi!` does it. One function instead of a macro's expansion in every handler.

use anchor_lang::Event;
use anchor_lang::event::EVENT_IX_TAG_LE;
use anchor_lang::prelude::*;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::solana_program::program::invoke_signed;

const EVENT_AUTHORITY: &[u8] = b"__event_authority";

/// Emits an event. `authority` is the `event_authority` that `#[event_cpi]` has added and checked.
pub fn emit(authority: &AccountInfo<'_>, event: &impl Event) -> Result<()> {
    emit_bytes(authority, event.data())
}

#[inline(never)]
fn emit_bytes(authority: &AccountInfo<'_>, event: Vec<u8>) -> Result<()> {
    let instruction = Instruction {
        program_id: crate::ID,
        accounts: vec![AccountMeta::new_readonly(*authority.key, true)],
        data: [EVENT_IX_TAG_LE, &event].concat(),
    };
    let seeds: &[&[u8]] = &[EVENT_AUTHORITY, &[crate::EVENT_AUTHORITY_AND_BUMP.1]];
    invoke_signed(&instruction, core::slice::from_ref(authority), &[seeds])?;
    Ok(())
}
