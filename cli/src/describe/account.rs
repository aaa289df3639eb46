//! Accounts of the programs, and what a transaction changes about them.

use anchor_lang::prelude::Pubkey;

use super::decode::Decoder;
use super::idl;
use super::value::{Decoded, readable};

/// The type's name and the values of an account, if its owner is one of the programs.
#[must_use]
pub fn decode(owner: &Pubkey, data: &[u8]) -> Option<(String, Decoded)> {
    let idl = idl::of(owner)?;
    let account = idl.accounts.iter().find(|known| data.starts_with(&known.discriminator))?;
    let rest = data.strip_prefix(account.discriminator.as_slice())?;
    Some((account.name.clone(), Decoder::new(idl, rest).named(&account.name).ok()?))
}

/// What differs between an account before and after, line by line; nothing if it is the same.
#[must_use]
pub fn difference(owner: &Pubkey, before: &[u8], after: &[u8]) -> Vec<String> {
    let Some((name, Decoded::Fields(new))) = decode(owner, after) else { return Vec::new() };
    let Some((_, Decoded::Fields(old))) = decode(owner, before) else {
        let fields = Decoded::Fields(new).lines().into_iter().map(|line| format!("  {line}"));
        return std::iter::once(format!("{}, opened", readable(&name))).chain(fields).collect();
    };
    let changed = old.iter().zip(&new).filter(|(old, new)| old != new);
    let lines: Vec<String> = changed
        .map(|((field, old), (_, new))| {
            format!("  {}: {} -> {}", readable(field), old.inline(), new.inline())
        })
        .collect();
    if lines.is_empty() { lines } else { std::iter::once(readable(&name)).chain(lines).collect() }
}
