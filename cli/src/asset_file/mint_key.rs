//! The key of a new share's mint.
//!
//! On every transfer Token-2022 derives the address of the mint's validation account anew, and tries bumps from 255
//! downwards: 1,500 compute units for each try. About every second key needs one try only, so keys are tried until
//! one does.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, anyhow};
use scrip_transfer_hook::seeds;
use solana_keypair::{Keypair, read_keypair_file};
use solana_signer::Signer as _;

/// Where the key of a share's mint is kept: beside its file.
#[must_use]
pub fn path_beside(file: &Path) -> PathBuf {
    file.with_extension("mint.json")
}

/// The key in this file, if there is one.
///
/// # Errors
/// If the file is there and holds no key.
pub fn read(path: &Path) -> anyhow::Result<Option<Keypair>> {
    if !path.exists() {
        return Ok(None);
    }
    let keypair = read_keypair_file(path).map_err(|error| anyhow!("{error}"));
    keypair.map(Some).with_context(|| format!("{} holds no key of a mint", path.display()))
}

/// Finds a key whose transfers are cheap.
#[must_use]
pub fn grind() -> Keypair {
    loop {
        let keypair = Keypair::new();
        let mint = keypair.pubkey();
        let seeds = [seeds::EXTRA_ACCOUNT_METAS, mint.as_ref()];
        let (_, bump) = Pubkey::find_program_address(&seeds, &scrip_transfer_hook::ID);
        if bump == u8::MAX {
            return keypair;
        }
    }
}

/// Writes a key that nobody else may read. It is on the disk when this returns. Never replaces a file.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, keypair: &Keypair) -> anyhow::Result<()> {
    let written = || -> std::io::Result<()> {
        let temporary = path.with_extension("json.new");
        if temporary.exists() {
            std::fs::remove_file(&temporary)?;
        }
        let mut options = std::fs::OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(0o600).open(&temporary)?;
        file.write_all(serde_json::to_string(&keypair.to_bytes().to_vec())?.as_bytes())?;
        file.sync_all()?;
        // A link, unlike a renaming, replaces nothing.
        std::fs::hard_link(&temporary, path)?;
        std::fs::remove_file(&temporary)
    };
    written().with_context(|| format!("cannot write the key of the mint to {}", path.display()))
}
