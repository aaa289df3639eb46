//! A durable nonce: a value on chain that stands in for the recent blockhash, so that a transaction does not expire
//! while it is signed elsewhere. It can be sent until the nonce is advanced, which sending it does.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use solana_hash::Hash;
use solana_nonce::state::State;
use solana_nonce::versions::Versions;

use super::{Session, keys};
use crate::plan::Signatory;

/// A durable nonce as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nonce {
    /// Its account.
    pub account: Pubkey,
    /// Who may advance it.
    pub authority: Pubkey,
    /// Its value.
    pub value: Hash,
}

impl Session {
    /// A nonce by its account.
    ///
    /// # Errors
    /// If there is none there.
    pub async fn nonce_at(&self, account: Pubkey) -> anyhow::Result<Nonce> {
        let found =
            self.rpc.get_account_with_commitment(&account, self.rpc.commitment()).await?.value;
        let found = found.with_context(|| {
            format!("there is no account at {account}: `scrip nonce create` makes a durable nonce")
        })?;
        let state = Some(found).filter(|found| found.owner == solana_sdk_ids::system_program::ID);
        let state = state.and_then(|found| bincode::deserialize::<Versions>(&found.data).ok());
        match state.as_ref().map(Versions::state) {
            Some(State::Initialized(data)) => {
                Ok(Nonce { account, authority: data.authority, value: data.blockhash() })
            }
            _ => bail!("account {account} is no durable nonce: `scrip nonce create` makes one"),
        }
    }

    /// The nonce that was named by --nonce, and who signs for advancing it.
    ///
    /// # Errors
    /// If there is none there, or its authority is another than the one named.
    pub async fn nonce(&self) -> anyhow::Result<Option<(Nonce, Signatory)>> {
        let Some(named) = &self.options.nonce else { return Ok(None) };
        let authority = match &self.options.nonce_authority {
            Some(named) => keys::signatory(named).context("--nonce-authority")?,
            None => self.payer()?,
        };
        let nonce = self.nonce_at(keys::address(named).context("--nonce")?).await?;
        if nonce.authority != authority.address() {
            let (account, needed, given) = (nonce.account, nonce.authority, authority.address());
            bail!(
                "nonce {account} is advanced by {needed}, not by {given}: name its authority with --nonce-authority"
            );
        }
        Ok(Some((nonce, authority)))
    }
}
