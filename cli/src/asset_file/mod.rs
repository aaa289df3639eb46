//! A share from a TOML file: read whole, compared with the chain, and what is missing done.
//!
//! - here: a file, read and validated before anything is sent
//! - `format`, `value`: its shape and its values; [`EXAMPLE`]: every key, explained
//! - `settings`: what it asks for, as the programs take it
//! - [`outline`]: what is missing on the chain; [`carry_out`]: the transactions that do it
//! - [`mint_key`]: the key of a new share's mint, kept so that an interrupted run goes on with it

pub mod carry_out;
mod chain;
mod format;
pub mod mint_key;
pub mod outline;
mod settings;
#[cfg(test)]
mod tests;
mod value;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use scrip_issuer::CreateAssetArgs;
use scrip_issuer::change::Change;

use crate::values::reference::hash_of;

/// A file with every key, explained.
pub const EXAMPLE: &str = include_str!("example.toml");

/// What a file asks for, as the programs take it.
#[derive(Clone, Debug)]
pub struct AssetFile {
    /// Where it is.
    pub path: PathBuf,
    /// The share.
    pub create: CreateAssetArgs,
    /// Settings that are not part of its creation.
    pub settings: Vec<Change>,
}

/// Reads a file, and everything that it names.
///
/// # Errors
/// With line and column of what is wrong.
pub fn read(path: &Path) -> anyhow::Result<AssetFile> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let terms = |named: &str| hash_of(&folder.join(named));
    let (create, settings) =
        parse(&text, terms).with_context(|| format!("{} is not valid", path.display()))?;
    Ok(AssetFile { path: path.to_owned(), create, settings })
}

/// Reads the text of a file; `hash_of` hashes the terms that it names.
fn parse(
    text: &str,
    hash_of: impl Fn(&str) -> anyhow::Result<[u8; 32]>,
) -> anyhow::Result<(CreateAssetArgs, Vec<Change>)> {
    let file: format::Format = toml::from_str(text).map_err(|error| anyhow!("{error}"))?;
    let terms_hash = match (&file.share.terms, file.share.terms_hash) {
        (Some(terms), None) => hash_of(terms)?,
        (None, Some(hash)) => hash.0,
        _ => bail!("[share] needs either `terms`, a file, or `terms_hash`"),
    };
    let create = settings::creation(&file, terms_hash)?;
    let settings = settings::changes(&file, create.multiplier)?;
    Ok((create, settings))
}

/// All TOML files of a folder, read; every fault is said before anything is done.
///
/// # Errors
/// With the faults of all files.
pub fn read_folder(folder: &Path) -> anyhow::Result<Vec<AssetFile>> {
    let listed = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut paths: Vec<PathBuf> =
        listed.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    if paths.is_empty() {
        bail!("there are no .toml files in {}: `scrip asset example` prints one", folder.display());
    }
    let (mut files, mut faults) = (Vec::<AssetFile>::new(), Vec::new());
    for path in paths {
        match read(&path) {
            Ok(file) => match files.iter().find(|other| is_same_share(other, &file)) {
                Some(other) => faults.push(format!(
                    "{} and {} have the same symbol or ISIN",
                    other.path.display(),
                    path.display()
                )),
                None => files.push(file),
            },
            Err(fault) => faults.push(format!("{fault:#}")),
        }
    }
    if !faults.is_empty() {
        bail!("nothing was sent\n{}", faults.join("\n"));
    }
    Ok(files)
}

fn is_same_share(left: &AssetFile, right: &AssetFile) -> bool {
    left.create.symbol == right.create.symbol || left.create.isin == right.create.isin
}
