//! Many transactions that do not depend on each other, some at a time. Each is simulated first, so that nobody pays a
//! fee for one that the program would refuse. Nothing is written down here: what was done, the chain says.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anyhow::{Context as _, bail};
use indicatif::ProgressBar;
use scrip_client::rpc::failure::describe;
use scrip_client::rpc::send::{Lifetime, send_and_confirm};
use serde_json::json;
use solana_hash::Hash;
use solana_instruction_error::InstructionError;
use solana_keypair::Keypair;
use solana_message::VersionedMessage;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::config::RpcSimulateTransactionConfig;
use solana_signature::Signature;
use solana_signer::Signer as _;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_error::TransactionError;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

use crate::output::Answer;
use crate::session::budget::{Budget, written};
use crate::session::compose::compose;
use crate::session::keys::at_hand;
use crate::session::{Session, failure};
use crate::snapshot::progress;

/// Who signs here, in errors.
const WHO: &str = "paying a distribution";
/// Transactions under way at a time, unless told otherwise.
pub const PARALLEL: usize = 16;
/// How long one blockhash is used. It counts for about a minute on a cluster, and for seconds where slots are short.
const FRESH: Duration = Duration::from_secs(2);
/// `AlreadyClaimed`: somebody else has paid this claim meanwhile.
const ALREADY_CLAIMED: u32 = 7180;

/// One transaction, signed by whoever pays.
#[derive(Clone, Debug)]
pub struct Job {
    /// Whom or what it is about.
    pub what: String,
    /// In their order.
    pub instructions: Vec<Instruction>,
}

/// What came of them.
#[derive(Debug, Default)]
pub struct Sent {
    /// How many are done.
    pub done: usize,
    /// Those that the program refuses for now, each with its sentence.
    pub refused: Vec<(String, String)>,
    /// Those that did not get through.
    pub failed: Vec<(String, String)>,
}

impl Sent {
    /// Fails unless all are done.
    ///
    /// # Errors
    /// With the first that is not.
    pub fn complete(&self, verb: &str, what: &str) -> anyhow::Result<()> {
        if let Some((name, why)) = self.failed.iter().chain(&self.refused).next() {
            let missing = self.failed.len().saturating_add(self.refused.len());
            bail!("cannot {verb} {missing} {what}; the first is {name}: {why}");
        }
        Ok(())
    }

    /// How many are done.
    #[must_use]
    pub fn answer(&self, name: &'static str) -> Answer {
        Answer::Record(vec![(name, json!(self.done))])
    }
}

enum Outcome {
    Done,
    Refused(String),
    Failed(String),
}

/// What a simulation says.
enum Simulated {
    /// It would be done, with so many compute units.
    Uses(u64),
    /// It would not, or need not.
    Ends(Outcome),
}

struct Sender {
    rpc: RpcClient,
    payer: Keypair,
    /// Micro-lamports for each compute unit.
    price: u64,
    /// The latest blockhash, the last height at which it counts, and when it was asked for.
    latest: Mutex<Option<(Hash, u64, Instant)>>,
}

/// Sends them, `parallel` at a time, with a progress bar. They are made as they are sent, however many there are.
///
/// # Errors
/// If the key of whoever pays is not at hand.
pub async fn push(
    session: &Session,
    what: &'static str,
    jobs: impl ExactSizeIterator<Item = anyhow::Result<Job>>,
    parallel: usize,
) -> anyhow::Result<Sent> {
    session.sends_itself(WHO)?;
    let payer = session.payer()?;
    let payer = at_hand(&payer, WHO)?;
    let count = jobs.len();
    let mut jobs = jobs.peekable();
    // Jobs write the same accounts but for the holders' own, for which nobody else bids.
    let price = match jobs.peek() {
        Some(Ok(job)) => {
            let budget = Budget::LARGEST;
            let first = compose(&payer.pubkey(), &job.instructions, budget, None, Hash::default())?;
            session.price(&written(&first)).await
        }
        _ => 0,
    };
    let rpc = RpcClient::new_with_commitment(session.rpc.url(), session.rpc.commitment());
    let sender =
        Arc::new(Sender { rpc, payer: payer.insecure_clone(), price, latest: Mutex::new(None) });
    let bar = progress::count(what, u64::try_from(count)?);
    let (mut sent, mut under_way) = (Sent::default(), JoinSet::new());
    for job in jobs {
        let job = job?;
        if under_way.len() >= parallel.max(1) {
            note(&mut sent, &bar, under_way.join_next().await)?;
        }
        let sender = Arc::clone(&sender);
        under_way.spawn(async move { (sender.carry_out(&job.instructions).await, job.what) });
    }
    while let Some(ended) = under_way.join_next().await {
        note(&mut sent, &bar, Some(ended))?;
    }
    bar.finish_and_clear();
    Ok(sent)
}

