//! A program's error code as a sentence, from the programs' own IDLs.

use std::sync::LazyLock;

use serde::Deserialize;
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;

static ERRORS: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let idls = [
        include_str!("../../../idl/scrip_issuer.json"),
        include_str!("../../../idl/scrip_transfer_hook.json"),
    ];
    idls.iter()
        .filter_map(|idl| serde_json::from_str::<Idl>(idl).ok())
        .flat_map(|idl| idl.errors)
        .collect()
});

#[derive(Deserialize)]
struct Idl {
    errors: Vec<Named>,
}

/// An error of a program.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    /// Its number.
    pub code: u32,
    /// Its name.
    pub name: String,
    /// What it says.
    pub msg: String,
}

/// The error with this number. The two programs share one set of numbers.
#[must_use]
pub fn named(code: u32) -> Option<&'static Named> {
    ERRORS.iter().find(|error| error.code == code)
}

/// Why a transaction failed: the program's sentence, and what it saw.
#[must_use]
pub fn explain(error: &TransactionError, logs: &[String]) -> String {
    let sentence = match error {
        TransactionError::InstructionError(_, InstructionError::Custom(code)) => match named(*code)
        {
            Some(named) => format!("{} ({}, {})", named.msg, named.name, named.code),
            None => format!("custom program error {code} (0x{code:x})"),
        },
        other => other.to_string(),
    };
    let seen = logs.iter().filter_map(|line| line.strip_prefix("Program log: "));
    let seen =
        seen.filter(|line| !line.starts_with("Instruction: ") && !line.starts_with("AnchorError"));
    match seen.last() {
        Some(line) => format!("{sentence}\n  seen: {line}"),
        None => sentence,
    }
}
