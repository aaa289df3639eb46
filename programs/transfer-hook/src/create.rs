//! Creating an account of this program at a derived address, also if somebody has sent lamports there
//! before.

use anchor_lang::Discriminator;
use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::{invoke, invoke_signed};
use anchor_lang::solana_program::system_instruction::{allocate, assign, create_account, transfer};
use bytemuck::Pod;

use crate::error::{HookError, ensure};
use crate::rent::rent_exempt;

/// Creates the account of `target` and writes `content` behind its discriminator. `seeds` end with the
/// bump, and derive the target's address.
pub fn create<'info, T: Pod + Discriminator>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    content: &T,
) -> Result<()> {
    create_with(payer, target, seeds, T::DISCRIMINATOR, bytemuck::bytes_of(content))
}

#[inline(never)]
fn create_with<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    discriminator: &[u8],
    content: &[u8],
) -> Result<()> {
    allocate_account(payer, target, seeds, discriminator.len().saturating_add(content.len()))?;
    let mut data = target.try_borrow_mut_data()?;
    let (tag, rest) = data.split_at_mut(discriminator.len());
    tag.copy_from_slice(discriminator);
    rest.copy_from_slice(content);
    Ok(())
}

/// Gives the target this program as its owner, `len` zeros and the lamports that it must have. Lamports
/// that it has already count: `create_account` alone would fail on them.
#[inline(never)]
pub fn allocate_account<'info>(
    payer: &AccountInfo<'info>,
    target: &AccountInfo<'info>,
    seeds: &[&[u8]],
    len: usize,
) -> Result<()> {
    let unused = target.data_is_empty() && *target.owner == System::id();
    ensure!(unused, HookError::AlreadyExists);
    let (lamports, space) = (rent_exempt(len)?, len as u64);
    let both = [payer.clone(), target.clone()];
    if target.lamports() == 0 {
        let create = create_account(payer.key, target.key, lamports, space, &crate::ID);
        return Ok(invoke_signed(&create, &both, &[seeds])?);
    }
    let missing = lamports.saturating_sub(target.lamports());
    if missing > 0 {
        invoke(&transfer(payer.key, target.key, missing), &both)?;
    }
    let accounts = core::slice::from_ref(target);
    invoke_signed(&allocate(target.key, space), accounts, &[seeds])?;
    invoke_signed(&assign(target.key, &crate::ID), accounts, &[seeds])?;
    Ok(())
}
