//! Creating an account of this program at a derived address, also if somebody has sent lamports there
//! before. The address is checked here, once, and not by a constraint of every instruction that creates.

use anchor_lang::Discriminator;
use anchor_lang::prelude::*;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::solana_program::program::invoke_signed;
use bytemuck::Pod;

use crate::error::{HookError, ensure};
use crate::own::check_address;
use crate::rent::rent_exempt;

/// Where every account of this program keeps its bump, behind the discriminator and the version.
const BUMP: usize = 9;

/// Creates the account at the address that `seeds` derive, with `content` behind its discriminator, and puts
/// the bump into it.
pub fn create<'info, T: Pod + Discriminator>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    content: &T,
) -> Result<()> {
    let bump = create_with(payer, target, seeds, T::DISCRIMINATOR, bytemuck::bytes_of(content))?;
    let mut data = target.try_borrow_mut_data()?;
    *data.get_mut(BUMP).ok_or(ProgramError::AccountDataTooSmall)? = bump;
    Ok(())
}

/// The same for any content. Returns the bump.
#[inline(never)]
pub fn create_with<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    discriminator: &[u8],
    content: &[u8],
) -> Result<u8> {
    let bump = check_address(target.key, seeds, HookError::AddressWrong)?;
    let bump_seed = [bump];
    let mut seeds = seeds.to_vec();
    seeds.push(&bump_seed);
    let bytes = [discriminator, content].concat();
    // SECURITY: `copy_from_slice` stops the program on another length; this is the length allocated.
    allocate(payer, target, &seeds, bytes.len() as u64)?;
    target.try_borrow_mut_data()?.copy_from_slice(&bytes);
    Ok(bump)
}

/// Gives the target this program as its owner, `len` zeros and the lamports that it must have. Lamports
/// that it has already count: `create_account` alone would fail on them.
fn allocate<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    len: u64,
) -> Result<()> {
    let unused = target.data_is_empty() && *target.owner == System::id();
    ensure!(unused, HookError::AlreadyExists);
    let (lamports, space, owner) = (rent_exempt(len)?, len.to_le_bytes(), crate::ID.as_array());
    let infos = [payer.clone(), target.clone()];
    let (_, target_alone) = infos.split_at(1);
    if target.lamports() == 0 {
        let create = [CREATE_ACCOUNT, &lamports.to_le_bytes(), &space, owner].concat();
        return call_system(create, &infos, seeds);
    }
    let missing = lamports.saturating_sub(target.lamports());
    if missing > 0 {
        call_system([TRANSFER, &missing.to_le_bytes()].concat(), &infos, seeds)?;
    }
    call_system([ALLOCATE, &space].concat(), target_alone, seeds)?;
    call_system([ASSIGN, owner].concat(), target_alone, seeds)
}

// The system program's instructions: a `u32`, then the arguments as they are. Its library encodes them by a
// general serialiser, which is many times as long as the few lines here.
const CREATE_ACCOUNT: &[u8] = &[0, 0, 0, 0];
const ASSIGN: &[u8] = &[1, 0, 0, 0];
const TRANSFER: &[u8] = &[2, 0, 0, 0];
const ALLOCATE: &[u8] = &[8, 0, 0, 0];

/// Calls the system program; all accounts sign, the target by its seeds.
#[inline(never)]
fn call_system(data: Vec<u8>, infos: &[AccountInfo<'_>], seeds: &[&[u8]]) -> Result<()> {
    let mut accounts = Vec::with_capacity(infos.len());
    for info in infos {
        accounts.push(AccountMeta::new(*info.key, true));
    }
    let instruction = Instruction { program_id: System::id(), accounts, data };
    invoke_signed(&instruction, infos, &[seeds])?;
    Ok(())
}
