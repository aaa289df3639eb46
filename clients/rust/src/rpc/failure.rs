//! Why a transaction failed, as a sentence.

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use scrip_transfer_hook::error::HookError;
use serde::Deserialize;
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;
use spl_token_2022_interface::error::TokenError;

use crate::addresses::TOKEN_2022;

/// The issuer program's interface description, which has a sentence for each of its errors.
const IDL: &str = include_str!("../../../../idl/scrip_issuer.json");

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
    match (sentence(*code, logs), failed_program(logs)) {
        (Some(sentence), Some(TOKEN_2022)) => format!("Token-2022: {sentence}"),
        (Some(sentence), _) => sentence,
        (None, Some(program)) => format!("program {program} failed with number {code}"),
        (None, None) => format!("instruction {place} failed with number {code}"),
    }
}

/// What the number of an error says, of a Scrip program or Token-2022; `None` if another program failed, whose numbers
/// mean something else. Without logs it is taken for one of Scrip's.
///
/// ```
/// use scrip_client::rpc::failure::sentence;
/// let logs = ["Program 11111111111111111111111111111111 failed: x".to_owned()];
/// assert!(sentence(7000, &[]).unwrap().ends_with("(NotAdmin, 7000)"));
/// assert_eq!(sentence(7000, &logs), None);
/// ```
#[must_use]
pub fn sentence(code: u32, logs: &[String]) -> Option<String> {
    let failed = failed_program(logs);
    if failed == Some(TOKEN_2022) {
        return TokenError::try_from(code).ok().map(|error| format!("{error} ({code})"));
    }
    let ours = |program| [scrip_issuer::ID, scrip_transfer_hook::ID].contains(&program);
    let (name, sentence) = describe(code).filter(|_| failed.is_none_or(ours))?;
    Some(format!("{sentence} ({name}, {code})"))
}

/// The innermost program that failed, which is the first that the logs tell of.
#[must_use]
pub fn failed_program(logs: &[String]) -> Option<Pubkey> {
    let failed = logs.iter().find_map(|line| line.strip_prefix("Program ")?.split_once(" failed"));
    failed?.0.parse().ok()
}
