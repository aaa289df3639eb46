//! The node, asked with patience: a limit of requests, a hiccup or a restart does not end an import.

use std::time::Duration;

use anchor_lang::prelude::Pubkey;
use anyhow::anyhow;
use backon::{ExponentialBuilder, Retryable as _};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use solana_hash::Hash;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::client_error::{Error as ClientError, ErrorKind};
use solana_rpc_client_api::config::RpcSendTransactionConfig;
use solana_rpc_client_api::request::RpcError;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_error::TransactionError;

/// Accounts that a node returns in one call.
const ACCOUNTS_AT_ONCE: usize = 100;
/// Signatures of which a node tells the status in one call.
const STATUSES_AT_ONCE: usize = 256;
/// Calls at once.
const CALLS_AT_ONCE: usize = 8;
/// The pauses between attempts grow from the first to the second of these, for half a minute in all.
const PAUSES: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(4));
const ATTEMPTS: usize = 12;

/// An account, if there is one: its owner and data.
pub type Found = Option<(Pubkey, Vec<u8>)>;

/// What became of a transaction, if anything is known at the client's commitment.
pub type Settled = Option<Result<(), TransactionError>>;

/// A node.
#[derive(Clone, Copy)]
pub struct Node<'a>(pub &'a RpcClient);

impl Node<'_> {
    async fn ask<T, F: Future<Output = Result<T, ClientError>>>(
        &self,
        question: impl FnMut() -> F,
    ) -> anyhow::Result<T> {
        let pauses = ExponentialBuilder::default()
            .with_min_delay(PAUSES.0)
            .with_max_delay(PAUSES.1)
            .with_max_times(ATTEMPTS)
            .with_jitter();
        let answer = question.retry(pauses).when(is_passing).await;
        // As text: an error of the client would be told as one of a command that has not begun.
        answer.map_err(|error| {
            anyhow!(
                "the node at {} does not answer. Nothing is lost: run the same command again, and it goes on where it \
                 stopped ({error})",
                self.0.url()
            )
        })
    }

    /// A recent blockhash, and up to which block height it is valid.
    pub async fn blockhash(&self) -> anyhow::Result<(Hash, u64)> {
        self.ask(|| self.0.get_latest_blockhash_with_commitment(self.0.commitment())).await
    }

    /// The block height.
    pub async fn height(&self) -> anyhow::Result<u64> {
        self.ask(|| self.0.get_block_height()).await
    }

    /// Sends the bytes. What the node says of them is returned; whether they arrive is seen by their status.
    pub async fn send(&self, transaction: &VersionedTransaction) -> anyhow::Result<Option<String>> {
        let config = RpcSendTransactionConfig {
            skip_preflight: true,
            max_retries: Some(0),
            ..Default::default()
        };
        let sending = || async {
            match self.0.send_transaction_with_config(transaction, config).await {
                Err(error) if !is_passing(&error) => Ok(Some(error.to_string())),
                sent => sent.map(|_| None),
            }
        };
        self.ask(sending).await
    }

    /// What became of transactions; `ever` also asks for those that are long past.
    pub async fn statuses(
        &self,
        signatures: &[Signature],
        ever: bool,
    ) -> anyhow::Result<Vec<Settled>> {
        let commitment = self.0.commitment();
        let chunks = signatures.chunks(STATUSES_AT_ONCE).map(|some| async move {
            let answer = if ever {
                self.ask(|| self.0.get_signature_statuses_with_history(some)).await?
            } else {
                self.ask(|| self.0.get_signature_statuses(some)).await?
            };
            let settled = answer.value.into_iter().map(|status| {
                status
                    .filter(|status| status.satisfies_commitment(commitment))
                    .map(|status| status.status)
            });
            anyhow::Ok(settled.collect::<Vec<_>>())
        });
        let answers: Vec<_> = stream::iter(chunks).buffered(CALLS_AT_ONCE).try_collect().await?;
        Ok(answers.concat())
    }

    /// The accounts at these addresses, in their order.
    pub async fn accounts(&self, addresses: &[Pubkey]) -> anyhow::Result<Vec<Found>> {
        let chunks = addresses.chunks(ACCOUNTS_AT_ONCE).map(|some| async move {
            let accounts = self.ask(|| self.0.get_multiple_accounts(some)).await?;
            let found = accounts
                .into_iter()
                .map(|account| account.map(|account| (account.owner, account.data)));
            anyhow::Ok(found.collect::<Vec<_>>())
        });
        let answers: Vec<_> = stream::iter(chunks).buffered(CALLS_AT_ONCE).try_collect().await?;
        Ok(answers.concat())
    }
}

/// Whether the same question may be answered a little later: no connection, too many requests, a node behind.
fn is_passing(error: &ClientError) -> bool {
    const NODE_UNHEALTHY: i64 = -32005;
    const TOO_MANY_REQUESTS: i64 = 429;
    match error.kind() {
        ErrorKind::Io(_) | ErrorKind::Reqwest(_) | ErrorKind::Middleware(_) => true,
        ErrorKind::RpcError(RpcError::RpcResponseError { code, .. }) => {
            matches!(*code, NODE_UNHEALTHY | TOO_MANY_REQUESTS)
        }
        ErrorKind::RpcError(RpcError::RpcRequestError(_)) => true,
        _ => false,
    }
}
