//! The two questions about a transfer, answered from the runtime's buffer.

use anchor_lang::solana_program::entrypoint::SUCCESS;
use anchor_lang::solana_program::program::set_return_data;
use anchor_lang::solana_program::program_error::UNSUPPORTED_SYSVAR;
use scrip_rules::refusal::Refusal;
use spl_discriminator::SplDiscriminate;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use crate::clock::now;
use crate::input::Input;
use crate::judge::{Stage, judge};

/// What [`answer`] returns for every other call. No program can fail with this number.
pub const NOT_A_TRANSFER: u64 = u64::MAX;

/// Discriminator of the transfer-hook interface's `Execute`.
pub const EXECUTE: [u8; 8] = match ExecuteInstruction::SPL_DISCRIMINATOR_SLICE.first_chunk::<8>() {
    Some(bytes) => *bytes,
    None => [0; 8],
};
/// Discriminator of `check_transfer`, as Anchor derives it from the name.
pub const CHECK_TRANSFER: [u8; 8] = [0xb5, 0x62, 0x03, 0xdb, 0x8f, 0x46, 0x19, 0xd7];

/// Answers `Execute` by success or a refusal's code and `check_transfer` by return data; returns
/// [`NOT_A_TRANSFER`] for everything else, also for calls that lack the amount.
///
/// # Safety
/// `input` points to the buffer that the runtime has serialised for this call, and nobody writes to it
/// before this returns. What is returned borrows nothing from it.
#[inline(never)]
pub unsafe fn answer(input: *const u8) -> u64 {
    // SAFETY: by contract the buffer is the runtime's, which is what `Input::parse` asks for, and stays as
    // it is until the end of this function, which no borrow outlives.
    let input = unsafe { Input::parse(input) };
    let Some((discriminator, rest)) = input.data.split_first_chunk::<8>() else {
        return NOT_A_TRANSFER;
    };
    let Some(amount) = rest.first_chunk::<8>() else {
        return NOT_A_TRANSFER;
    };
    let discriminator = u64::from_le_bytes(*discriminator);
    let stage = if discriminator == const { u64::from_le_bytes(EXECUTE) } {
        Stage::InFlight
    } else if discriminator == const { u64::from_le_bytes(CHECK_TRANSFER) } {
        Stage::Planned
    } else {
        return NOT_A_TRANSFER;
    };
    let Some(now) = now() else {
        return UNSUPPORTED_SYSVAR;
    };
    let verdict = judge(&input.accounts, u64::from_le_bytes(*amount), stage, now);
    match (stage, verdict) {
        (Stage::InFlight, Ok(())) => SUCCESS,
        (Stage::InFlight, Err(refusal)) => u64::from(refusal.code()),
        (Stage::Planned, verdict) => {
            set_return_data(&verdict.map_or_else(Refusal::code, |()| 0).to_le_bytes());
            SUCCESS
        }
    }
}
