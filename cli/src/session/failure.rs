//! Why something failed, as sentences: whose error it is, what it says, what was seen, what to do.

use anchor_lang::prelude::Pubkey;
use scrip_client::rpc::failure::{failed_program, sentence};
use scrip_client::rpc::fetch::FetchError;
use scrip_client::rpc::send::SendError;
use solana_instruction_error::InstructionError;
use solana_rpc_client_api::client_error::{Error as ClientError, ErrorKind};
use solana_transaction_error::TransactionError;

use crate::describe::instruction::{program_name, sol};

/// It is not known whether a transaction arrived: exit code 3.
#[derive(Debug)]
pub struct Unsettled(pub String);

impl std::fmt::Display for Unsettled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsettled {}

/// 1, or 3 if it is not known whether a transaction arrived.
#[must_use]
pub fn exit_code(error: &anyhow::Error) -> u8 {
    let unknown =
        matches!(error.downcast_ref(), Some(SendError::Unknown(..) | SendError::Pending(_)));
    if unknown || error.downcast_ref::<Unsettled>().is_some() { 3 } else { 1 }
}

/// An error in which a node that cannot be reached is one clear line.
#[must_use]
pub fn reachable(error: anyhow::Error, url: &str) -> anyhow::Error {
    let client = match error.downcast_ref::<FetchError>() {
        Some(FetchError::Client(client)) => Some(client.as_ref()),
        _ => error.downcast_ref::<ClientError>(),
    };
    if !client.is_some_and(is_unreachable) {
        return error;
    }
    anyhow::anyhow!(
        "no node answers at {url}: start one, or name another with --url or SCRIP_RPC_URL"
    )
}

fn is_unreachable(error: &ClientError) -> bool {
    match error.kind() {
        ErrorKind::Reqwest(_) | ErrorKind::Middleware(_) | ErrorKind::Io(_) => true,
        // Some calls of the client keep nothing but the text.
        _ => error.to_string().contains("error sending request"),
    }
}

/// Why a transaction failed: the program's sentence, and what it saw.
#[must_use]
pub fn explain(error: &TransactionError, logs: &[String]) -> String {
    explain_for(error, logs, None)
}

/// The same, where the payer and its lamports are known.
#[must_use]
pub fn explain_for(
    error: &TransactionError,
    logs: &[String],
    payer: Option<(&Pubkey, u64)>,
) -> String {
    let who = payer.map_or_else(
        || "the fee payer".to_owned(),
        |(key, has)| format!("{key}, which has {}", sol(has)),
    );
    let sentence = match error {
        TransactionError::InstructionError(_, inner) => of_instruction(inner, logs),
        TransactionError::AccountNotFound => {
            format!("whoever pays the fee has no account: send SOL to {who}, or name another with --fee-payer")
        }
        TransactionError::InsufficientFundsForFee => {
            format!("there is too little SOL for the fee: send some to {who}, or name another with --fee-payer")
        }
        TransactionError::InsufficientFundsForRent { .. } => {
            format!("an account would keep less SOL than its rent: send some to {who}, or name another with --fee-payer")
        }
        TransactionError::BlockhashNotFound => {
            "the transaction has expired (or its nonce was advanced): nothing happened, make it anew".to_owned()
        }
        other => other.to_string(),
    };
    let seen = logs.iter().filter_map(|line| seen(line));
    // What the sentence says already is not seen again.
    let seen: Vec<&str> = seen.filter(|line| !sentence.contains(line)).collect();
    match seen.as_slice() {
        [] => sentence,
        lines => format!("{sentence}\n  seen: {}", lines.join("\n        ")),
    }
}

/// Lines in which a program says what it saw, without those that every call logs.
fn seen(line: &str) -> Option<&str> {
    let ours = line.strip_prefix("Program log: ")?;
    let noise = [
        "Instruction: ",
        "AnchorError",
        "ProgramError occurred",
        "Create",
        "Initialize the associated",
        "Please upgrade",
        "Warning: Mint has a permanent delegate",
    ];
    (!noise.iter().any(|start| ours.starts_with(start))).then_some(ours)
}

fn of_instruction(error: &InstructionError, logs: &[String]) -> String {
    let program = failed_program(logs);
    let whose = program.map_or_else(String::new, |program| format!("{}: ", program_name(&program)));
    let system = program == Some(solana_sdk_ids::system_program::ID);
    let InstructionError::Custom(code) = error else { return format!("{whose}{error}") };
    if let Some((needed, has)) = system.then(|| insufficient(logs)).flatten() {
        return format!(
            "{whose}whoever pays has too little SOL: {} is needed, and {} is there. Send some, or name another with --fee-payer",
            sol(needed),
            sol(has),
        );
    }
    let sentence = match code {
        0 if system => "an account that is to be created is there already".to_owned(),
        1 if system => "there is too little SOL".to_owned(),
        code => sentence(*code, logs)
            .or_else(|| anchor_message(logs))
            .unwrap_or_else(|| format!("error {code} (0x{code:x})")),
    };
    format!("{whose}{sentence}")
}

/// `Transfer: insufficient lamports 12, need 34` as (34, 12).
fn insufficient(logs: &[String]) -> Option<(u64, u64)> {
    let (_, numbers) = logs.iter().find_map(|line| line.split_once("insufficient lamports "))?;
    let (has, needed) = numbers.split_once(", need ")?;
    Some((needed.trim().parse().ok()?, has.trim().parse().ok()?))
}

/// What Anchor says of its own errors.
fn anchor_message(logs: &[String]) -> Option<String> {
    let line = logs.iter().find(|line| line.starts_with("Program log: AnchorError"))?;
    let (_, message) = line.split_once("Error Message: ")?;
    let account =
        line.split_once("caused by account: ").and_then(|(_, rest)| rest.split('.').next());
    let message = message.trim_end_matches('.');
    Some(
        account
            .map_or_else(|| message.to_owned(), |account| format!("account {account}: {message}")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn an_error_names_its_program_and_what_it_saw() {
        let hook = scrip_transfer_hook::ID;
        let logs = lines(&[
            "Program log: Instruction: Halt",
            "Program log: until 7",
            &format!("Program {hook} failed: x"),
        ]);
        let failed = TransactionError::InstructionError(0, InstructionError::Custom(6100));
        let said = explain(&failed, &logs);
        assert!(said.starts_with("Scrip transfer hook: "), "{said}");
        assert!(said.contains("(Halted, 6100)") && said.ends_with("seen: until 7"), "{said}");
    }

    #[test]
    fn too_little_sol_says_how_much() {
        let logs = lines(&[
            "Transfer: insufficient lamports 1000000000, need 2500000000",
            "Program 11111111111111111111111111111111 failed: custom program error: 0x1",
        ]);
        let failed = TransactionError::InstructionError(0, InstructionError::Custom(1));
        let said = explain(&failed, &logs);
        assert!(said.contains("2.5 SOL is needed, and 1 SOL is there"), "{said}");
    }

    #[test]
    fn another_programs_number_is_not_taken_for_ours() {
        let other = Pubkey::new_from_array([7; 32]);
        let failed = TransactionError::InstructionError(0, InstructionError::Custom(6100));
        let said = explain(&failed, &lines(&[&format!("Program {other} failed: x")]));
        assert_eq!(said, format!("{other}: error 6100 (0x17d4)"));
    }
}
