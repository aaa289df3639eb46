//! What came of a transaction: its events, its compute units, and a failure as a sentence.

use anchor_lang::prelude::Pubkey;
use solana_commitment_config::CommitmentConfig;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::client_error::Error as ClientError;
use solana_rpc_client_api::config::RpcTransactionConfig;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_error::TransactionError;
use solana_transaction_status_client_types::{
    EncodedTransactionWithStatusMeta, UiInstruction, UiTransactionEncoding, UiTransactionStatusMeta,
};

use super::failure;
use crate::events::{ScripEvent, read_instruction};

/// What came of a transaction.
#[derive(Debug)]
pub struct Receipt {
    /// The slot of its block.
    pub slot: u64,
    /// When that was, unix seconds, if the node knows.
    pub time: Option<i64>,
    /// Lamports that were paid for it.
    pub fee: u64,
    /// Compute units that it took, if the node tells.
    pub compute_units: Option<u64>,
    /// What the programs told, in order. Of a transaction that failed: nothing, as none of it happened.
    pub events: Vec<ScripEvent>,
    /// Why it failed, if it did.
    pub failure: Option<Failed>,
}

/// Why a transaction failed.
#[derive(Clone, Debug)]
pub struct Failed {
    /// As the runtime tells it.
    pub error: TransactionError,
    /// As a sentence.
    pub sentence: String,
}

/// The receipt of a transaction that is confirmed, or final if the client's commitment asks for that.
///
/// ```no_run
/// # use scrip_client::events::ScripEvent;
/// # use scrip_client::rpc::receipt::fetch_receipt;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # use solana_signature::Signature;
/// # async fn example(rpc: RpcClient, signature: Signature) -> Result<(), Box<dyn std::error::Error>> {
/// let receipt = fetch_receipt(&rpc, &signature).await?;
/// for event in &receipt.events {
///     if let ScripEvent::SharesMinted(minted) = event {
///         println!("{} raw units for {}", minted.amount, minted.recipient);
///     }
/// }
/// if let Some(failed) = receipt.failure {
///     println!("{}", failed.sentence);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// If the node does not answer, or does not know the transaction (yet).
pub async fn fetch_receipt(
    rpc: &RpcClient,
    signature: &Signature,
) -> Result<Receipt, Box<ClientError>> {
    let commitment = if rpc.commitment().is_finalized() {
        CommitmentConfig::finalized()
    } else {
        CommitmentConfig::confirmed()
    };
    let config = RpcTransactionConfig {
        encoding: Some(UiTransactionEncoding::Base64),
        commitment: Some(commitment),
        max_supported_transaction_version: Some(0),
    };
    let found = rpc.get_transaction_with_config(signature, config).await?;
    Ok(receipt(found.slot, found.block_time, &found.transaction))
}

/// The receipt of a transaction as a node or a block tells it, encoded as base 64 or base 58.
///
/// ```no_run
/// # use scrip_client::rpc::receipt::receipt;
/// # use solana_transaction_status_client_types::EncodedConfirmedTransactionWithStatusMeta;
/// # fn example(found: EncodedConfirmedTransactionWithStatusMeta) {
/// let receipt = receipt(found.slot, found.block_time, &found.transaction);
/// # }
/// ```
#[must_use]
pub fn receipt(
    slot: u64,
    time: Option<i64>,
    transaction: &EncodedTransactionWithStatusMeta,
) -> Receipt {
    let decoded = transaction.transaction.decode();
    let meta = transaction.meta.as_ref();
    let error = meta.and_then(|meta| meta.err.clone()).map(TransactionError::from);
    let events = match (&error, &decoded, meta) {
        (None, Some(transaction), Some(meta)) => events(transaction, meta),
        _ => Vec::new(),
    };
    let logs: Option<Vec<String>> = meta.and_then(|meta| meta.log_messages.clone().into());
    let logs = logs.unwrap_or_default();
    let failure = error.map(|error| {
        let sentence = failure::explain(&error, &logs);
        Failed { error, sentence }
    });
    Receipt {
        slot,
        time,
        fee: meta.map_or(0, |meta| meta.fee),
        compute_units: meta.and_then(|meta| Option::from(meta.compute_units_consumed.clone())),
        events,
        failure,
    }
}

fn events(transaction: &VersionedTransaction, meta: &UiTransactionStatusMeta) -> Vec<ScripEvent> {
    let mut keys = transaction.message.static_account_keys().to_vec();
    let loaded: Option<solana_transaction_status_client_types::UiLoadedAddresses> =
        Option::from(meta.loaded_addresses.clone());
    if let Some(loaded) = loaded {
        let all = loaded.writable.iter().chain(&loaded.readonly);
        keys.extend(all.map(|address| address.parse::<Pubkey>().unwrap_or_default()));
    }
    let inner: Option<Vec<_>> = Option::from(meta.inner_instructions.clone());
    let inner = inner.unwrap_or_default().into_iter().flat_map(|of_one| of_one.instructions);
    let read = inner.filter_map(|instruction| {
        let UiInstruction::Compiled(instruction) = instruction else { return None };
        let program = keys.get(usize::from(instruction.program_id_index))?;
        let data = bs58::decode(&instruction.data).into_vec().ok()?;
        read_instruction(program, &data)
    });
    read.collect()
}
