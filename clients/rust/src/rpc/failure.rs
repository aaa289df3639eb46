//! Why a transaction failed, as a sentence.

use std::sync::LazyLock;

use scrip_transfer_hook::error::HookError;
use serde::Deserialize;
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;
use spl_token_2022_interface::error::TokenError;

/// The issuer program's interface description, which has a sentence for each of its errors.
const IDL: &str = include_str!("../../../../idl/scrip_issuer.json");
/// Below this Token-2022's own numbers lie.
const TOKEN_ERRORS: u32 = 100;

static ISSUER_ERRORS: LazyLock<Vec<Named>> =
    LazyLock::new(|| serde_json::from_str::<Idl>(IDL).map(|idl| idl.errors).unwrap_or_default());

#[derive(Deserialize)]
struct Idl {
    errors: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    code: u32,
    name: String,
    msg: String,
}

/// Name and sentence of an error of either program; `None` for other numbers. The two share one set of numbers.
///
/// ```
/// use scrip_client::rpc::failure::describe;
/// assert_eq!(describe(7000).unwrap().0, "NotAdmin");
/// assert_eq!(describe(6100).unwrap().0, "Halted");
/// assert_eq!(describe(1), None);
/// ```
#[must_use]
pub fn describe(code: u32) -> Option<(&'static str, &'static str)> {
    HookError::describe(code).or_else(|| {
        let named = ISSUER_ERRORS.iter().find(|named| named.code == code);
        named.map(|named| (named.name.as_str(), named.msg.as_str()))
    })
}

/// Why a transaction failed: the sentence of the program that failed, and what it saw, if it logged that.
///
/// ```
/// use scrip_client::rpc::failure::explain;
/// use solana_instruction_error::InstructionError;
/// use solana_transaction_error::TransactionError;
/// let error = TransactionError::InstructionError(0, InstructionError::Custom(7000));
/// assert_eq!(explain(&error, &[]), "This signer is not the admin of the issuer (NotAdmin, 7000)");
/// ```
#[must_use]
pub fn explain(error: &TransactionError, logs: &[String]) -> String {
    let TransactionError::InstructionError(place, InstructionError::Custom(code)) = error else {
        return error.to_string();
    };
    if let Some((name, sentence)) = describe(*code) {
        return format!("{sentence} ({name}, {code})");
    }
    if *code < TOKEN_ERRORS
        && failed_program(logs) == Some(crate::addresses::TOKEN_2022.to_string().as_str())
        && let Ok(error) = TokenError::try_from(*code)
    {
        return format!("Token-2022: {error} ({code})");
    }
    match failed_program(logs) {
        Some(program) => format!("program {program} failed with number {code}"),
        None => format!("instruction {place} failed with number {code}"),
    }
}

/// The innermost program that failed, which is the first that the logs tell of.
fn failed_program(logs: &[String]) -> Option<&str> {
    logs.iter().find_map(|line| {
        let (program, rest) = line.strip_prefix("Program ")?.split_once(' ')?;
        rest.starts_with("failed").then_some(program)
    })
}
