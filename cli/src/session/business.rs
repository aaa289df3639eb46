//! Open business with a share: redemptions, subscriptions, proposed mints.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use scrip_client::rpc::fetch::{Share, fetch_share};
use scrip_issuer::state::Asset;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use super::Session;
use super::custody::ABOUT_OFFSET;

impl Session {
    /// The accounts of this type that are about an asset, with their addresses.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn business<T: AccountDeserialize + Discriminator>(
        &self,
        asset: &Pubkey,
    ) -> anyhow::Result<Vec<(Pubkey, T)>> {
        let filters = vec![
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, T::DISCRIMINATOR.to_vec())),
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(ABOUT_OFFSET, asset.to_bytes().to_vec())),
        ];
        let found = self.accounts_of(&scrip_issuer::ID, filters).await?;
        let read = found.iter().filter_map(|(address, data)| {
            Some((*address, T::try_deserialize(&mut data.as_slice()).ok()?))
        });
        Ok(read.collect())
    }

    /// The share with this account of the issuer program.
    ///
    /// # Errors
    /// If there is none.
    pub async fn share_of(&self, asset: &Pubkey) -> anyhow::Result<Share> {
        let account: Asset = self.expect(asset, "the share of it is gone").await?;
        Ok(fetch_share(&self.rpc, &account.mint).await?)
    }
}
