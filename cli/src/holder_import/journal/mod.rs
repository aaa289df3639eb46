//! What was sent, on the disk before it is sent: with it an import that was killed goes on where it stopped.
//!
//! Lines are only ever added. A line that is torn at the end of the file was never synchronized, so its transaction
//! was never sent, and it is cut off. One run at a time has the journal, by a lock that ends with the process.

mod entry;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
pub use entry::{Binding, Entry, Sent, VERSION};

/// A journal, locked.
#[derive(Debug)]
pub struct Journal {
    file: File,
    path: PathBuf,
    pending: Vec<Sent>,
}

impl Journal {
    /// Opens the journal at this path, or begins it.
    ///
    /// # Errors
    /// If another run has it, it belongs to something else, or it cannot be read.
    pub fn open(path: &Path, binding: &Binding) -> anyhow::Result<Self> {
        let what = || format!("journal {}", path.display());
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = file.with_context(what)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => bail!(
                "another import is running with journal {}: wait until it has ended",
                path.display()
            ),
            Err(TryLockError::Error(error)) => return Err(error).with_context(what),
        }
        let mut journal = Self { file, path: path.to_owned(), pending: Vec::new() };
        let entries = journal.read().with_context(what)?;
        let (first, complete) = (entries.first(), entries.last() == Some(&Entry::Complete));
        match first {
            Some(Entry::Begun(found)) if found == binding => journal.pending = unsettled(&entries),
            Some(Entry::Begun(found)) if !complete => refuse(path, found, binding)?,
            Some(Entry::Begun(_)) | None => journal.begin(binding).with_context(what)?,
            Some(_) => bail!(
                "journal {} does not say what it belongs to: it is not a journal of an import",
                path.display()
            ),
        }
        Ok(journal)
    }

    /// Transactions that were sent, and of which it is not known what became of them.
    pub fn take_pending(&mut self) -> Vec<Sent> {
        std::mem::take(&mut self.pending)
    }

    /// Adds lines, and returns when they are on the disk.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn append(&mut self, entries: &[Entry]) -> anyhow::Result<()> {
        let mut lines = Vec::new();
        for entry in entries {
            serde_json::to_writer(&mut lines, entry)?;
            lines.push(b'\n');
        }
        let written = self.file.write_all(&lines).and_then(|()| self.file.sync_data());
        written.with_context(|| {
            format!(
                "journal {} cannot be written: nothing more is sent without it",
                self.path.display()
            )
        })
    }

    /// A journal without anything in it, or of an import that is complete, begins anew.
    fn begin(&mut self, binding: &Binding) -> anyhow::Result<()> {
        self.cut(0)?;
        self.append(&[Entry::Begun(binding.clone())])?;
        // The name too has to outlast a loss of power.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(())
    }

    fn cut(&mut self, length: u64) -> anyhow::Result<()> {
        self.file.set_len(length)?;
        self.file.seek(SeekFrom::End(0))?;
        Ok(())
    }

    fn read(&mut self) -> anyhow::Result<Vec<Entry>> {
        let mut bytes = Vec::new();
        self.file.read_to_end(&mut bytes)?;
        let (mut entries, mut whole) = (Vec::new(), 0_usize);
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate().peekable();
        while let Some((index, line)) = lines.next() {
            match serde_json::from_slice::<Entry>(line) {
                Ok(entry) if line.ends_with(b"\n") => entries.push(entry),
                _ if lines.peek().is_none() => break,
                read => {
                    ensure!(
                        read.is_ok(),
                        "line {} is damaged, and there are lines after it: look up what the others sent, then name another with --journal",
                        index.saturating_add(1)
                    );
                }
            }
            whole = whole.saturating_add(line.len());
        }
        self.cut(u64::try_from(whole)?)?;
        Ok(entries)
    }
}

fn unsettled(entries: &[Entry]) -> Vec<Sent> {
    let mut pending: Vec<Sent> = Vec::new();
    for entry in entries {
        match entry {
            Entry::Sent(sent) => pending.push(sent.clone()),
            Entry::Confirmed { signature: settled }
            | Entry::Failed { signature: settled, .. }
            | Entry::Expired { signature: settled } => {
                pending.retain(|sent| sent.signature != *settled)
            }
            Entry::Begun(_) | Entry::Complete => {}
        }
    }
    pending
}

fn refuse(path: &Path, found: &Binding, wanted: &Binding) -> anyhow::Result<()> {
    let path = path.display();
    if found.version != wanted.version {
        bail!(
            "journal {path} is of version {}, and this is version {}: use the command line that wrote it",
            found.version,
            wanted.version
        );
    }
    let (what, theirs, ours) = if found.genesis_hash != wanted.genesis_hash {
        ("on the cluster with genesis hash", &found.genesis_hash, &wanted.genesis_hash)
    } else if found.registry != wanted.registry {
        ("into register", &found.registry, &wanted.registry)
    } else {
        ("of a file with SHA-256", &found.file_sha256, &wanted.file_sha256)
    };
    bail!(
        "journal {path} belongs to an import {what} {theirs}, not {ours}, and that import is not complete: finish it, \
         or name another with --journal"
    )
}
