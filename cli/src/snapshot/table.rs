//! CSV files: read strictly, and every complaint names file, line, field, and what was expected there.

use std::fs::File;
use std::path::Path;
use std::str::FromStr;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail};
use csv::{ReaderBuilder, StringRecord, Trim};

use super::progress;

/// One line of a file.
pub struct Row<'a> {
    header: &'a [&'a str],
    record: &'a StringRecord,
}

impl Row<'_> {
    /// A field as it stands there.
    pub fn text(&self, column: usize) -> Result<&str> {
        self.record.get(column).context("a field is missing")
    }

    /// An address.
    pub fn address(&self, column: usize) -> Result<Pubkey> {
        self.parse(column, "an address of 32 bytes in base 58")
    }

    /// An amount in base units.
    pub fn amount(&self, column: usize) -> Result<u64> {
        self.parse(column, "a whole number from 0 to 18446744073709551615")
    }

    /// A position.
    pub fn index(&self, column: usize) -> Result<u32> {
        self.parse(column, "a whole number from 0 to 4294967295")
    }

    fn parse<T: FromStr>(&self, column: usize, expected: &str) -> Result<T> {
        let text = self.text(column)?;
        let name = self.header.get(column).copied().unwrap_or_default();
        match text.parse() {
            Ok(value) => Ok(value),
            Err(_) => bail!("{name} is \"{text}\", not {expected}"),
        }
    }
}

/// Reads every line of the file at `path`, whose first line is `header`; lines that begin with `#` are
/// comments.
pub fn read(
    path: &Path,
    header: &[&str],
    mut each: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    let name = path.display();
    let file = File::open(path).with_context(|| format!("{name} cannot be opened"))?;
    let bar = progress::bytes("read", file.metadata().map_or(0, |metadata| metadata.len()));
    let mut reader = ReaderBuilder::new()
        .comment(Some(b'#'))
        .trim(Trim::All)
        .buffer_capacity(1 << 20)
        .from_reader(bar.wrap_read(file));
    let found = reader.headers().with_context(|| format!("{name} cannot be read"))?;
    if !found.iter().eq(header.iter().copied()) {
        let (found, wanted) = (found.iter().collect::<Vec<_>>().join(","), header.join(","));
        bail!("{name} begins with the columns \"{found}\", and must begin with \"{wanted}\"");
    }
    let mut record = StringRecord::new();
    // The reader's own messages name the line, but not the file.
    while reader.read_record(&mut record).with_context(|| format!("{name} is malformed"))? {
        let line = record.position().map_or(0, csv::Position::line);
        each(&Row { header, record: &record }).with_context(|| format!("{name} line {line}"))?;
    }
    bar.finish_and_clear();
    Ok(())
}
