//! Sends a signed transaction and waits for it.
//!
//! A transaction is signed once. While it is neither confirmed nor expired the very same bytes are sent again, which
//! the network ignores when they have arrived; a new signature could make the same instruction happen twice.

use core::time::Duration;

use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::client_error::Error as ClientError;
use solana_rpc_client_api::config::RpcSendTransactionConfig;
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;
use solana_transaction_error::TransactionError;
use solana_transaction_status_client_types::TransactionStatus;

const POLL: Duration = Duration::from_millis(150);
/// Polls between two sendings of the same bytes.
const RESEND_EVERY: u32 = 14;

/// How a sending ended when it did not end well.
#[derive(Debug)]
pub enum SendError {
    /// It failed in its block.
    Failed(Signature, TransactionError),
    /// Its blockhash has expired, and it is in no block: it never will be.
    Expired(Signature),
    /// It was waited for long enough. It is in no block yet, and can be until its nonce is advanced.
    Pending(Signature),
    /// The node does not answer; whether the transaction arrived is not known.
    Unknown(Signature, Box<ClientError>),
}

impl core::fmt::Display for SendError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Failed(signature, error) => write!(f, "transaction {signature} failed: {error}"),
            Self::Expired(signature) => {
                write!(
                    f,
                    "transaction {signature} expired before it was confirmed: nothing happened"
                )
            }
            Self::Pending(signature) => write!(
                f,
                "transaction {signature} is not confirmed yet, and can be until its nonce is advanced: look it up \
                 before you try again, or advance the nonce to be sure that it never will be"
            ),
            Self::Unknown(signature, error) => write!(
                f,
                "the node stopped answering, and whether transaction {signature} arrived is not known: look it up \
                 before you try again ({error})"
            ),
        }
    }
}

impl core::error::Error for SendError {}

/// Until when a transaction can still be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// Up to this block height, that of its blockhash.
    Blockhash(u64),
    /// Until its nonce is advanced: there is no height. It is waited for this long.
    Nonce(Duration),
}

/// Sends the transaction, again and again, until it is confirmed at the client's commitment or cannot be any more.
///
/// ```no_run
/// # use scrip_client::rpc::send::{Lifetime, send_and_confirm};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # use solana_transaction::versioned::VersionedTransaction;
/// # async fn example(
/// #     rpc: RpcClient,
/// #     transaction: VersionedTransaction,
/// # ) -> Result<(), Box<dyn std::error::Error>> {
/// let (blockhash, last) = rpc.get_latest_blockhash_with_commitment(rpc.commitment()).await?;
/// // ... a transaction with that blockhash is signed ...
/// let signature = send_and_confirm(&rpc, &transaction, Lifetime::Blockhash(last)).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`SendError`].
pub async fn send_and_confirm(
    rpc: &RpcClient,
    transaction: &VersionedTransaction,
    lifetime: Lifetime,
) -> Result<Signature, SendError> {
    let signature = transaction.signatures.first().copied().unwrap_or_default();
    let config = RpcSendTransactionConfig { skip_preflight: true, ..Default::default() };
    let mut waited = Duration::ZERO;
    for round in 0_u32.. {
        let sent = if round % RESEND_EVERY == 0 {
            rpc.send_transaction_with_config(transaction, config).await.err()
        } else {
            None
        };
        match confirmed(rpc, &signature).await {
            Ok(Some(outcome)) => {
                return outcome
                    .map(|()| signature)
                    .map_err(|error| SendError::Failed(signature, error));
            }
            Ok(None) => {}
            Err(error) => {
                return Err(SendError::Unknown(signature, Box::new(sent.unwrap_or(error))));
            }
        }
        let over = match lifetime {
            Lifetime::Nonce(limit) => waited > limit,
            Lifetime::Blockhash(last) => {
                rpc.get_block_height().await.is_ok_and(|height| height > last)
            }
        };
        if over {
            // It may have been confirmed between the two questions, or so long ago that only the ledger knows.
            return match in_ledger(rpc, &signature).await {
                Ok(Some(outcome)) => {
                    outcome.map(|()| signature).map_err(|error| SendError::Failed(signature, error))
                }
                Ok(None) => Err(match lifetime {
                    Lifetime::Nonce(_) => SendError::Pending(signature),
                    Lifetime::Blockhash(_) => SendError::Expired(signature),
                }),
                Err(error) => Err(SendError::Unknown(signature, Box::new(error))),
            };
        }
        tokio::time::sleep(POLL).await;
        waited = waited.saturating_add(POLL);
    }
    Err(SendError::Pending(signature))
}

/// What became of a transaction at the client's commitment; `None` if nothing yet.
async fn confirmed(
    rpc: &RpcClient,
    signature: &Signature,
) -> Result<Option<Result<(), TransactionError>>, ClientError> {
    let answer = rpc.get_signature_statuses(&[*signature]).await?;
    Ok(outcome(rpc, answer.value))
}

/// The same from the whole ledger: a node forgets recent statuses after a while, as during an outage.
async fn in_ledger(
    rpc: &RpcClient,
    signature: &Signature,
) -> Result<Option<Result<(), TransactionError>>, ClientError> {
    let answer = rpc.get_signature_statuses_with_history(&[*signature]).await?;
    Ok(outcome(rpc, answer.value))
}

fn outcome(
    rpc: &RpcClient,
    statuses: Vec<Option<TransactionStatus>>,
) -> Option<Result<(), TransactionError>> {
    let status = statuses.into_iter().next().flatten();
    let status = status.filter(|status| status.satisfies_commitment(rpc.commitment()));
    status.map(|status| status.status)
}
