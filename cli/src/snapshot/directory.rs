//! A snapshot's directory, which is there as a whole or not at all.
//!
//! Everything is written to a hidden directory beside it, which takes its name in one step. What an
//! interrupted run leaves behind is only that hidden directory, and the next run clears it.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Who gets what, as CSV.
pub const LEAVES: &str = "leaves.csv";
/// All nodes of the tree.
pub const TREE: &str = "tree.bin";
/// The snapshot in short, as JSON.
pub const SUMMARY: &str = "summary.json";
/// All files of a snapshot.
pub const FILES: [&str; 3] = [LEAVES, TREE, SUMMARY];

/// A snapshot that is being written.
pub struct Partial {
    target: PathBuf,
    path: PathBuf,
    /// Whether it has its name, and nothing is left to clear.
    published: bool,
    /// Held for as long as this exists, so that no other run writes to the same place.
    _lock: File,
}

/// What came of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// The snapshot was written.
    Written,
    /// The same snapshot was there already, byte for byte.
    Unchanged,
}

impl Partial {
    /// Begins to write what will be at `target`.
    pub fn create(target: &Path) -> Result<Self> {
        let name = target.file_name().and_then(OsStr::to_str);
        let name = name.with_context(|| format!("{} names no directory", target.display()))?;
        let path = target.with_file_name(format!(".{name}.partial"));
        let shown = path.display();
        fs::create_dir_all(&path).with_context(|| format!("{shown} cannot be created"))?;
        let lock = File::open(&path).with_context(|| format!("{shown} cannot be opened"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("another run is writing to {}: wait for its end", target.display())
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("{shown} cannot be locked"));
            }
        }
        for file in FILES {
            match fs::remove_file(path.join(file)) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("{shown} cannot be cleared"));
                }
                _ => {}
            }
        }
        Ok(Self { target: target.to_path_buf(), path, published: false, _lock: lock })
    }

    /// Writes one of its files.
    pub fn file<T>(
        &self,
        name: &str,
        fill: impl FnOnce(&mut BufWriter<File>) -> Result<T>,
    ) -> Result<T> {
        let path = self.path.join(name);
        let write = || -> Result<T> {
            let mut writer = BufWriter::with_capacity(1 << 20, File::create(&path)?);
            let filled = fill(&mut writer)?;
            writer.flush()?;
            // On disk before it has its name.
            writer.get_ref().sync_all()?;
            Ok(filled)
        };
        write().with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Gives the snapshot its name. If another one has it, that one stays.
    pub fn publish(mut self) -> Result<Published> {
        let target = self.target.display();
        if fs::read_dir(&self.target).is_ok_and(|mut entries| entries.next().is_some()) {
            if !same(&self.path, &self.target)? {
                bail!(
                    "{target} has another snapshot, or something else, which is not overwritten: remove it, or give another --out"
                );
            }
            return Ok(Published::Unchanged);
        }
        fs::rename(&self.path, &self.target)
            .with_context(|| format!("{target} cannot be put in place"))?;
        self.published = true;
        Ok(Published::Written)
    }
}

/// What was not published goes.
impl Drop for Partial {
    fn drop(&mut self) {
        if !self.published {
            // Nothing depends on it: the next run clears what is left.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Whether two directories have the same snapshot.
fn same(one: &Path, other: &Path) -> Result<bool> {
    for name in FILES {
        let (one, other) = (one.join(name), other.join(name));
        if !other.is_file() || fs::metadata(&one)?.len() != fs::metadata(&other)?.len() {
            return Ok(false);
        }
        let (mut one, mut other) = (File::open(one)?, File::open(other)?);
        let (mut left, mut right) = (vec![0; 1 << 20], vec![0; 1 << 20]);
        loop {
            let read = one.read(&mut left)?;
            let (Some(left), Some(right)) = (left.get(..read), right.get_mut(..read)) else {
                break;
            };
            other.read_exact(right)?;
            if left != right {
                return Ok(false);
            }
            if read == 0 {
                break;
            }
        }
    }
    Ok(true)
}
