//! The content of this program's own accounts, in place, and what must hold of addresses.
//!
//! An account is believed to be ours by its owner, its discriminator and its exact length. Anchor checks the
//! first two when it takes an `AccountLoader`; its `load` checks again at every use, in a copy of the code
//! for every type, and on the way out Anchor writes the discriminator once more. What is written is
//! therefore taken as an unchecked account and opened here.
//!
//! SECURITY: `from_bytes` and `split_at_mut` stop the program on another length or alignment. `content` has
//! checked the length, and the runtime aligns an account's data to eight bytes, more than any field needs.

use std::cell::{Ref, RefMut};

use anchor_lang::ZeroCopy;
use anchor_lang::error::ErrorCode;
use anchor_lang::prelude::*;
use bytemuck::{from_bytes, from_bytes_mut};

use crate::error::HookError;

/// The content, for reading.
pub fn read<'a, 'info: 'a, T: ZeroCopy>(
    account: &'a impl AsRef<AccountInfo<'info>>,
) -> Result<Ref<'a, T>> {
    Ok(Ref::map(content(account.as_ref(), T::DISCRIMINATOR, size_of::<T>())?, from_bytes))
}

/// The content, for writing. Fails if the instruction may not write the account.
pub fn write<'a, 'info: 'a, T: ZeroCopy>(
    account: &'a impl AsRef<AccountInfo<'info>>,
) -> Result<RefMut<'a, T>> {
    let content = content_mut(account.as_ref(), T::DISCRIMINATOR, size_of::<T>())?;
    Ok(RefMut::map(content, from_bytes_mut))
}

#[inline(never)]
fn content<'a>(
    info: &'a AccountInfo<'_>,
    discriminator: &[u8],
    len: usize,
) -> Result<Ref<'a, [u8]>> {
    if *info.owner != crate::ID {
        return Err(other(info, HookError::NotOurAccount.into()));
    }
    let content = Ref::filter_map(info.try_borrow_data()?, |data| {
        data.strip_prefix(discriminator).filter(|content| content.len() == len)
    });
    content.map_err(|_| other(info, ErrorCode::AccountDiscriminatorMismatch.into()))
}

#[inline(never)]
fn content_mut<'a>(
    info: &'a AccountInfo<'_>,
    discriminator: &[u8],
    len: usize,
) -> Result<RefMut<'a, [u8]>> {
    drop(content(info, discriminator, len)?);
    if !info.is_writable {
        return Err(ErrorCode::AccountNotMutable.into());
    }
    let (_, content) = RefMut::map_split(info.try_borrow_mut_data()?, |data| {
        data.split_at_mut(discriminator.len())
    });
    Ok(content)
}

/// An error about an account, which is told by its address and its owner.
#[cold]
fn other(info: &AccountInfo<'_>, error: Error) -> Error {
    error.with_pubkeys((*info.key, *info.owner))
}

/// Fails with an error, and tells both addresses, unless they are the same.
#[inline(never)]
pub fn same(left: &Pubkey, right: &Pubkey, error: HookError) -> Result<()> {
    if left == right {
        return Ok(());
    }
    Err(Error::from(error).with_pubkeys((*left, *right)))
}

/// Fails with an error, and tells both addresses, unless the account is at the address of this program that
/// the seeds derive. Returns the bump.
#[inline(never)]
pub fn check_address(account: &Pubkey, seeds: &[&[u8]], error: HookError) -> Result<u8> {
    let derived = Pubkey::try_find_program_address(seeds, &crate::ID);
    let (address, bump) = derived.ok_or(ProgramError::InvalidSeeds)?;
    same(account, &address, error)?;
    Ok(bump)
}
