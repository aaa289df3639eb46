//! What the register says of one, and of all.

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use scrip_rules::holder::{HolderKind, HolderStatus};
use scrip_transfer_hook::state::Holder;
use serde_json::{Value, json};

use crate::commands::register::{all, record, registry, status_name};
use crate::holder_import::identity;
use crate::output::Answer;
use crate::session::{Session, keys};
use crate::values::{class, country, time};

/// Where the register's address lies in a record, and where its status and kind.
const REGISTRY_OFFSET: usize = 64;
const STATUS_OFFSET: usize = 11;

/// `scrip holder show`
#[derive(Args, Debug)]
pub struct Show {
    /// Address or keypair file of the wallet or venue
    wallet: String,
}

/// `scrip holder list`
#[derive(Args, Debug)]
pub struct List {
    /// Only those with this standing
    #[arg(long, value_enum)]
    status: Option<Status>,
    /// So many at most, by their addresses
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
}

/// A standing on the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Status {
    /// May hold.
    Active,
    /// Barred until it is reinstated.
    Suspended,
    /// Barred for good.
    Revoked,
    /// Barred as a sanctions list names it.
    Sanctioned,
}

impl Status {
    const fn byte(self) -> u8 {
        match self {
            Self::Active => HolderStatus::Active as u8,
            Self::Suspended => HolderStatus::Suspended as u8,
            Self::Revoked => HolderStatus::Revoked as u8,
            Self::Sanctioned => HolderStatus::Sanctioned as u8,
        }
    }
}

impl Show {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (registry, wallet) = (registry(session).await?, keys::address(&self.wallet)?);
        let holder = record(session, &registry, &wallet).await?;
        let now = session.now().await?;
        session.answer(&Answer::Record(vec![
            ("wallet", json!(wallet.to_string())),
            ("kind", json!(kind(&holder))),
            ("status", json!(status_name(holder.status))),
            ("country", of_people(&holder, country::shown(holder.jurisdiction))),
            ("classes", of_people(&holder, class::shown(holder.investor_classes))),
            ("kyc_expires", json!(time::shown(holder.kyc_expires_at))),
            ("kyc_valid", json!(holder.kyc_expires_at > now)),
            ("locked_until", json!(time::shown(holder.locked_until))),
            ("identity", of_people(&holder, identity::shown(&holder.identity))),
            ("facts_from", json!(origin(&holder))),
            ("record", json!(scrip_client::addresses::holder(&registry, &wallet).to_string())),
        ]));
        Ok(())
    }
}

impl List {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let registry = registry(session).await?;
        let status = self.status.map(|status| (STATUS_OFFSET, status.byte()));
        let mut found = all::<Holder>(session, &registry, REGISTRY_OFFSET, status)
            .await
            .context("the register cannot be listed")?;
        found.sort_by_cached_key(|(_, holder)| holder.wallet.to_string());
        let limit = self.limit.unwrap_or(usize::MAX);
        let row = |holder: &Holder| {
            vec![
                json!(holder.wallet.to_string()),
                json!(kind(holder)),
                json!(status_name(holder.status)),
                of_people(holder, country::shown(holder.jurisdiction)),
                of_people(holder, class::shown(holder.investor_classes)),
                json!(time::shown(holder.kyc_expires_at)),
                json!(time::shown(holder.locked_until)),
            ]
        };
        session.answer(&Answer::Rows {
            columns: vec!["wallet", "kind", "status", "country", "classes", "kyc_expires", "locked_until"],
            rows: found.iter().take(limit).map(|(_, holder)| row(holder)).collect(),
            empty: "nobody: put holders on the register by `scrip holder import` or `scrip holder onboard`",
        });
        if let Some(more @ 1..) = found.len().checked_sub(limit) {
            eprintln!("and {more} more");
        }
        Ok(())
    }
}

fn is_venue(holder: &Holder) -> bool {
    holder.kind == HolderKind::Venue as u8
}

fn kind(holder: &Holder) -> &'static str {
    if is_venue(holder) { "venue" } else { "wallet" }
}

fn of_people(holder: &Holder, text: String) -> Value {
    if is_venue(holder) { Value::Null } else { json!(text) }
}

fn origin(holder: &Holder) -> String {
    match (holder.origin, is_venue(holder)) {
        (0, _) => "a registrar".to_owned(),
        (_, true) => "its program's approval".to_owned(),
        (number, false) => format!("an attestation under trusted credential {number}"),
    }
}
