//! The file as rows, or everything that is wrong with it.
//!
//! ```text
//! wallet,country,classes,kyc_expires,locked_until,identity
//! 7xKX...,CH,retail,2027-06-30,,customer-1
//! ```
//!
//! The columns may stand in any order, and `locked_until` may be left out.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord, Trim};
use scrip_client::addresses;
use scrip_transfer_hook::HolderDetails;

use super::cell;
use super::fault::Fault;
use super::identity::{self, Salt};
use crate::values::{class, country};

/// The columns by their names.
pub const COLUMNS: [&str; 6] =
    ["wallet", "country", "classes", "kyc_expires", "locked_until", "identity"];
const OPTIONAL: &str = "locked_until";

/// A wallet, and what was found out about its holder.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where in the file, from 1, which is the header.
    pub line: u64,
    /// The wallet.
    pub wallet: Pubkey,
    /// Where its record is, or will be.
    pub record: Pubkey,
    /// What was found out.
    pub details: HolderDetails,
}

/// What a file is read against.
#[derive(Debug)]
pub struct Rules<'a> {
    /// Whose register the records are on.
    pub registry: Pubkey,
    /// With what texts become identities.
    pub salt: Option<&'a Salt>,
    /// The chain's time, unix seconds.
    pub now: i64,
    /// Whether wallets may be accounts of programs.
    pub allow_off_curve: bool,
}

/// Reads the whole file.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(text: &[u8], rules: &Rules<'_>) -> Result<Vec<Row>, Vec<Fault>> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(text);
    let places = header(&mut reader)?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut seen = HashMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(unreadable(&error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        match row(line, &record, &places, rules) {
            Ok(row) => match seen.insert(row.wallet, line) {
                Some(first) => faults.push(Fault::at(
                    line,
                    "wallet",
                    format!("`{}` is in line {first} already: a wallet has one record, so leave one of them out", row.wallet),
                )),
                None => rows.push(row),
            },
            Err(found) => faults.extend(found),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        faults.push(Fault::of_line(1, "there are no holders below the header"));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// In which place each of the [`COLUMNS`] is.
type Places = [Option<usize>; COLUMNS.len()];

fn header(reader: &mut Reader<&[u8]>) -> Result<Places, Vec<Fault>> {
    let names = reader.headers().map_err(|error| vec![unreadable(&error)])?;
    let mut faults = Vec::new();
    for (place, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name) {
            let hint = format!(
                "`{name}` is no column: there are {}, separated by commas",
                COLUMNS.join(",")
            );
            faults.push(Fault::of_line(1, hint));
        } else if names.iter().take(place).any(|before| before == name) {
            faults.push(Fault::of_line(1, format!("`{name}` is there twice: leave one out")));
        }
    }
    let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
    for (column, place) in COLUMNS.iter().zip(places) {
        if place.is_none() && *column != OPTIONAL {
            faults.push(Fault::of_line(
                1,
                format!("the column {column} is missing: the header is {}", COLUMNS.join(",")),
            ));
        }
    }
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

fn row(
    line: u64,
    record: &StringRecord,
    places: &Places,
    rules: &Rules<'_>,
) -> Result<Row, Vec<Fault>> {
    let columns = places.iter().flatten().count();
    if record.len() != columns {
        let message = format!(
            "there are {} cells, and the header has {columns}: a comma is missing or too many; put a text with a comma in quotes",
            record.len()
        );
        return Err(vec![Fault::of_line(line, message)]);
    }
    let cell = |column: usize| {
        places.get(column).copied().flatten().and_then(|place| record.get(place)).unwrap_or("")
    };
    let mut faults = Vec::new();
    let [wallet_at, country_at, classes_at, kyc_at, lock_at, identity_at] = COLUMNS;
    let wallet =
        or_fault(cell::wallet(cell(0), rules.allow_off_curve), line, wallet_at, &mut faults);
    let details = HolderDetails {
        jurisdiction: or_fault(country::numeric(cell(1)), line, country_at, &mut faults),
        investor_classes: or_fault(class::bits(cell(2)), line, classes_at, &mut faults),
        kyc_expires_at: or_fault(cell::expiry(cell(3), rules.now), line, kyc_at, &mut faults),
        locked_until: or_fault(cell::lock(cell(4)), line, lock_at, &mut faults),
        identity: or_fault(identity::parse(cell(5), rules.salt), line, identity_at, &mut faults),
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Row { line, wallet, record: addresses::holder(&rules.registry, &wallet), details })
}

fn or_fault<T: Default>(
    parsed: Result<T, String>,
    line: u64,
    column: &'static str,
    faults: &mut Vec<Fault>,
) -> T {
    parsed.unwrap_or_else(|message| {
        faults.push(Fault::at(line, column, message));
        T::default()
    })
}

fn unreadable(error: &csv::Error) -> Fault {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        ErrorKind::Utf8 { .. } => Fault::of_line(
            line,
            "it is not UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)",
        ),
        _ => Fault::of_line(line, error.to_string()),
    }
}
