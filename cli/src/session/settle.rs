//! A signed transaction, sent and waited for, and what came of it.

use std::time::Duration;

use anyhow::anyhow;
use scrip_client::rpc::send::{Lifetime, SendError, send_and_confirm};
use serde_json::{Value, json};
use solana_commitment_config::CommitmentConfig;
use solana_rpc_client_api::config::RpcTransactionConfig;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_status_client_types::option_serializer::OptionSerializer;
use solana_transaction_status_client_types::{
    EncodedConfirmedTransactionWithStatusMeta, UiTransactionEncoding,
};

use super::{Session, failure, simulate};
use crate::describe::event::Event;
use crate::describe::instruction::sol;
use crate::options::Output;
use crate::output::big;

/// How often a node is asked for a transaction that it has just confirmed, and how long apart.
const LOOKS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(100);

/// A confirmed transaction.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Its first signature.
    pub signature: Signature,
    /// What the node tells of it, if it does.
    pub told: Option<Told>,
}

/// What a node tells of a transaction.
#[derive(Clone, Debug)]
pub struct Told {
    slot: u64,
    fee: u64,
    units: Option<u64>,
    events: Vec<Event>,
}

impl Receipt {
    /// As fields of an answer. People have seen the events before.
    #[must_use]
    pub fn fields(&self, title: &str, output: Output) -> Vec<(&'static str, Value)> {
        let mut fields =
            vec![("done", json!(title)), ("signature", json!(self.signature.to_string()))];
        let Some(told) = &self.told else { return fields };
        match output {
            Output::Table => fields.extend([
                ("slot", json!(told.slot)),
                ("fee", json!(sol(told.fee))),
                ("compute_units", json!(told.units)),
            ]),
            Output::Json => fields.extend([
                ("slot", json!(told.slot)),
                ("fee_lamports", big(told.fee)),
                ("compute_units", json!(told.units)),
                ("events", told.events.iter().map(Event::json).collect()),
            ]),
        }
        fields
    }
}

impl Session {
    /// Sends the transaction and waits for it.
    ///
    /// # Errors
    /// If it failed or expired, or nobody knows.
    pub async fn settle(
        &self,
        transaction: &VersionedTransaction,
        lifetime: Lifetime,
    ) -> anyhow::Result<Receipt> {
        match send_and_confirm(&self.rpc, transaction, lifetime).await {
            Ok(signature) => Ok(self.receipt(transaction, signature).await),
            Err(SendError::Failed(signature, error)) => {
                let found = self.look_up(&signature).await;
                let logs =
                    found.and_then(|found| found.transaction.meta).map(|meta| meta.log_messages);
                let logs = match logs {
                    Some(OptionSerializer::Some(logs)) => logs,
                    _ => Vec::new(),
                };
                let why = failure::explain(&error, &logs);
                Err(anyhow!("transaction {signature} failed, and cost its fee: {why}"))
            }
            Err(SendError::Expired(signature)) => Err(anyhow!(
                "transaction {signature} has expired: nothing happened, run this again"
            )),
            Err(other) => Err(other.into()),
        }
    }

    /// What the node tells of a transaction that has been confirmed.
    pub async fn receipt(
        &self,
        transaction: &VersionedTransaction,
        signature: Signature,
    ) -> Receipt {
        let mut told = None;
        for look in 0..LOOKS {
            if look > 0 {
                tokio::time::sleep(PAUSE).await;
            }
            if let Some(found) = self.look_up(&signature).await {
                told = read(&found, transaction);
                break;
            }
        }
        Receipt { signature, told }
    }

    async fn look_up(
        &self,
        signature: &Signature,
    ) -> Option<EncodedConfirmedTransactionWithStatusMeta> {
        let config = RpcTransactionConfig {
            encoding: Some(UiTransactionEncoding::Base64),
            // Transactions are not served before they are confirmed.
            commitment: Some(match self.rpc.commitment() {
                finalized if finalized.is_finalized() => finalized,
                _ => CommitmentConfig::confirmed(),
            }),
            max_supported_transaction_version: Some(0),
        };
        self.rpc.get_transaction_with_config(signature, config).await.ok()
    }
}

fn read(
    found: &EncodedConfirmedTransactionWithStatusMeta,
    transaction: &VersionedTransaction,
) -> Option<Told> {
    let meta = found.transaction.meta.as_ref()?;
    let units = match meta.compute_units_consumed {
        OptionSerializer::Some(units) => Some(units),
        _ => None,
    };
    let events = match &meta.inner_instructions {
        OptionSerializer::Some(called) => {
            simulate::events(called, transaction.message.static_account_keys())
        }
        _ => Vec::new(),
    };
    Some(Told { slot: found.slot, fee: meta.fee, units, events })
}
