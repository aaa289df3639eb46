//! What the commands about the register have in common: which register, who acts, its records.

use anchor_lang::prelude::Pubkey;
use anchor_lang::{AccountDeserialize, Discriminator};
use anyhow::Context as _;
use scrip_client::addresses;
use scrip_client::instructions::register::Desk;
use scrip_client::rpc::fetch::find;
use scrip_rules::holder::HolderStatus;
use scrip_transfer_hook::state::{Holder, first_half};
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use crate::session::{Session, keys};

/// The issuer's register.
pub async fn registry(session: &Session) -> anyhow::Result<Pubkey> {
    Ok(session.issuer().await?.1.registry)
}

/// Whoever acts, as an officer of the issuer's register.
pub async fn desk(session: &Session) -> anyhow::Result<Desk> {
    let (officer, payer) = session.actor_and_payer()?;
    Ok(Desk { registry: registry(session).await?, officer, payer })
}

/// The record of a wallet or venue.
pub async fn record(
    session: &Session,
    registry: &Pubkey,
    wallet: &Pubkey,
) -> anyhow::Result<Holder> {
    let found = find(&session.rpc, &addresses::holder(registry, wallet)).await?;
    found.with_context(|| {
        format!("{wallet} is not on register {registry}: `scrip holder list` shows who is")
    })
}

/// Accounts of one type that belong to the register, whose address lies at this offset.
pub async fn all<T: AccountDeserialize + Discriminator>(
    session: &Session,
    registry: &Pubkey,
    offset: usize,
    further: Option<(usize, u8)>,
) -> anyhow::Result<Vec<(Pubkey, T)>> {
    let mut filters = vec![
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(0, T::DISCRIMINATOR.to_vec())),
        RpcFilterType::Memcmp(Memcmp::new_raw_bytes(offset, registry.to_bytes().to_vec())),
    ];
    filters
        .extend(further.map(|(offset, byte)| {
            RpcFilterType::Memcmp(Memcmp::new_raw_bytes(offset, vec![byte]))
        }));
    let accounts = session.accounts_of(&scrip_transfer_hook::ID, filters).await?;
    let read = accounts.into_iter().map(|(address, data)| {
        let account = T::try_deserialize(&mut data.as_slice());
        Ok((address, account.with_context(|| format!("account {address} is of another version"))?))
    });
    read.collect()
}

/// Who gets the rent of a record back: who paid it, of whom the record knows half the address.
pub fn rent_receiver(
    session: &Session,
    holder: &Holder,
    named: Option<&str>,
) -> anyhow::Result<Pubkey> {
    let (officer, payer) = session.actor_and_payer()?;
    let named = named.map(keys::address).transpose()?;
    let mut candidates = named.into_iter().chain([payer, officer]);
    candidates.find(|address| first_half(address) == holder.rent_payer).with_context(|| {
        format!("the rent of {}'s record goes back to who paid it, which was somebody else: name who by --rent-to", holder.wallet)
    })
}

/// The name of a stored status.
#[must_use]
pub fn status_name(status: u8) -> &'static str {
    match HolderStatus::from_byte(status) {
        Some(HolderStatus::Active) => "active",
        Some(HolderStatus::Suspended) => "suspended",
        Some(HolderStatus::Revoked) => "revoked",
        Some(HolderStatus::Sanctioned) => "sanctioned",
        None => "unknown",
    }
}
