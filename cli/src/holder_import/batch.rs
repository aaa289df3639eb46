//! As many rows in one transaction as it has room for.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anyhow::Context as _;
use scrip_client::instructions::register::Desk;
use scrip_transfer_hook::FurtherHolder;
use solana_hash::Hash;
use solana_message::{VersionedMessage, v0};
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use super::read::Row;
use crate::session::budget::Budget;

/// Bytes of a transaction, at most: an IPv6 packet of 1,280 without its headers.
pub const TRANSACTION_BYTES: u64 = 1_232;
/// Compute units that a transaction is given: about twice what it takes, as finding the address of a record takes
/// more attempts for some wallets.
const UNITS: (u32, u32) = (20_000, 25_000);

/// What is done with the rows of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They are put on the register.
    Onboard,
    /// The facts of their records are replaced.
    Update,
}

/// The rows of one transaction.
#[derive(Clone, Debug)]
pub struct Batch {
    /// What is done with them.
    pub deed: Deed,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What all transactions of an import have in common.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Whose register, who signs, who pays.
    pub desk: Desk,
    /// Micro-lamports for each compute unit; 0 for none.
    pub price: u64,
}

impl Frame {
    /// The rows in batches, each as large as its transaction can be.
    ///
    /// # Errors
    /// If not even one row fits, which does not happen.
    pub fn pack(&self, deed: Deed, rows: &[Row]) -> anyhow::Result<Vec<Batch>> {
        // The size depends on the number of rows alone.
        let mut room = 0;
        for count in 1..=rows.len() {
            let Some(some) = rows.get(..count) else { break };
            let message = self.message(&Batch { deed, rows: some.to_vec() }, Hash::default())?;
            if size(message)? > TRANSACTION_BYTES {
                break;
            }
            room = count;
        }
        let batch = |rows: &[Row]| Batch { deed, rows: rows.to_vec() };
        Ok(rows.chunks(room.max(1)).map(batch).collect())
    }

    /// The message of a batch, to be signed.
    ///
    /// # Errors
    /// If it cannot be put together.
    pub fn message(&self, batch: &Batch, blockhash: Hash) -> anyhow::Result<VersionedMessage> {
        let instructions = self.instructions(batch);
        let message = v0::Message::try_compile(&self.desk.payer, &instructions, &[], blockhash);
        Ok(VersionedMessage::V0(message.context("the transaction cannot be put together")?))
    }

    /// Lamports for the transactions, beside the rents.
    #[must_use]
    pub fn fees(&self, batches: &[Batch]) -> u64 {
        let signatures = if self.desk.officer == self.desk.payer { 1 } else { 2 };
        let each = batches.iter().map(|batch| self.budget(batch).fee(signatures));
        each.fold(0, u64::saturating_add)
    }

    /// The accounts that every transaction writes, by which others bid.
    #[must_use]
    pub fn contended(&self) -> [Pubkey; 2] {
        [
            scrip_client::addresses::registrar(&self.desk.registry, &self.desk.officer),
            self.desk.payer,
        ]
    }

    fn budget(&self, batch: &Batch) -> Budget {
        let rows = u32::try_from(batch.rows.len()).unwrap_or(u32::MAX);
        let units = UNITS.1.saturating_mul(rows).saturating_add(UNITS.0);
        Budget { units, price: self.price }
    }

    fn instructions(&self, batch: &Batch) -> Vec<Instruction> {
        // Where nothing is paid for priority, the network's own limit is enough.
        let budget = (self.price > 0).then(|| self.budget(batch).instructions());
        let mut instructions = budget.unwrap_or_default();
        match batch.deed {
            Deed::Onboard => {
                let holder = |row: &Row| FurtherHolder { wallet: row.wallet, details: row.details };
                let holders: Vec<_> = batch.rows.iter().map(holder).collect();
                instructions.extend(self.desk.onboard_holders(&holders));
            }
            Deed::Update => {
                let update = |row: &Row| self.desk.update_holder(&row.wallet, row.details);
                instructions.extend(batch.rows.iter().map(update));
            }
        }
        instructions
    }
}

fn size(message: VersionedMessage) -> anyhow::Result<u64> {
    let signatures =
        vec![Signature::default(); usize::from(message.header().num_required_signatures)];
    Ok(bincode::serialized_size(&VersionedTransaction { signatures, message })?)
}
