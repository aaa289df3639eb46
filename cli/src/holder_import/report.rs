//! What is told of an import: beforehand, and when it has ended.

use std::time::Duration;

use anyhow::anyhow;
use serde_json::json;

use super::batch::{Batch, Deed};
use super::check::{Cost, in_sol};
use super::compare::{Compared, Different};
use super::flight::Tally;
use crate::output::Answer;
use crate::session::failure;
use crate::values::amount::format_decimal;

/// Rows that are told one by one; of more only the number is told.
const TOLD: usize = 20;

/// What would be done.
#[must_use]
pub fn forecast(compared: &Compared, batches: &[Batch], cost: Cost) -> Answer {
    let rows = |deed: Deed| {
        let of_deed = batches.iter().filter(|batch| batch.deed == deed);
        of_deed.map(|batch| batch.rows.len()).fold(0, usize::saturating_add)
    };
    Answer::Record(vec![
        ("to_onboard", json!(rows(Deed::Onboard))),
        ("to_update", json!(rows(Deed::Update))),
        ("unchanged", json!(compared.same.len())),
        ("different", json!(compared.different.len())),
        ("transactions", json!(batches.len())),
        ("rent_sol", json!(in_sol(cost.rent))),
        ("fees_sol", json!(in_sol(cost.fees))),
        ("total_sol", json!(in_sol(cost.rent.saturating_add(cost.fees)))),
    ])
}

/// What was done in one run.
#[derive(Debug, Default)]
pub struct Done {
    /// Rows that this run put on the register or updated, with those that were on their way.
    pub written: usize,
    /// Transactions confirmed in this run.
    pub transactions: usize,
    /// Of these, those that an earlier run had sent.
    pub resumed: usize,
    /// Transactions that expired, and were replaced.
    pub expired: usize,
    /// Transactions that failed, as somebody else had onboarded one of their wallets, and were replaced.
    pub failed: usize,
}

impl Done {
    /// What came of some transactions, on top.
    pub fn add(&mut self, tally: &Tally) {
        self.written = self.written.saturating_add(tally.rows);
        self.transactions = self.transactions.saturating_add(tally.confirmed);
        self.expired = self.expired.saturating_add(tally.expired);
        self.failed = self.failed.saturating_add(tally.failed.len());
    }
}

/// Why nothing was confirmed in a round.
#[must_use]
pub fn standstill(tally: &Tally) -> anyhow::Error {
    if let Some((signature, error)) = tally.failed.first() {
        return anyhow!(
            "transaction {signature} failed, and no more were sent: {}",
            failure::explain(error, &[])
        );
    }
    let complaint = tally.complaint.as_deref().unwrap_or("it did not say why");
    anyhow!(
        "the node took no transaction onto the chain ({complaint}): run the same command again later, perhaps with a higher --priority-fee"
    )
}

/// What was done, and how the file stands against the register.
#[must_use]
pub fn outcome(done: &Done, rows: usize, left: &[Different], took: Duration) -> Answer {
    let milliseconds = took.as_millis().max(1);
    let rate = u128::try_from(done.written)
        .unwrap_or_default()
        .saturating_mul(1_000)
        .checked_div(milliseconds);
    Answer::Record(vec![
        ("holders", json!(rows)),
        ("written", json!(done.written)),
        ("unchanged", json!(rows.saturating_sub(done.written).saturating_sub(left.len()))),
        ("different", json!(left.len())),
        ("transactions", json!(done.transactions)),
        ("resumed_transactions", json!(done.resumed)),
        ("expired_transactions", json!(done.expired)),
        ("failed_transactions", json!(done.failed)),
        ("seconds", json!(format_decimal(milliseconds, 3))),
        ("wallets_per_second", json!(rate.map(|rate| rate.to_string()))),
    ])
}

/// Says which wallets are on the register with other facts.
pub fn tell_different(different: &[Different]) {
    for Different { row, how } in different.iter().take(TOLD) {
        eprintln!("line {}: {} is on the register: {how}", row.line, row.wallet);
    }
    if let Some(more @ 1..) = different.len().checked_sub(TOLD) {
        eprintln!("and {more} more");
    }
    if !different.is_empty() {
        eprintln!("pass --update to replace the facts of these {}", different.len());
    }
}
