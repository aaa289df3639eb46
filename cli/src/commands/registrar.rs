//! Registrars, who keep the register of holders; its authority, who appoints them; the credentials that it trusts.

mod appoint;
mod credential;

use anchor_lang::prelude::Pubkey;
use clap::Subcommand;
use scrip_client::instructions::register as build;
use scrip_client::rpc::fetch::fetch;
use scrip_transfer_hook::state::{Registrar, Registry};
use serde_json::json;

use super::register::{all, registry};
use crate::output::{Answer, big};
use crate::plan::Plan;
use crate::session::{Session, keys};
use crate::values::{permission, time};

/// Where the register's address lies in the account of a registrar.
const REGISTRY_OFFSET: usize = 40;

/// The commands of `scrip registrar`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Appoint a registrar. The register's authority does it.
    Grant(appoint::Grant),
    /// Dismiss a registrar. The register's authority does it.
    Revoke(appoint::Revoke),
    /// Show the register's registrars.
    List,
    /// Show the register: its address, its authority, who is proposed as the next.
    Show,
    /// Propose another authority of the register, which then has to accept.
    ProposeAuthority {
        /// Address or keypair file; leave it out to take a proposal back
        authority: Option<String>,
    },
    /// Become the register's authority, as proposed.
    AcceptAuthority,
    /// Trust a credential of the Solana Attestation Service: its attestations become records.
    Trust(credential::Trust),
    /// Trust a credential no longer. Records that rest on it stay.
    Distrust(credential::Distrust),
    /// Show the credentials that are trusted.
    Credentials,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Grant(grant) => grant.run(session).await,
            Self::Revoke(revoke) => revoke.run(session).await,
            Self::List => list(session).await,
            Self::Show => show(session).await,
            Self::ProposeAuthority { authority } => propose(session, authority).await,
            Self::AcceptAuthority => accept(session).await,
            Self::Trust(trust) => trust.run(session).await,
            Self::Distrust(distrust) => distrust.run(session).await,
            Self::Credentials => credential::list(session).await,
        }
    }
}

async fn list(session: &Session) -> anyhow::Result<()> {
    let now = session.now().await?;
    let mut found =
        all::<Registrar>(session, &registry(session).await?, REGISTRY_OFFSET, None).await?;
    found.sort_by_key(|(_, registrar)| registrar.officer);
    let row = |registrar: &Registrar| {
        vec![
            json!(registrar.officer.to_string()),
            json!(permission::REGISTRAR.shown(registrar.permissions)),
            json!(time::shown(registrar.expires_at)),
            json!(registrar.expires_at > now),
            big(registrar.created),
            big(registrar.closed),
        ]
    };
    session.answer(&Answer::Rows {
        columns: vec![
            "officer",
            "permissions",
            "expires_at",
            "in_office",
            "records_created",
            "records_closed",
        ],
        rows: found.iter().map(|(_, registrar)| row(registrar)).collect(),
        empty: "there are no registrars: appoint one by `scrip registrar grant`",
    });
    Ok(())
}

async fn show(session: &Session) -> anyhow::Result<()> {
    let address = registry(session).await?;
    let registry: Registry = fetch(&session.rpc, &address).await?;
    let proposed =
        Some(registry.pending_authority).filter(|proposed| *proposed != Pubkey::default());
    session.answer(&Answer::Record(vec![
        ("registry", json!(address.to_string())),
        ("authority", json!(registry.authority.to_string())),
        ("proposed_authority", json!(proposed.map(|proposed| proposed.to_string()))),
        ("credentials_ever_trusted", json!(registry.credentials)),
    ]));
    Ok(())
}

async fn propose(session: &Session, named: Option<String>) -> anyhow::Result<()> {
    let proposed = named.as_deref().map(keys::address).transpose()?;
    let (authority, registry) = (session.actor()?.address(), registry(session).await?);
    let title = match proposed {
        Some(proposed) => format!("propose {proposed} as authority of register {registry}"),
        None => format!("take back the proposal of an authority of register {registry}"),
    };
    let instruction =
        build::propose_registry_authority(authority, registry, proposed.unwrap_or_default());
    session.carry_out(Plan::new(title, vec![instruction])).await.map(drop)
}

async fn accept(session: &Session) -> anyhow::Result<()> {
    let (proposed, registry) = (session.actor()?.address(), registry(session).await?);
    let title = format!("become the authority of register {registry}");
    let instruction = build::accept_registry_authority(proposed, registry);
    session.carry_out(Plan::new(title, vec![instruction])).await.map(drop)
}
