//! Transfers, with what a node knows of them: one call for the accounts of one, and verdicts about thousands.

use anchor_lang::prelude::Pubkey;
use scrip_transfer_hook::state::Policy;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;

use super::accounts::{CLOCK, Many};
use super::fetch::{FetchError, parse};
use crate::addresses::TOKEN_2022;
use crate::verdict::accounts::{just_opened, token_owner};
use crate::verdict::{Accounts, Verdict, judge};
use crate::{Party, ShareAddresses, Transfer, addresses};

/// The addresses of a share, and a transfer of `amount` raw units between two of its token accounts, whoever owns
/// them: one call. The owner of the source signs, unless [`Transfer::signed_by`] says otherwise.
///
/// With the addresses and the wallets at hand nothing has to be fetched: see [`Transfer::new`].
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::{fetch::FetchError, transfer::fetch_transfer};
/// # use scrip_client::transfer_shares;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, mint: Pubkey, from: Pubkey, to: Pubkey) -> Result<(), FetchError> {
/// let (share, transfer) = fetch_transfer(&rpc, &mint, from, to, 312_500_000).await?;
/// let instructions = transfer_shares(&share, &transfer, None);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer, the mint is no share of Scrip or an account is no token account.
pub async fn fetch_transfer(
    rpc: &RpcClient,
    mint: &Pubkey,
    source: Pubkey,
    destination: Pubkey,
    amount: u64,
) -> Result<(ShareAddresses, Transfer), FetchError> {
    let (asset, policy) = (addresses::asset(mint), addresses::policy(mint));
    let mut many = Many::default();
    many.fetch(rpc, [asset, policy, source, destination]).await?;
    let issuer = read::<scrip_issuer::state::Asset>(&many, asset)?.issuer;
    let registry = read::<Policy>(&many, policy)?.registry;
    let share = ShareAddresses::new(*mint, issuer, registry);
    let party = |account| {
        let found = many.get(&account).ok_or(FetchError::Absent(account))?;
        let wallet = token_owner(&found).ok_or(FetchError::Unexpected(account))?;
        Ok::<_, FetchError>(Party { wallet, account })
    };
    let (from, to) = (party(source)?, party(destination)?);
    Ok((share, Transfer { from, to, authority: from.wallet, amount, memo: false }))
}

fn read<T: anchor_lang::AccountDeserialize + anchor_lang::Owner>(
    many: &Many,
    address: Pubkey,
) -> Result<T, FetchError> {
    let found = many.get(&address).ok_or(FetchError::Absent(address))?;
    parse(address, found.owner, found.data)
}

/// Whether a transfer would go through, and if not, why not: judged here from one call's accounts, and nothing is
/// simulated.
///
/// ```no_run
/// # use anchor_lang::prelude::Pubkey;
/// # use scrip_client::rpc::{fetch::{FetchError, fetch_share}, transfer::can_transfer};
/// # use scrip_client::Transfer;
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, mint: Pubkey, from: Pubkey, to: Pubkey) -> Result<(), FetchError> {
/// let share = fetch_share(&rpc, &mint).await?.addresses;
/// let verdict = can_transfer(&rpc, &share, &Transfer::new(&share, from, to, 312_500_000)).await?;
/// println!("{}: {} ({:?})", verdict.code, verdict.sentence, verdict.side);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer.
pub async fn can_transfer(
    rpc: &RpcClient,
    share: &ShareAddresses,
    transfer: &Transfer,
) -> Result<Verdict, FetchError> {
    let verdicts = can_transfer_all(rpc, share, core::slice::from_ref(transfer)).await?;
    verdicts.into_iter().next().ok_or(FetchError::Absent(share.mint))
}

/// The verdicts about many transfers of a share, each by itself: one call for a hundred accounts, and each account
/// only once. Calls may be answered at different slots.
///
/// Where a token account turns out not to be owned by the wallet that the transfer names, the owner's record is asked
/// for as well.
///
/// ```no_run
/// # use scrip_client::rpc::{fetch::FetchError, transfer::can_transfer_all};
/// # use scrip_client::{ShareAddresses, Transfer};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses, planned: Vec<Transfer>) -> Result<(), FetchError> {
/// let verdicts = can_transfer_all(&rpc, &share, &planned).await?;
/// let refused = verdicts.iter().filter(|verdict| !verdict.allowed).count();
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer.
pub async fn can_transfer_all(
    rpc: &RpcClient,
    share: &ShareAddresses,
    transfers: &[Transfer],
) -> Result<Vec<Verdict>, FetchError> {
    let mut many = Many::default();
    let addresses: Vec<_> = transfers.iter().map(|it| Accounts::addresses(share, it)).collect();
    many.fetch(rpc, addresses.into_iter().flatten().chain([CLOCK])).await?;
    let owned: Vec<_> = transfers.iter().map(|transfer| owned(&many, transfer)).collect();
    let records = owned.iter().flat_map(|it| [it.from.wallet, it.to.wallet]);
    let records: Vec<_> = records.map(|wallet| share.record(&wallet)).collect();
    many.fetch(rpc, records).await?;
    judged(&many, share, &owned)
}

/// The verdict about a transfer whose transaction first opens the recipient's token account, if it is not open yet.
///
/// # Errors
/// [`FetchError`] if the node does not answer.
pub async fn can_transfer_opening(
    rpc: &RpcClient,
    share: &ShareAddresses,
    transfer: &Transfer,
) -> Result<Opening, FetchError> {
    let mut many = Many::default();
    many.fetch(rpc, Accounts::addresses(share, transfer).into_iter().chain([CLOCK])).await?;
    let to = transfer.to;
    let opens = many.get(&to.account).is_none() && to.account == share.account(&to.wallet);
    if opens {
        many.put(to.account, TOKEN_2022, just_opened(&share.mint, &to.wallet));
    }
    let owned = owned(&many, transfer);
    let records = [owned.from.wallet, owned.to.wallet].map(|wallet| share.record(&wallet));
    many.fetch(rpc, records).await?;
    let verdicts = judged(&many, share, &[owned])?;
    let verdict = verdicts.into_iter().next().ok_or(FetchError::Absent(share.mint))?;
    Ok(Opening { opens, verdict })
}

/// What comes of a transfer that may open the recipient's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Whether the account has to be opened.
    pub opens: bool,
    /// The verdict, with the account open.
    pub verdict: Verdict,
}

fn judged(
    many: &Many,
    share: &ShareAddresses,
    owned: &[Transfer],
) -> Result<Vec<Verdict>, FetchError> {
    let now = many.now()?;
    let verdict = |transfer: &Transfer| {
        let accounts = Accounts::addresses(share, transfer).map(|address| many.get(&address));
        judge(share, transfer, &Accounts::new(accounts), now)
    };
    Ok(owned.iter().map(verdict).collect())
}

/// The same transfer, between the wallets that own the token accounts.
fn owned(many: &Many, transfer: &Transfer) -> Transfer {
    let party = |party: Party| {
        let owner = many.get(&party.account).and_then(|it| token_owner(&it));
        Party { wallet: owner.unwrap_or(party.wallet), ..party }
    };
    Transfer { from: party(transfer.from), to: party(transfer.to), ..*transfer }
}
