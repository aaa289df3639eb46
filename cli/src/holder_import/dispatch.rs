//! Batches become signed transactions, so many at once, until all are settled.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use solana_hash::Hash;
use solana_keypair::Keypair;
use solana_transaction::versioned::VersionedTransaction;

use super::batch::{Batch, Frame};
use super::flight::Flights;
use super::journal::Sent;
use super::node::Node;

/// Between two questions what became of the transactions.
const POLL: Duration = Duration::from_millis(100);
/// How long a blockhash is signed with.
const BLOCKHASH_AGE: Duration = Duration::from_secs(1);

/// Signs and sends.
pub struct Dispatch<'a> {
    /// The node.
    pub node: Node<'a>,
    /// What all transactions have in common.
    pub frame: Frame,
    /// Whose signatures they need.
    pub keys: &'a [&'a Keypair],
    /// Transactions at once.
    pub at_once: usize,
    /// Whether somebody wants it to end.
    pub stopped: &'a AtomicBool,
}

impl Dispatch<'_> {
    /// Sends all batches, and waits for those and what is on its way already. After a failure, or when somebody wants
    /// it to end, it sends no more of them, but still waits.
    pub async fn run(&self, batches: Vec<Batch>, flights: &mut Flights<'_>) -> anyhow::Result<()> {
        let mut queue = VecDeque::from(batches);
        let mut blockhash: Option<(Instant, Hash, u64)> = None;
        loop {
            let ends = self.stopped.load(Ordering::Relaxed) || !flights.tally.failed.is_empty();
            let room = if ends { 0 } else { self.at_once.saturating_sub(flights.on_their_way()) };
            let fresh: Vec<_> = queue.drain(..room.min(queue.len())).collect();
            if !fresh.is_empty() {
                if blockhash.is_none_or(|(since, ..)| since.elapsed() > BLOCKHASH_AGE) {
                    let (hash, last_valid) = self.node.blockhash().await?;
                    blockhash = Some((Instant::now(), hash, last_valid));
                }
                let (_, hash, last_valid) = blockhash.context("no blockhash")?;
                let signed = fresh.iter().map(|batch| self.sign(batch, hash, last_valid));
                flights.add(&signed.collect::<anyhow::Result<Vec<_>>>()?)?;
            }
            if flights.on_their_way() == 0 {
                return Ok(());
            }
            flights.send().await?;
            let before = flights.on_their_way();
            flights.settle(false).await?;
            if flights.on_their_way() == before {
                tokio::time::sleep(POLL).await;
            }
        }
    }

    fn sign(&self, batch: &Batch, blockhash: Hash, last_valid: u64) -> anyhow::Result<Sent> {
        let message = self.frame.message(batch, blockhash)?;
        let transaction = VersionedTransaction::try_new(message, self.keys);
        let transaction = transaction.context("the transaction cannot be signed")?;
        Sent::new(&transaction, last_valid, batch.rows.iter().map(|row| row.line).collect())
    }
}
