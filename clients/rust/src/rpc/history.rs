//! The calendar of a share, from a node.

use scrip_rules::history::MultiplierChange;
use scrip_rules::multiplier::Multiplier;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;

use super::accounts::filtered;
use super::fetch::{FetchError, fetch};
use crate::{Calendar, CalendarError, ShareAddresses, filters};

/// Why there is no calendar.
#[derive(Debug)]
pub enum HistoryError {
    /// The accounts could not be had.
    Fetch(FetchError),
    /// They do not fit together.
    Calendar(CalendarError),
}

impl core::fmt::Display for HistoryError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Fetch(error) => error.fmt(f),
            Self::Calendar(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for HistoryError {}

impl From<FetchError> for HistoryError {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}

impl From<CalendarError> for HistoryError {
    fn from(error: CalendarError) -> Self {
        Self::Calendar(error)
    }
}

/// Every corporate action of a share that was ever announced, in one call.
///
/// ```no_run
/// # use scrip_client::ShareAddresses;
/// # use scrip_client::rpc::history::{HistoryError, fetch_calendar};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses, now: i64) -> Result<(), HistoryError> {
/// for entry in fetch_calendar(&rpc, &share).await?.to_come(now) {
///     println!("action {} takes effect at {}", entry.action.sequence, entry.action.dates.effective_at);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`HistoryError`] if the node does not answer, or what it says does not fit together.
pub async fn fetch_calendar(
    rpc: &RpcClient,
    share: &ShareAddresses,
) -> Result<Calendar, HistoryError> {
    let accounts = filtered(rpc, &scrip_issuer::ID, filters(&share.asset)).await?;
    Ok(Calendar::read(&share.asset, accounts)?)
}

/// The changes of the multiplier that were made or are scheduled, by their time, held against what the asset says.
///
/// ```no_run
/// # use scrip_client::ShareAddresses;
/// # use scrip_client::rpc::history::{HistoryError, fetch_history};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses) -> Result<(), HistoryError> {
/// for change in fetch_history(&rpc, &share).await? {
///     println!("{}: {} -> {}", change.effective_at, change.old, change.new);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// As [`fetch_calendar`]; also if an action was announced between the two calls, after which a second try helps.
pub async fn fetch_history(
    rpc: &RpcClient,
    share: &ShareAddresses,
) -> Result<Vec<MultiplierChange>, HistoryError> {
    let calendar = fetch_calendar(rpc, share).await?;
    let asset = fetch(rpc, &share.asset).await?;
    Ok(calendar.history(&asset)?)
}

/// The multiplier in force at `at`, unix seconds: of the past what was, of the future what is scheduled.
///
/// ```no_run
/// # use scrip_client::ShareAddresses;
/// # use scrip_client::rpc::history::{HistoryError, fetch_multiplier_at};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses) -> Result<(), HistoryError> {
/// let at_the_record_date = fetch_multiplier_at(&rpc, &share, 1_800_000_000).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// As [`fetch_history`].
pub async fn fetch_multiplier_at(
    rpc: &RpcClient,
    share: &ShareAddresses,
    at: i64,
) -> Result<Multiplier, HistoryError> {
    let calendar = fetch_calendar(rpc, share).await?;
    let asset = fetch(rpc, &share.asset).await?;
    Ok(calendar.multiplier_at(&asset, at)?)
}
