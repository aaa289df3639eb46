//! Everything about all shares of an issuer, in few calls: for a thousand shares with two custodians about forty.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use scrip_client::addresses;
use scrip_issuer::state::{CorporateAction, PendingChange, ReserveAttestation};
use scrip_rules::corporate_action::ActionState;
use scrip_rules::reserves::{Attestation, ReserveMode};
use scrip_transfer_hook::state::Policy;
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use crate::session::Session;
use crate::session::shares::Listed;

/// Accounts that a node returns in one call.
const AT_ONCE: usize = 100;
/// Where an action's state lies: after discriminator, version, bump and kind.
const STATE_OFFSET: usize = 11;
/// Where the issuer's address lies in a pending change: after discriminator, version, bump and number.
const CHANGE_ISSUER_OFFSET: usize = 14;

/// A share, and what is open about it.
pub struct Standing {
    pub listed: Listed,
    pub policy: Option<Policy>,
    /// Of custodians who are approved.
    pub attestations: Vec<Attestation>,
    /// Neither settled nor cancelled.
    pub actions: Vec<CorporateAction>,
    /// In the queue, and not expired.
    pub changes: Vec<PendingChange>,
}

/// All shares, and the changes that are about the issuer itself.
pub struct Everything {
    pub now: i64,
    pub shares: Vec<Standing>,
    pub of_issuer: Vec<PendingChange>,
}

/// Reads it; `only` the share with this mint.
pub async fn everything(
    session: &Session,
    issuer: &Pubkey,
    only: Option<Pubkey>,
) -> anyhow::Result<Everything> {
    let now = session.now().await?;
    let mut listed = session.shares_of(issuer).await?;
    listed.retain(|share| only.is_none_or(|mint| share.mint == mint));
    let policies: Vec<Pubkey> = listed.iter().map(|share| share.asset.policy).collect();
    let mut policies = accounts::<Policy>(session, &policies).await?;
    let custodians = session.custodians(issuer).await?;
    let backed = |share: &&Listed| share.asset.reserve_mode != ReserveMode::Off as u8;
    let attestations: Vec<Pubkey> = listed
        .iter()
        .filter(backed)
        .flat_map(|share| {
            let asset = addresses::asset(&share.mint);
            custodians.iter().map(move |key| addresses::attestation(&asset, key))
        })
        .collect();
    let mut attested: HashMap<Pubkey, Vec<Attestation>> = HashMap::new();
    for found in accounts::<ReserveAttestation>(session, &attestations).await?.into_values() {
        attested.entry(found.asset).or_default().push(found.attestation());
    }
    let mut actions: HashMap<Pubkey, Vec<CorporateAction>> = HashMap::new();
    if listed.iter().any(|share| share.asset.action_count > 0) {
        for state in [ActionState::Announced, ActionState::Approved, ActionState::Scheduled] {
            let at = (STATE_OFFSET, vec![state as u8]);
            for action in of_type::<CorporateAction>(session, at).await? {
                actions.entry(action.asset).or_default().push(action);
            }
        }
    }
    let mut changes: HashMap<Pubkey, Vec<PendingChange>> = HashMap::new();
    let at = (CHANGE_ISSUER_OFFSET, issuer.to_bytes().to_vec());
    for change in of_type::<PendingChange>(session, at).await? {
        if now < change.expires_at() {
            changes.entry(change.asset).or_default().push(change);
        }
    }
    let shares = listed.into_iter().map(|listed| {
        let asset = addresses::asset(&listed.mint);
        Standing {
            policy: policies.remove(&listed.asset.policy),
            attestations: attested.remove(&asset).unwrap_or_default(),
            actions: actions.remove(&asset).unwrap_or_default(),
            changes: changes.remove(&asset).unwrap_or_default(),
            listed,
        }
    });
    let shares = shares.collect();
    Ok(Everything {
        now,
        shares,
        of_issuer: changes.remove(&Pubkey::default()).unwrap_or_default(),
    })
}

/// The accounts of a type at these addresses, where there are any.
async fn accounts<T: AccountDeserialize>(
    session: &Session,
    keys: &[Pubkey],
) -> anyhow::Result<HashMap<Pubkey, T>> {
    let mut read = HashMap::with_capacity(keys.len());
    for some in keys.chunks(AT_ONCE) {
        let found = session.rpc.get_multiple_accounts(some).await?;
        for (key, account) in some.iter().zip(found) {
            let account = account.map(|account| T::try_deserialize(&mut account.data.as_slice()));
            if let Some(Ok(account)) = account {
                read.insert(*key, account);
            }
        }
    }
    Ok(read)
}

/// The accounts of a type that have these bytes at an offset.
async fn of_type<T: AccountDeserialize + Discriminator>(
    session: &Session,
    (offset, bytes): (usize, Vec<u8>),
) -> anyhow::Result<Vec<T>> {
    let filters = vec![
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, T::DISCRIMINATOR.to_vec())),
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(offset, bytes)),
    ];
    let found = session.accounts_of(&scrip_issuer::ID, filters).await?;
    Ok(found.iter().filter_map(|(_, data)| T::try_deserialize(&mut data.as_slice()).ok()).collect())
}
