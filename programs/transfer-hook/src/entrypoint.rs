//! The program's entrypoint: transfers are answered here, everything else goes to Anchor.
//!
//! Anchor's dispatcher allocates, deserialises and logs, which a transfer has no need of. What is left
//! is one walk over the runtime's input buffer and the judgement on borrowed bytes.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::entrypoint::{SUCCESS, deserialize};
use anchor_lang::solana_program::log::sol_log;
use anchor_lang::solana_program::program::set_return_data;
use scrip_rules::refusal::Refusal;

use crate::hook::{self, Call, Input, Stage};

/// Called by the runtime.
///
/// # Safety
/// `input` points to the buffer that the runtime has serialised for this call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn entrypoint(input: *mut u8) -> u64 {
    // SAFETY: the caller is the runtime, whose buffer is what `Input::parse` asks for.
    let parsed = unsafe { Input::parse(input) };
    match parsed.call() {
        Some(Call::Execute) => match hook::judge(&parsed.accounts, Stage::InFlight) {
            Ok(()) => SUCCESS,
            Err(refusal) => refuse(refusal),
        },
        Some(Call::CheckTransfer) => {
            let verdict = hook::judge(&parsed.accounts, Stage::Planned);
            set_return_data(&verdict.map_or_else(Refusal::code, |()| 0).to_le_bytes());
            SUCCESS
        }
        None => {
            // SAFETY: the same buffer; nothing borrowed from it above is used any more.
            let (program_id, accounts, data) = unsafe { deserialize(input) };
            match crate::entry(program_id, &accounts, data) {
                Ok(()) => SUCCESS,
                Err(error) => error.into(),
            }
        }
    }
}

/// Logs why and fails with the refusal's code.
#[cold]
fn refuse(refusal: Refusal) -> u64 {
    sol_log(refusal.sentence());
    u64::from(refusal.code())
}

anchor_lang::solana_program::entrypoint::custom_heap_default!();
anchor_lang::solana_program::entrypoint::custom_panic_default!();
