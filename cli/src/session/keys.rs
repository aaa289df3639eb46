//! Keys and addresses as they are named on the command line.

use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, anyhow, bail};
use solana_keypair::{Keypair, read_keypair_file};

use super::Session;
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
        bail!(
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
    bail!("`{named}` is neither an address nor a keypair file")
}

impl Session {
    /// Fails if transactions are not to be sent from here, for `what`, which signs many of them on its way.
    ///
    /// # Errors
    /// If so.
    pub fn sends_itself(&self, what: &str) -> anyhow::Result<()> {
        let asked = match (self.options.sign_only, &self.options.propose) {
            (false, None) => return Ok(()),
            (true, _) => "--sign-only",
            (false, Some(_)) => "--propose",
        };
        bail!(
            "{what} signs and sends many transactions as it goes, and cannot leave that to somebody else: run it without \
             {asked}, with the keypair files of whoever acts and pays"
        )
    }
}

/// The key itself, for `what`, which signs many transactions on its way.
///
/// # Errors
/// If it is elsewhere.
pub fn at_hand<'a>(signatory: &'a Signatory, what: &str) -> anyhow::Result<&'a Keypair> {
    match signatory {
        Signatory::Held(keypair) => Ok(keypair),
        Signatory::Elsewhere(address) => {
            bail!("{address} has to sign every transaction of {what}: name its keypair file")
        }
    }
}
