//! Accounts of the programs, as a node has them.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Owner};
use scrip_issuer::state::Asset;
use scrip_transfer_hook::state::Policy;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::client_error::Error as ClientError;

use crate::ShareAddresses;
use crate::addresses;

/// Why an account could not be had.
#[derive(Debug)]
pub enum FetchError {
    /// The node did not answer.
    Client(Box<ClientError>),
    /// There is no account at this address.
    Absent(Pubkey),
    /// The account at this address is another program's, or of another type.
    Unexpected(Pubkey),
}

impl core::fmt::Display for FetchError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Client(error) => write!(f, "the node did not answer: {error}"),
            Self::Absent(address) => write!(f, "there is no account at {address}"),
            Self::Unexpected(address) => {
                write!(f, "the account at {address} is not of the expected program and type")
            }
        }
    }
}

impl core::error::Error for FetchError {}

impl From<ClientError> for FetchError {
    fn from(error: ClientError) -> Self {
        Self::Client(Box::new(error))
    }
}

/// The account at this address, if there is one.
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::fetch::{FetchError, fetch, fetch_share, find, parse};
/// # use scrip_issuer::state::Asset;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, address: Pubkey) -> Result<(), FetchError> {
/// if let Some(asset) = find::<Asset>(&rpc, &address).await? {
///     println!("{}", asset.mint);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer or the account is of another program or type.
pub async fn find<T: AccountDeserialize + Owner>(
    rpc: &RpcClient,
    address: &Pubkey,
) -> Result<Option<T>, FetchError> {
    let account = rpc.get_account_with_commitment(address, rpc.commitment()).await?.value;
    let Some(account) = account else { return Ok(None) };
    if account.owner != T::owner() {
        return Err(FetchError::Unexpected(*address));
    }
    let read = T::try_deserialize(&mut account.data.as_slice());
    read.map(Some).map_err(|_| FetchError::Unexpected(*address))
}

/// The account at this address.
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::fetch::{FetchError, fetch, fetch_share, find, parse};
/// # use scrip_issuer::state::Asset;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, address: Pubkey) -> Result<(), FetchError> {
/// let asset: Asset = fetch(&rpc, &address).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`], also if there is none.
pub async fn fetch<T: AccountDeserialize + Owner>(
    rpc: &RpcClient,
    address: &Pubkey,
) -> Result<T, FetchError> {
    find(rpc, address).await?.ok_or(FetchError::Absent(*address))
}

/// A share's addresses and its two accounts.
#[derive(Clone, Debug)]
pub struct Share {
    /// Where everything is.
    pub addresses: ShareAddresses,
    /// The issuer program's account.
    pub asset: Asset,
    /// The transfer hook's account.
    pub policy: Policy,
}

/// Everything about the share with this mint, in one call.
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::fetch::{FetchError, fetch, fetch_share, find, parse};
/// # use scrip_issuer::state::Asset;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, address: Pubkey) -> Result<(), FetchError> {
/// let share = fetch_share(&rpc, &address).await?;
/// println!("{} raw units at most", share.asset.supply_cap);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`], [`FetchError::Absent`] if it is no share of Scrip.
pub async fn fetch_share(rpc: &RpcClient, mint: &Pubkey) -> Result<Share, FetchError> {
    let keys = [addresses::asset(mint), addresses::policy(mint)];
    let found = rpc.get_multiple_accounts(&keys).await?;
    let read = |place: usize| {
        let address = keys.get(place).copied().unwrap_or_default();
        let account = found.get(place).cloned().flatten().ok_or(FetchError::Absent(address))?;
        Ok::<_, FetchError>((address, account))
    };
    let (address, account) = read(0)?;
    let asset = parse::<Asset>(address, account.owner, &account.data)?;
    let (address, account) = read(1)?;
    let policy = parse::<Policy>(address, account.owner, &account.data)?;
    let addresses = ShareAddresses::new(*mint, asset.issuer, policy.registry);
    Ok(Share { addresses, asset, policy })
}

/// The account of type `T` with this owner and data.
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::fetch::{FetchError, fetch, fetch_share, find, parse};
/// # use scrip_issuer::state::Asset;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, address: Pubkey) -> Result<(), FetchError> {
/// let (owner, data) = (scrip_issuer::ID, vec![0; 252]);
/// let asset: Asset = parse(address, owner, &data)?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError::Unexpected`] if it is another program's, or of another type.
pub fn parse<T: AccountDeserialize + Owner>(
    address: Pubkey,
    owner: Pubkey,
    data: &[u8],
) -> Result<T, FetchError> {
    if owner != T::owner() {
        return Err(FetchError::Unexpected(address));
    }
    T::try_deserialize(&mut &*data).map_err(|_| FetchError::Unexpected(address))
}
