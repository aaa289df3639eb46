//! Reserves: what custodians attest, and how supply stands against it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use scrip_client::instructions::reserves;
use scrip_issuer::AttestReservesArgs;
use serde_json::json;

use super::asset::mode;
use crate::output::{Answer, big};
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::amount::{self, SHARE_DECIMALS, Shares, format_decimal};
use crate::values::reference::hash_of;
use crate::values::time::{self, Moment};

/// The commands of `scrip reserve`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Attest how many shares are held. Whoever acts is a custodian
    Attest(Attest),
    /// Show supply against what custodians attest, by the program's own word
    Status {
        /// Symbol or mint of the share
        asset: String,
    },
}

/// `scrip reserve attest`
#[derive(Args, Debug)]
pub struct Attest {
    /// Symbol or mint of the share
    asset: String,
    /// How many shares the custodian holds, as a decimal
    shares: Shares,
    /// When they were counted: not before the last corporate action
    #[arg(long, value_name = "TIME")]
    as_of: Moment,
    /// The custodian's statement, which is hashed
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Attest(attest) => attest.run(session).await,
            Self::Status { asset } => status(session, &asset).await,
        }
    }
}

impl Attest {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let custodian = session.custodian(&share.addresses).await?;
        let payer = session.payer()?.address();
        let now = session.now().await?;
        let actions_seen = share.asset.changes_in_force(now)?;
        let document_hash = hash_of(&self.document)?;
        let as_of = self.as_of.resolve(now);
        let args = AttestReservesArgs { shares: self.shares.0, as_of, actions_seen, document_hash };
        let mut others = session.attesting(&share.addresses).await?;
        others.retain(|key| *key != custodian);
        let attest = reserves::attest_reserves(custodian, payer, &share.addresses, args, &others);
        let title = format!("attest {} shares of {}", self.shares, self.asset);
        let plan = Plan::new(title, vec![attest])
            .detail("counted at", time::shown(as_of))
            .detail("corporate actions seen", actions_seen.to_string());
        session.carry_out(plan).await.map(drop)
    }
}

async fn status(session: &Session, named: &str) -> anyhow::Result<()> {
    let share = session.share(named).await?;
    let multiplier = multiplier_at(&share.asset, session.now().await?)?;
    let custodians = session.attesting(&share.addresses).await?;
    let status = session.reserve_status(&share.addresses, &custodians).await?;
    let shares = |units: u128| json!(format_decimal(units, SHARE_DECIMALS));
    session.answer(&Answer::Record(vec![
        ("met", json!(status.met)),
        ("mode", json!(mode(status.mode))),
        ("fresh_custodians", json!(status.custodians)),
        ("needed_custodians", json!(share.asset.min_custodians)),
        ("supply_raw", big(status.supply)),
        ("needed_shares", shares(status.needed)),
        ("attested_shares", shares(status.attested)),
        ("counted_shares", shares(status.counted)),
        ("headroom_shares", json!(amount::in_shares(status.headroom, multiplier))),
        ("headroom_raw", big(status.headroom)),
    ]));
    Ok(())
}
