//! Keys and addresses as they are named on the command line.

use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, anyhow};
use solana_keypair::read_keypair_file;

use crate::plan::Signatory;

/// Where the Solana command line finds keys as well, and this one does not.
const OTHER_PLACES: [&str; 4] = ["usb", "prompt", "stdin", "ASK"];

/// A keypair file, or the bare address of a key that is elsewhere.
///
/// # Errors
/// If it is neither.
pub fn signatory(named: &str) -> anyhow::Result<Signatory> {
    if let Some((scheme, _)) =
        named.split_once(':').filter(|(scheme, _)| OTHER_PLACES.contains(scheme))
    {
        anyhow::bail!(
            "keys by `{scheme}:` are not supported: name a keypair file, or the key's address with --sign-only and sign \
             with a wallet that has it"
        );
    }
    if !Path::new(named).exists()
        && let Ok(address) = named.parse()
    {
        return Ok(Signatory::Elsewhere(address));
    }
    let keypair = read_keypair_file(named).map_err(|error| anyhow!("{error}"));
    let keypair = keypair.with_context(|| format!("cannot read the keypair file {named}"))?;
    Ok(Signatory::Held(Box::new(keypair)))
}

/// An address, or the address of a keypair file.
///
/// # Errors
/// If it is neither.
pub fn address(named: &str) -> anyhow::Result<Pubkey> {
    if let Ok(address) = named.parse() {
        return Ok(address);
    }
    if Path::new(named).exists() {
        return Ok(signatory(named)?.address());
    }
    anyhow::bail!("`{named}` is neither an address nor a keypair file")
}
