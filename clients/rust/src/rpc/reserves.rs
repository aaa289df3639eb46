//! How the supply of a share stands against its reserves, from a node.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use scrip_issuer::ReserveStatus;
use scrip_issuer::state::{Asset, Custodian, ReserveAttestation};
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use spl_token_2022_interface::extension::PodStateWithExtensions;
use spl_token_2022_interface::pod::PodMint;

use super::accounts::{CLOCK, Many, filtered};
use super::fetch::{FetchError, parse};
use crate::reserves::{Attested, reserve_status};
use crate::{Memcmp, ShareAddresses, addresses};

/// Where the asset lies in an attestation: behind discriminator, version and bump.
const ATTESTATION_ASSET_OFFSET: usize = 10;

/// Supply against everything that the issuer's custodians attest of this share, now: what the issuer program's
/// `reserve_status` answers when it is given them all. Two calls, and nothing is simulated.
///
/// ```no_run
/// # use scrip_client::ShareAddresses;
/// # use scrip_client::rpc::{fetch::FetchError, reserves::fetch_reserve_status};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses) -> Result<(), FetchError> {
/// let status = fetch_reserve_status(&rpc, &share).await?;
/// println!("{} raw units may still be minted", status.headroom);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer, or an account is not what it should be.
pub async fn fetch_reserve_status(
    rpc: &RpcClient,
    share: &ShareAddresses,
) -> Result<ReserveStatus, FetchError> {
    let attestations = fetch_attestations(rpc, share).await?;
    let custodians: Vec<Pubkey> = attestations
        .iter()
        .map(|attestation| addresses::custodian(&share.issuer, &attestation.custodian))
        .collect();
    let mut many = Many::default();
    many.fetch(rpc, [share.asset, share.mint, CLOCK].into_iter().chain(custodians.iter().copied()))
        .await?;
    let mut attested = Vec::with_capacity(attestations.len());
    for (attestation, address) in attestations.into_iter().zip(custodians) {
        let found = many.get(&address).ok_or(FetchError::Absent(address))?;
        let custodian: Custodian = parse(address, found.owner, found.data)?;
        attested.push(Attested { custodian, attestation });
    }
    let found = many.get(&share.asset).ok_or(FetchError::Absent(share.asset))?;
    let asset: Asset = parse(share.asset, found.owner, found.data)?;
    let mint = many.get(&share.mint).ok_or(FetchError::Absent(share.mint))?;
    let mint = PodStateWithExtensions::<PodMint>::unpack(mint.data)
        .map_err(|_| FetchError::Unexpected(share.mint))?;
    let (supply, now) = (u64::from(mint.base.supply), many.now()?);
    reserve_status(&share.asset, &asset, supply, &attested, now)
        .ok_or(FetchError::Unexpected(share.asset))
}

/// What custodians attest of this share, whether they are approved or not, in one call.
///
/// ```no_run
/// # use scrip_client::ShareAddresses;
/// # use scrip_client::rpc::{fetch::FetchError, reserves::fetch_attestations};
/// # use solana_rpc_client::nonblocking::rpc_client::RpcClient;
/// # async fn example(rpc: RpcClient, share: ShareAddresses) -> Result<(), FetchError> {
/// for attestation in fetch_attestations(&rpc, &share).await? {
///     println!("{}: {} base units of shares", attestation.custodian, attestation.shares);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`FetchError`] if the node does not answer, or an account is not what it should be.
pub async fn fetch_attestations(
    rpc: &RpcClient,
    share: &ShareAddresses,
) -> Result<Vec<ReserveAttestation>, FetchError> {
    let filters = [
        Memcmp { offset: 0, bytes: ReserveAttestation::DISCRIMINATOR.to_vec() },
        Memcmp { offset: ATTESTATION_ASSET_OFFSET, bytes: share.asset.to_bytes().to_vec() },
    ];
    let found = filtered(rpc, &scrip_issuer::ID, filters).await?;
    let read = found.into_iter().map(|(address, data)| {
        ReserveAttestation::try_deserialize(&mut data.as_slice())
            .map_err(|_| FetchError::Unexpected(address))
    });
    read.collect()
}
