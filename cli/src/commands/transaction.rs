//! Transactions for keys that are elsewhere: shown, signed, combined (all three without a node), and sent.

use std::time::Duration;

use anyhow::{bail, ensure};
use clap::{Args, Subcommand};
use scrip_client::rpc::send::{Lifetime, SendError};
use serde_json::json;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use crate::describe::transaction::{nonce, signers};
use crate::output::Answer;
use crate::session::failure::{self, Unsettled};
use crate::session::settle::Receipt;
use crate::session::sign::add_signatures;
use crate::session::{Session, offline};

/// How long a transaction with a durable nonce is waited for.
const NONCE_PATIENCE: Duration = Duration::from_secs(60);

/// The commands of `scrip transaction`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what a transaction does and who has signed it. Needs no node.
    Show(One),
    /// Add the signatures of --keypair (and --fee-payer), and print the transaction. Needs no node.
    Sign(One),
    /// Put the signatures of several copies of a transaction together, and print it. Needs no node.
    Combine(Many),
    /// Send a transaction that everybody has signed. Safe to repeat: it happens once.
    Send(One),
}

/// A transaction.
#[derive(Args, Debug)]
pub struct One {
    /// File with it, or its base 64
    #[arg(value_name = "FILE|BASE64")]
    transaction: String,
}

/// Copies of a transaction.
#[derive(Args, Debug)]
pub struct Many {
    /// Files with them, or their base 64
    #[arg(value_name = "FILE|BASE64", required = true, num_args = 1..)]
    transactions: Vec<String>,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Show(one) => show(session, &offline::read(&one.transaction)?),
            Self::Sign(one) => sign(session, offline::read(&one.transaction)?),
            Self::Combine(many) => combine(session, &many),
            Self::Send(one) => send(session, &offline::read(&one.transaction)?).await,
        }
    }
}

fn show(session: &Session, transaction: &VersionedTransaction) -> anyhow::Result<()> {
    if session.is_for_people() {
        println!("{}", offline::lines(transaction).join("\n"));
        return Ok(());
    }
    session.answer(&Answer::Record(offline::fields(transaction, None)?));
    Ok(())
}

fn sign(session: &Session, mut transaction: VersionedTransaction) -> anyhow::Result<()> {
    for line in offline::lines(&transaction) {
        eprintln!("{line}");
    }
    let mut signatories = vec![session.actor()?];
    if session.options.fee_payer.is_some() {
        signatories.push(session.payer()?);
    }
    session.confirm("a signature cannot be taken back", "sign the transaction")?;
    if add_signatures(&mut transaction, &signatories.iter().collect::<Vec<_>>()) == 0 {
        let keys: Vec<_> = signatories.iter().map(|one| one.address().to_string()).collect();
        bail!(
            "{} has nothing to sign here, or its key is not at hand: name the keypair file of a signer that is missing",
            keys.join(", ")
        );
    }
    offline::print(session, &transaction, None, Vec::new())
}

fn combine(session: &Session, many: &Many) -> anyhow::Result<()> {
    let mut copies = Vec::new();
    for named in &many.transactions {
        copies.push(offline::read(named)?);
    }
    let mut copies = copies.into_iter();
    let Some(mut whole) = copies.next() else { bail!("name a transaction") };
    for copy in copies {
        ensure!(
            copy.message == whole.message,
            "these are different transactions: combine copies of one, as --sign-only printed it"
        );
        let theirs = signers(&copy).present;
        let keys = copy.message.static_account_keys();
        let signed = keys.iter().zip(&copy.signatures).zip(&mut whole.signatures);
        for ((key, theirs_), ours) in signed {
            if theirs.contains(key) {
                *ours = *theirs_;
            }
        }
    }
    offline::print(session, &whole, None, Vec::new())
}

async fn send(session: &Session, transaction: &VersionedTransaction) -> anyhow::Result<()> {
    let signers = signers(transaction);
    let unsigned = signers.missing.iter().chain(&signers.wrong).map(ToString::to_string);
    let unsigned: Vec<_> = unsigned.collect();
    ensure!(
        unsigned.is_empty(),
        "not sent: {} must sign first, with `scrip transaction sign`",
        unsigned.join(" and ")
    );
    let signature = transaction.signatures.first().copied().unwrap_or_default();
    if let Some(receipt) = landed(session, transaction, signature).await? {
        return answer(session, &receipt, "it was there already: nothing was sent");
    }
    let advancing = nonce(&transaction.message);
    let lifetime = match advancing {
        Some((account, _)) => {
            let now = session.nonce_at(account).await?.value;
            ensure!(
                now == *transaction.message.recent_blockhash(),
                "nonce {account} was advanced by another transaction: this one can never be sent, make it anew"
            );
            Lifetime::Nonce(NONCE_PATIENCE)
        }
        None => {
            let (hash, commitment) =
                (transaction.message.recent_blockhash(), session.rpc.commitment());
            ensure!(
                session.rpc.is_blockhash_valid(hash, commitment).await?,
                "the transaction has expired, a minute after it was made: nothing happened, make it anew, with --nonce to have more time"
            );
            // Not before its own, which the transaction does not say.
            let (_, height) = session.rpc.get_latest_blockhash_with_commitment(commitment).await?;
            Lifetime::Blockhash(height)
        }
    };
    let simulated = session.simulate_signed("send the transaction", transaction, false).await?;
    if session.is_for_people() {
        eprintln!("what will change:");
        for line in simulated.lines() {
            eprintln!("  {line}");
        }
    }
    let settled = session.settle(transaction, lifetime).await;
    match (settled, advancing) {
        (Ok(receipt), _) => answer(session, &receipt, "sent"),
        (Err(error), Some((account, _)))
            if matches!(error.downcast_ref(), Some(SendError::Pending(_))) =>
        {
            let used =
                session.nonce_at(account).await?.value != *transaction.message.recent_blockhash();
            match landed(session, transaction, signature).await? {
                Some(receipt) => answer(session, &receipt, "sent"),
                None if used => bail!(
                    "nonce {account} was advanced by another transaction: this one did not happen and never can, make it anew"
                ),
                None => Err(Unsettled(format!(
                    "transaction {signature} is not confirmed yet, and may still be: send it again, or end it with `scrip nonce advance {account}`"
                ))
                .into()),
            }
        }
        (Err(error), _) => Err(error),
    }
}

/// What became of a transaction that was sent before, however long ago.
async fn landed(
    session: &Session,
    transaction: &VersionedTransaction,
    signature: Signature,
) -> anyhow::Result<Option<Receipt>> {
    let found = session.rpc.get_signature_statuses_with_history(&[signature]).await?.value;
    let Some(status) = found.into_iter().flatten().next() else { return Ok(None) };
    if !status.satisfies_commitment(session.rpc.commitment()) {
        return Ok(None);
    }
    if let Err(error) = status.status {
        bail!(
            "transaction {signature} was sent before, and failed: {}",
            failure::explain(&error, &[])
        );
    }
    Ok(Some(session.receipt(transaction, signature).await))
}

fn answer(session: &Session, receipt: &Receipt, done: &str) -> anyhow::Result<()> {
    let mut fields = receipt.fields(done, session.options.output);
    fields.push(("already_there", json!(done != "sent")));
    session.answer(&Answer::Record(fields));
    Ok(())
}
