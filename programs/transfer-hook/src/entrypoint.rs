//! The program's entrypoint: transfers are answered by `scrip_transfer_judge`, everything else goes to
//! Anchor, whose dispatcher allocates, deserialises and logs, which a transfer has no need of.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::entrypoint::{SUCCESS, deserialize};
use scrip_transfer_judge::{NOT_A_TRANSFER, answer};

use crate::log;

/// Called by the runtime.
///
/// # Safety
/// `input` points to the buffer that the runtime has serialised for this call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn entrypoint(input: *mut u8) -> u64 {
    // SAFETY: the caller is the runtime, whose buffer is what `answer` asks for; nothing else runs meanwhile.
    let answered = unsafe { answer(input) };
    if answered == SUCCESS {
        return SUCCESS;
    }
    if answered != NOT_A_TRANSFER {
        log::refusal(answered);
        return answered;
    }
    // SAFETY: the same buffer, by the runtime's own pointer, which may also be written through. The unique
    // borrows that this makes meet no other: `answer` has returned a number, and its shared ones have ended.
    let (program_id, accounts, data) = unsafe { deserialize(input) };
    match crate::try_entry(program_id, &accounts, data) {
        Ok(()) => SUCCESS,
        Err(error) => {
            log::error(&error);
            ProgramError::from(error).into()
        }
    }
}

anchor_lang::solana_program::entrypoint::custom_heap_default!();
anchor_lang::solana_program::entrypoint::custom_panic_default!();
