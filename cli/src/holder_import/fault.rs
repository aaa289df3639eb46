//! What is wrong with a file, and where.

use serde_json::json;

use crate::options::Output;
use crate::output::Answer;
use crate::session::Session;

/// Faults that are told one by one; of more only the number is told.
const TOLD: usize = 50;

/// What is wrong in one place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1, which is the header.
    pub line: u64,
    /// The column by its name, or nothing when it is the line as a whole.
    pub column: &'static str,
    /// What is there, what is allowed, what to do.
    pub message: String,
}

impl Fault {
    /// A fault in one cell.
    pub fn at(line: u64, column: &'static str, message: impl Into<String>) -> Self {
        Self { line, column, message: message.into() }
    }

    /// A fault of a line as a whole.
    pub fn of_line(line: u64, message: impl Into<String>) -> Self {
        Self::at(line, "", message)
    }
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.column {
            "" => write!(f, "line {}: {}", self.line, self.message),
            column => write!(f, "line {}, column {column}: {}", self.line, self.message),
        }
    }
}

/// Tells all faults, in the order of their lines, and returns the error that ends the command.
pub fn tell(session: &Session, file: &std::path::Path, mut faults: Vec<Fault>) -> anyhow::Error {
    faults.sort_by_key(|fault| fault.line);
    if session.options.output == Output::Json {
        let cells =
            |fault: &Fault| vec![json!(fault.line), json!(fault.column), json!(fault.message)];
        session.answer(&Answer::Rows {
            columns: vec!["line", "column", "fault"],
            rows: faults.iter().map(cells).collect(),
            empty: "",
        });
    } else {
        for fault in faults.iter().take(TOLD) {
            eprintln!("{fault}");
        }
        if let Some(more @ 1..) = faults.len().checked_sub(TOLD) {
            eprintln!("and {more} more");
        }
    }
    anyhow::anyhow!(
        "{} has {} faults: mend them and run it again. Nothing was sent",
        file.display(),
        faults.len()
    )
}
