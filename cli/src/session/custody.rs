//! The custodians of an issuer, and what the program says of supply against what they attest.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use scrip_client::instructions::reserves;
use scrip_client::rpc::fetch::Share;
use scrip_client::{ShareAddresses, addresses};
use scrip_issuer::ReserveStatus;
use scrip_issuer::state::Custodian;
use scrip_rules::reserves::ReserveMode;
use solana_message::{VersionedMessage, v0};
use solana_rpc_client_api::config::RpcSimulateTransactionConfig;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use super::{Session, failure};

/// Where the issuer's address lies in a custodian's account, and the asset's in those of business with it: after
/// discriminator, version and bump.
pub const ABOUT_OFFSET: usize = 10;

impl Session {
    /// The custodians of an issuer whose attestations count.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn custodians(&self, issuer: &Pubkey) -> anyhow::Result<Vec<Pubkey>> {
        let filters = vec![
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, Custodian::DISCRIMINATOR.to_vec())),
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(ABOUT_OFFSET, issuer.to_bytes().to_vec())),
        ];
        let found = self.accounts_of(&scrip_issuer::ID, filters).await?;
        let read = found
            .iter()
            .filter_map(|(_, data)| Custodian::try_deserialize(&mut data.as_slice()).ok());
        Ok(read.filter(|custodian| custodian.approved).map(|custodian| custodian.key).collect())
    }

    /// Those of them who have attested of this share.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn attesting(&self, share: &ShareAddresses) -> anyhow::Result<Vec<Pubkey>> {
        let keys = self.custodians(&share.issuer).await?;
        let attestations: Vec<Pubkey> =
            keys.iter().map(|key| addresses::attestation(&share.asset, key)).collect();
        let found = match attestations.as_slice() {
            [] => return Ok(Vec::new()),
            some => self.rpc.get_multiple_accounts(some).await?,
        };
        Ok(keys.into_iter().zip(found).filter_map(|(key, account)| account.map(|_| key)).collect())
    }

    /// Whom an issue of this share names: nobody, where it does not look at reserves.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn backing(&self, share: &Share) -> anyhow::Result<Vec<Pubkey>> {
        if share.asset.reserve_mode == ReserveMode::Off as u8 {
            return Ok(Vec::new());
        }
        self.attesting(&share.addresses).await
    }

    /// Supply against these custodians, by the program's own word. Nothing is sent.
    ///
    /// # Errors
    /// If the simulation fails: it needs a fee payer that could pay.
    pub async fn reserve_status(
        &self,
        share: &ShareAddresses,
        custodians: &[Pubkey],
    ) -> anyhow::Result<ReserveStatus> {
        let (_, payer) = self.actor_and_payer()?;
        let instruction = reserves::reserve_status(share, custodians);
        let message = v0::Message::try_compile(&payer, &[instruction], &[], Default::default());
        let message = message.context("too many custodians for one transaction")?;
        let transaction = VersionedTransaction {
            signatures: vec![Signature::default()],
            message: VersionedMessage::V0(message),
        };
        let config = RpcSimulateTransactionConfig {
            replace_recent_blockhash: true,
            commitment: Some(self.rpc.commitment()),
            ..RpcSimulateTransactionConfig::default()
        };
        let simulated =
            self.rpc.simulate_transaction_with_config(&transaction, config).await?.value;
        if let Some(error) = simulated.err {
            let logs = simulated.logs.unwrap_or_default();
            bail!("the status cannot be had: {}", failure::explain(&error.into(), &logs));
        }
        let returned = simulated.return_data.map(|returned| returned.data.0).unwrap_or_default();
        let bytes = BASE64_STANDARD.decode(returned).context("the answer cannot be read")?;
        reserves::decode_status(&bytes).context("the answer cannot be read")
    }
}
