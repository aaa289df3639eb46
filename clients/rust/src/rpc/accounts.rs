//! Many accounts at once, as a node has them.

use std::collections::BTreeMap;

use anchor_lang::prelude::{Pubkey, pubkey};
use solana_account_decoder_client_types::UiAccountEncoding;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;
use solana_rpc_client_api::config::{RpcAccountInfoConfig, RpcProgramAccountsConfig};
use solana_rpc_client_api::filter::{Memcmp as RpcMemcmp, RpcFilterType};

use super::fetch::FetchError;
use crate::Memcmp;
use crate::verdict::Fetched;

/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;
/// The chain's clock.
pub(crate) const CLOCK: Pubkey = pubkey!("SysvarC1ock11111111111111111111111111111111");
/// Where `unix_timestamp` lies in it: behind slot, epoch start, epoch and leader epoch.
const UNIX_TIMESTAMP: usize = 32;

/// Accounts by their addresses.
#[derive(Debug, Default)]
pub(crate) struct Many(BTreeMap<Pubkey, Option<(Pubkey, Vec<u8>)>>);

impl Many {
    /// Asks for those of these addresses that are not here yet: one call for a hundred.
    pub(crate) async fn fetch(
        &mut self,
        rpc: &RpcClient,
        addresses: impl IntoIterator<Item = Pubkey>,
    ) -> Result<(), FetchError> {
        let mut wanted: Vec<_> =
            addresses.into_iter().filter(|address| !self.0.contains_key(address)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        for some in wanted.chunks(AT_ONCE) {
            let found = rpc.get_multiple_accounts(some).await?;
            let found = found.into_iter().map(|it| it.map(|it| (it.owner, it.data)));
            self.0.extend(some.iter().copied().zip(found));
        }
        Ok(())
    }

    /// Takes this account to be there.
    pub(crate) fn put(&mut self, address: Pubkey, owner: Pubkey, data: Vec<u8>) {
        self.0.insert(address, Some((owner, data)));
    }

    /// The account at this address, if there is one.
    pub(crate) fn get(&self, address: &Pubkey) -> Option<Fetched<'_>> {
        let (owner, data) = self.0.get(address)?.as_ref()?;
        Some(Fetched { owner: *owner, data })
    }

    /// The chain's time, unix seconds.
    pub(crate) fn now(&self) -> Result<i64, FetchError> {
        let clock = self.get(&CLOCK).ok_or(FetchError::Absent(CLOCK))?;
        let time = clock.data.get(UNIX_TIMESTAMP..).and_then(|rest| rest.first_chunk::<8>());
        time.map(|bytes| i64::from_le_bytes(*bytes)).ok_or(FetchError::Unexpected(CLOCK))
    }
}

/// The accounts of a program that pass these filters, in one call.
pub(crate) async fn filtered(
    rpc: &RpcClient,
    program: &Pubkey,
    filters: impl IntoIterator<Item = Memcmp>,
) -> Result<Vec<(Pubkey, Vec<u8>)>, FetchError> {
    let filters = filters
        .into_iter()
        .map(|it| RpcFilterType::Memcmp(RpcMemcmp::new_raw_bytes(it.offset, it.bytes)));
    program_accounts(rpc, program, filters.collect()).await
}

/// The accounts of a program that pass these filters, with their data, in one call.
///
/// # Errors
/// [`FetchError`] if the node does not answer, or says what is no account.
pub async fn program_accounts(
    rpc: &RpcClient,
    program: &Pubkey,
    filters: Vec<RpcFilterType>,
) -> Result<Vec<(Pubkey, Vec<u8>)>, FetchError> {
    let account_config = RpcAccountInfoConfig {
        encoding: Some(UiAccountEncoding::Base64),
        commitment: Some(rpc.commitment()),
        ..Default::default()
    };
    let config =
        RpcProgramAccountsConfig { filters: Some(filters), account_config, ..Default::default() };
    let found = rpc.get_program_ui_accounts_with_config(program, config).await?;
    let decoded = found.into_iter().map(|(address, account)| {
        let data = account.data.decode().ok_or(FetchError::Unexpected(address))?;
        Ok((address, data))
    });
    decoded.collect()
}
