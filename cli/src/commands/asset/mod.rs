//! Shares: created from a file, listed, described anew, ended.

mod show;
mod update;

pub use show::{mode, status};

use std::path::PathBuf;

use clap::{Args, Subcommand};
use scrip_client::instructions::assets;
use serde_json::json;

use crate::asset_file::carry_out::{Outcome, carry_out};
use crate::asset_file::outline::{Known, outline};
use crate::asset_file::{EXAMPLE, read};
use crate::output::{Answer, big};
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::amount;
use crate::values::reference::Reference;

/// The commands of `scrip asset`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a share from a file, or do what is missing of it. Safe to run again
    Create(Create),
    /// Print a file that describes a share, with every key explained
    Example,
    /// List the issuer's shares
    List,
    /// Show a share and its settings
    Show {
        /// Symbol or mint of the share
        asset: String,
    },
    /// Change terms, ISIN or a further field of a share
    Update(update::Update),
    /// End the issue of shares for ever; holders redeem
    WindDown(End),
    /// Close a share that is wound down and has no supply left, for ever
    Close(End),
}

/// `scrip asset create`
#[derive(Args, Debug)]
pub struct Create {
    /// TOML file that describes the share: `scrip asset example` prints one
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Key of the mint [default: FILE with the ending .mint.json, which is made if it is missing]
    #[arg(long, value_name = "KEY")]
    mint_key: Option<PathBuf>,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// `scrip asset wind-down` and `scrip asset close`
#[derive(Args, Debug)]
pub struct End {
    /// Symbol or mint of the share
    asset: String,
    /// Case reference
    #[arg(long)]
    reference: Reference,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run(session).await,
            Self::Example => {
                print!("{EXAMPLE}");
                Ok(())
            }
            Self::List => list(session).await,
            Self::Show { asset } => show::show(session, &asset).await,
            Self::Update(update) => update.run(session).await,
            Self::WindDown(end) => end.wind_down(session).await,
            Self::Close(end) => end.close(session).await,
        }
    }
}

impl Create {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let file = read(&self.from)?;
        let known = Known::of(session, &session.issuer().await?.0).await?;
        let outline = outline(session, &file, self.mint_key.as_deref(), &known).await?;
        let outcome = carry_out(session, outline, self.dry_run).await?;
        session.answer(&Answer::Record(
            Outcome::COLUMNS.into_iter().zip(outcome.values(session.options.output)).collect(),
        ));
        Ok(())
    }
}

impl End {
    async fn wind_down(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let admin = session.actor()?.address();
        let wind_down = assets::wind_down(admin, &share, self.reference.0);
        let plan = Plan::new(format!("end the issue of {}", self.asset), vec![wind_down])
            .irreversible("no share of it can ever be issued again");
        session.carry_out(plan).await.map(drop)
    }

    async fn close(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let admin = session.actor()?.address();
        let close = assets::close_asset(admin, &share, self.reference.0);
        let plan = Plan::new(format!("close {}", self.asset), vec![close])
            .irreversible("the authority to mint is given up for ever");
        session.carry_out(plan).await.map(drop)
    }
}

async fn list(session: &Session) -> anyhow::Result<()> {
    let (issuer, _) = session.issuer().await?;
    let now = session.now().await?;
    let mut rows = Vec::new();
    for share in session.shares_of(&issuer).await? {
        let multiplier = multiplier_at(&share.asset, now)?;
        rows.push(vec![
            json!(share.symbol),
            json!(share.name),
            json!(String::from_utf8_lossy(&share.asset.isin)),
            json!(share.mint.to_string()),
            json!(amount::in_shares(share.supply, multiplier)),
            big(share.supply),
            json!(amount::multiplier(multiplier.scaled())),
        ]);
    }
    let columns =
        vec!["symbol", "name", "isin", "mint", "supply_shares", "supply_raw", "multiplier"];
    let empty =
        "the issuer has no shares: `scrip asset example` prints a file for `scrip asset create`";
    session.answer(&Answer::Rows { columns, rows, empty });
    Ok(())
}
