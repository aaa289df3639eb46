//! A program that runs one operation of the self-test and returns its digest.
//!
//! Instruction data: the operation's number (1 byte) and the seed (8 bytes, little endian).
//! Return data: the 32 bytes that `scrip_selftest_operations::digest` gives. It takes no accounts.

use scrip_selftest_operations::digest;
use solana_account_info::AccountInfo;
use solana_program_entrypoint::{ProgramResult, entrypoint};
use solana_program_error::ProgramError;
use solana_pubkey::Pubkey;

entrypoint!(process);

fn process(_program: &Pubkey, _accounts: &[AccountInfo], data: &[u8]) -> ProgramResult {
    let (number, seed) = data.split_first().ok_or(ProgramError::InvalidInstructionData)?;
    let seed = seed.try_into().map_err(|_| ProgramError::InvalidInstructionData)?;
    let digest = digest(*number, u64::from_le_bytes(seed)).ok_or(ProgramError::InvalidArgument)?;
    solana_cpi::set_return_data(&digest);
    Ok(())
}
