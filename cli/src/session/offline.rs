//! Transactions that are signed elsewhere: their bytes in base 64, passed around as text or in files.

use std::path::Path;

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use solana_transaction::versioned::VersionedTransaction;

use super::Session;
use super::simulate::wire;
use crate::describe::instruction::Described;
use crate::describe::transaction::{described, nonce, signers};
use crate::output::Answer;

/// A transaction in base 64, in a file that holds that, or in a file (or text) of JSON with a field `transaction`.
///
/// # Errors
/// If it is none of these.
pub fn read(named: &str) -> anyhow::Result<VersionedTransaction> {
    let text = if Path::new(named).is_file() {
        std::fs::read_to_string(named).with_context(|| format!("cannot read {named}"))?
    } else {
        named.to_owned()
    };
    let json: Option<Value> = serde_json::from_str(&text).ok();
    let field = json.as_ref().and_then(|json| json.get("transaction")?.as_str());
    // The readable form has the transaction on its last line.
    let encoded = field.or_else(|| text.trim().lines().last()).unwrap_or_default().trim();
    let bytes = BASE64_STANDARD.decode(encoded).ok().filter(|bytes| !bytes.is_empty());
    let shown: String = named.chars().take(60).collect();
    let bytes = bytes.with_context(|| {
        format!(
            "`{shown}` is neither a file nor a transaction in base 64, as --sign-only prints it"
        )
    })?;
    let transaction: VersionedTransaction = bincode::deserialize(&bytes)
        .with_context(|| format!("`{shown}` is base 64, but not of a transaction"))?;
    if transaction.sanitize().is_err() {
        bail!("`{shown}` is no sound transaction");
    }
    Ok(transaction)
}

/// What the transaction does and who has signed, for people, line by line.
#[must_use]
pub fn lines(transaction: &VersionedTransaction) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, instruction) in described(&transaction.message).iter().enumerate() {
        let mut words = instruction.lines().into_iter();
        lines.extend(words.next().map(|first| format!("{}. {first}", place.saturating_add(1))));
        lines.extend(words.map(|line| format!("   {line}")));
    }
    if transaction.message.address_table_lookups().is_some_and(|tables| !tables.is_empty()) {
        lines.push("some accounts come from lookup tables, and are not known offline".to_owned());
    }
    let signers = signers(transaction);
    lines.extend(signers.present.iter().map(|key| format!("signed by {key}")));
    lines.extend(signers.missing.iter().map(|key| format!("not yet signed by {key}")));
    lines.extend(signers.wrong.iter().map(|key| format!("the signature of {key} does not hold")));
    if let Some((account, authority)) = nonce(&transaction.message) {
        lines.push(format!("can be sent until nonce {account} is advanced (by {authority})"));
    }
    lines
}

/// Fields of the answer about a transaction, for programs.
///
/// # Errors
/// If it cannot be written.
pub fn fields(
    transaction: &VersionedTransaction,
    last_height: Option<u64>,
) -> anyhow::Result<Vec<(&'static str, Value)>> {
    let listed = |keys: &[anchor_lang::prelude::Pubkey]| {
        keys.iter().map(|key| json!(key.to_string())).collect::<Value>()
    };
    let signers = signers(transaction);
    let instructions = described(&transaction.message);
    Ok(vec![
        ("transaction", json!(wire(transaction)?)),
        ("signed", listed(&signers.present)),
        ("missing", listed(&signers.missing)),
        ("wrong", listed(&signers.wrong)),
        ("blockhash", json!(transaction.message.recent_blockhash().to_string())),
        ("last_valid_block_height", json!(last_height)),
        ("nonce", json!(nonce(&transaction.message).map(|(account, _)| account.to_string()))),
        ("instructions", instructions.iter().map(Described::json).collect()),
    ])
}

/// Prints a transaction: in words and then in base 64 on the last line, or as JSON.
///
/// # Errors
/// If it cannot be written.
pub fn print(
    session: &Session,
    transaction: &VersionedTransaction,
    last_height: Option<u64>,
    first: Vec<(&'static str, Value)>,
) -> anyhow::Result<()> {
    if session.is_for_people() {
        for line in lines(transaction) {
            println!("{line}");
        }
        if let Some(height) = last_height {
            println!(
                "can be sent for about a minute, up to block height {height}: --nonce makes it last"
            );
        }
        println!("{}", wire(transaction)?);
    } else {
        let all = first.into_iter().chain(fields(transaction, last_height)?).collect();
        session.answer(&Answer::Record(all));
    }
    Ok(())
}
