//! What is missing, done: as few transactions as its steps fit into, one after the other.
//!
//! The key of a new mint is on the disk before anything is sent. Whatever interrupts a run, the next one compares the
//! file with the chain again and goes on.

use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use serde_json::{Value, json};
use solana_hash::Hash;
use solana_message::{VersionedMessage, v0};

use super::mint_key;
use super::outline::{Outline, Step};
use crate::options::Output;
use crate::plan::{Plan, Signatory};
use crate::session::Session;
use crate::session::carry_out::Done;

/// Bytes of a transaction, less what limit, price and a nonce take.
const ROOM: usize = 1_232 - 170;
/// Bytes of a signature.
const SIGNATURE: usize = 64;

/// What came of a file.
#[derive(Debug)]
pub struct Outcome {
    /// The share's symbol.
    pub symbol: String,
    /// Its mint; none while a dry run has made no key of it.
    pub mint: Option<Pubkey>,
    /// `created`, `changed`, `up to date`, `planned` or `printed`.
    pub result: &'static str,
    /// What was done, or would be.
    pub steps: Vec<String>,
    /// What somebody else has to do, or time has to bring.
    pub waiting: Vec<String>,
    /// Signatures of the transactions.
    pub transactions: Vec<String>,
}

impl Outcome {
    /// Its columns in an answer.
    pub const COLUMNS: [&'static str; 6] =
        ["symbol", "mint", "result", "steps", "waiting", "transactions"];

    /// Its values in an answer: for people, each step on a line of its own.
    #[must_use]
    pub fn values(&self, output: Output) -> Vec<Value> {
        let lines = |lines: &[String]| match output {
            Output::Table => json!(lines.join("\n")),
            Output::Json => json!(lines),
        };
        vec![
            json!(self.symbol),
            json!(self.mint.map(|mint| mint.to_string())),
            json!(self.result),
            lines(&self.steps),
            lines(&self.waiting),
            lines(&self.transactions),
        ]
    }
}

/// Does what is missing; with `dry_run` only says it.
///
/// # Errors
/// If a transaction does not get through. What was done before stays, and the next run goes on.
pub async fn carry_out(
    session: &Session,
    outline: Outline,
    dry_run: bool,
) -> anyhow::Result<Outcome> {
    let Outline { symbol, share, new_mint, steps, waiting } = outline;
    let mint = Some(share.mint);
    let titles = steps.iter().map(|step| step.title.clone()).collect();
    let mut outcome = Outcome {
        symbol,
        mint,
        result: "up to date",
        steps: titles,
        waiting,
        transactions: vec![],
    };
    if steps.is_empty() {
        return Ok(outcome);
    }
    if dry_run {
        outcome.result = "planned";
        // The key of a mint that is on no disk is forgotten with this run.
        outcome.mint = mint.filter(|_| new_mint.is_none_or(|(_, path)| path.exists()));
        return Ok(outcome);
    }
    outcome.result = if new_mint.is_some() { "created" } else { "changed" };
    let mut signer = None;
    if let Some((keypair, path)) = new_mint {
        if !path.exists() {
            mint_key::write(&path, &keypair)?;
        }
        signer = Some(Signatory::Held(Box::new(keypair)));
    }
    let payer = session.payer()?.address();
    for plan in plans(&payer, steps, signer)? {
        match session.carry_out_part(plan).await? {
            Done::Confirmed(signature) => outcome.transactions.push(signature.to_string()),
            Done::Printed => {
                outcome.result = "printed";
                outcome.waiting.push("sign and send it, then run this again".to_owned());
                return Ok(outcome);
            }
        }
    }
    Ok(outcome)
}

/// The steps in as few plans as they fit into. The first creates the mint, which `signer` is the key of.
fn plans(
    payer: &Pubkey,
    steps: Vec<Step>,
    mut signer: Option<Signatory>,
) -> anyhow::Result<Vec<Plan>> {
    let mut plans: Vec<Plan> = Vec::new();
    for step in steps {
        let creates = signer.as_ref().is_some_and(|mint| signs(&step, &mint.address()));
        if let Some(last) = plans.last_mut() {
            let together: Vec<_> =
                last.instructions.iter().chain(&step.instructions).cloned().collect();
            if last.signers.is_empty() && !creates && size(payer, &together)? <= ROOM {
                last.instructions = together;
                last.title = format!("{}; {}", last.title, step.title);
                continue;
            }
        }
        let mut plan = Plan::new(step.title, step.instructions);
        if creates && let Some(mint) = signer.take() {
            plan = plan.signed_by(mint);
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn signs(step: &Step, key: &Pubkey) -> bool {
    let accounts = step.instructions.iter().flat_map(|instruction| &instruction.accounts);
    accounts.clone().any(|account| account.is_signer && account.pubkey == *key)
}

/// Bytes of a transaction of these instructions.
fn size(
    payer: &Pubkey,
    instructions: &[anchor_lang::solana_program::instruction::Instruction],
) -> anyhow::Result<usize> {
    let message = v0::Message::try_compile(payer, instructions, &[], Hash::default());
    let message = message.context("the transaction cannot be put together")?;
    let signatures = usize::from(message.header.num_required_signatures).saturating_mul(SIGNATURE);
    let message = VersionedMessage::V0(message).serialize().len();
    Ok(message.saturating_add(signatures).saturating_add(1))
}