type Ended = Result<(Outcome, String), tokio::task::JoinError>;

fn note(sent: &mut Sent, bar: &ProgressBar, ended: Option<Ended>) -> anyhow::Result<()> {
    let Some(ended) = ended else { return Ok(()) };
    bar.inc(1);
    match ended.context("a transaction was given up")? {
        (Outcome::Done, _) => sent.done = sent.done.saturating_add(1),
        (Outcome::Refused(why), what) => sent.refused.push((what, why)),
        (Outcome::Failed(why), what) => sent.failed.push((what, why)),
    }
    Ok(())
}

impl Sender {
    async fn carry_out(&self, instructions: &[Instruction]) -> Outcome {
        match self.attempt(instructions).await {
            Ok(outcome) => outcome,
            Err(error) => Outcome::Failed(format!("{error:#}")),
        }
    }

    async fn attempt(&self, instructions: &[Instruction]) -> anyhow::Result<Outcome> {
        let payer: Pubkey = self.payer.pubkey();
        let (blockhash, last_height) = self.blockhash().await?;
        let message = compose(&payer, instructions, Budget::LARGEST, None, blockhash)?;
        let used = match self.simulate(&message).await? {
            Simulated::Uses(units) => units,
            Simulated::Ends(outcome) => return Ok(outcome),
        };
        let budget = Budget::for_use(used, self.price);
        let message = compose(&payer, instructions, budget, None, blockhash)?;
        let signed = VersionedTransaction::try_new(message, &[&self.payer])?;
        send_and_confirm(&self.rpc, &signed, Lifetime::Blockhash(last_height)).await?;
        Ok(Outcome::Done)
    }

    /// A recent blockhash, asked for once in a while.
    async fn blockhash(&self) -> anyhow::Result<(Hash, u64)> {
        let mut latest = self.latest.lock().await;
        if let Some((hash, height, asked)) = *latest
            && asked.elapsed() < FRESH
        {
            return Ok((hash, height));
        }
        let answer = self.rpc.get_latest_blockhash_with_commitment(self.rpc.commitment()).await;
        let (hash, height) = answer.context("the node did not answer")?;
        *latest = Some((hash, height, Instant::now()));
        Ok((hash, height))
    }

    async fn simulate(&self, message: &VersionedMessage) -> anyhow::Result<Simulated> {
        let transaction = VersionedTransaction {
            signatures: vec![Signature::default()],
            message: message.clone(),
        };
        let config = RpcSimulateTransactionConfig {
            commitment: Some(self.rpc.commitment()),
            ..RpcSimulateTransactionConfig::default()
        };
        let simulated =
            self.rpc.simulate_transaction_with_config(&transaction, config).await?.value;
        let Some(error) = simulated.err else {
            return Ok(Simulated::Uses(simulated.units_consumed.unwrap_or_default()));
        };
        let error: TransactionError = error.into();
        let code = match &error {
            TransactionError::InstructionError(_, InstructionError::Custom(code)) => Some(*code),
            _ => None,
        };
        if code == Some(ALREADY_CLAIMED) {
            return Ok(Simulated::Ends(Outcome::Done));
        }
        let why = failure::explain(&error, &simulated.logs.unwrap_or_default());
        Ok(Simulated::Ends(match code.and_then(describe) {
            Some(_) => Outcome::Refused(why),
            None => Outcome::Failed(why),
        }))
    }
}
