//! Transactions on their way: signed once, written to the journal, sent until they are settled.

use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use indicatif::ProgressBar;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_error::TransactionError;

use super::journal::{Entry, Journal, Sent};
use super::node::{Node, Settled};

/// After which the same bytes are sent again.
const RESEND: Duration = Duration::from_secs(2);
/// Sendings at once.
const SENDINGS: usize = 16;

/// A transaction on its way.
#[derive(Debug)]
pub struct Flight {
    signature: Signature,
    transaction: VersionedTransaction,
    last_valid: u64,
    rows: usize,
    sent_at: Option<Instant>,
}

/// How transactions ended.
#[derive(Debug, Default)]
pub struct Tally {
    /// Transactions that did what they say.
    pub confirmed: usize,
    /// Rows of these.
    pub rows: usize,
    /// Transactions that were never on the chain.
    pub expired: usize,
    /// Transactions that are on the chain and did nothing, and why.
    pub failed: Vec<(Signature, TransactionError)>,
    /// What the node last said against a transaction.
    pub complaint: Option<String>,
}

/// All that are on their way.
pub struct Flights<'a> {
    node: Node<'a>,
    journal: &'a mut Journal,
    progress: &'a ProgressBar,
    flights: Vec<Flight>,
    /// How those ended that are settled.
    pub tally: Tally,
}

impl<'a> Flights<'a> {
    /// None yet.
    pub fn new(node: Node<'a>, journal: &'a mut Journal, progress: &'a ProgressBar) -> Self {
        Self { node, journal, progress, flights: Vec::new(), tally: Tally::default() }
    }

    /// How many there are.
    pub fn on_their_way(&self) -> usize {
        self.flights.len()
    }

    /// Takes up transactions that are in the journal already, with the very same bytes.
    pub fn resume(&mut self, pending: &[Sent]) -> anyhow::Result<()> {
        for sent in pending {
            let (signature, transaction) = sent.transaction()?;
            let (last_valid, rows) = (sent.last_valid_block_height, sent.lines.len());
            self.flights.push(Flight { signature, transaction, last_valid, rows, sent_at: None });
        }
        Ok(())
    }

    /// Writes newly signed transactions to the journal; from then on they are on their way.
    pub fn add(&mut self, fresh: &[Sent]) -> anyhow::Result<()> {
        let entries: Vec<_> = fresh.iter().cloned().map(Entry::Sent).collect();
        self.journal.append(&entries)?;
        self.resume(fresh)
    }

    /// Sends those that are due.
    pub async fn send(&mut self) -> anyhow::Result<()> {
        let node = self.node;
        let due = self
            .flights
            .iter_mut()
            .filter(|flight| flight.sent_at.is_none_or(|at| at.elapsed() > RESEND));
        let sendings = due.map(|flight| async move {
            flight.sent_at = Some(Instant::now());
            node.send(&flight.transaction).await
        });
        let complaints: Vec<_> =
            stream::iter(sendings).buffer_unordered(SENDINGS).try_collect().await?;
        self.tally.complaint =
            complaints.into_iter().flatten().last().or(self.tally.complaint.take());
        Ok(())
    }

    /// Asks what became of them, and takes off the list what is settled. With `ever` also of those that are long past.
    pub async fn settle(&mut self, ever: bool) -> anyhow::Result<()> {
        // The height before the statuses: who is in no block then, and past its height, never will be in one.
        let height = self.node.height().await?;
        let signatures: Vec<_> = self.flights.iter().map(|flight| flight.signature).collect();
        let statuses = self.node.statuses(&signatures, ever).await?;
        let mut entries = Vec::new();
        let mut doubtful = Vec::new();
        for (flight, status) in std::mem::take(&mut self.flights).into_iter().zip(statuses) {
            match status {
                Some(_) => entries.push(self.settled(&flight, status)),
                None if height > flight.last_valid => doubtful.push(flight),
                None => self.flights.push(flight),
            }
        }
        let signatures: Vec<_> = doubtful.iter().map(|flight| flight.signature).collect();
        let statuses = self.node.statuses(&signatures, true).await?;
        for (flight, status) in doubtful.iter().zip(statuses) {
            entries.push(self.settled(flight, status));
        }
        if entries.is_empty() { Ok(()) } else { self.journal.append(&entries) }
    }

    fn settled(&mut self, flight: &Flight, status: Settled) -> Entry {
        let signature = flight.signature.to_string();
        match status {
            Some(Ok(())) => {
                self.tally.confirmed = self.tally.confirmed.saturating_add(1);
                self.tally.rows = self.tally.rows.saturating_add(flight.rows);
                self.progress.inc(u64::try_from(flight.rows).unwrap_or_default());
                Entry::Confirmed { signature }
            }
            Some(Err(error)) => {
                let told = error.to_string();
                self.tally.failed.push((flight.signature, error));
                Entry::Failed { signature, error: told }
            }
            None => {
                self.tally.expired = self.tally.expired.saturating_add(1);
                Entry::Expired { signature }
            }
        }
    }
}
