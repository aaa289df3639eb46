//! Blackouts, in which transfers, minting and redemption stand still.

use clap::{Args, Subcommand};
use scrip_client::instructions::desk;
use scrip_issuer::state::PERMISSION_CORPORATE_ACTIONS;
use scrip_transfer_hook::BlackoutArgs;

use crate::plan::Plan;
use crate::session::Session;
use crate::values::time::{self, Moment};

/// The commands of `scrip blackout`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set the blackout of a share, or replace the one that is set
    Set(Set),
    /// Clear the blackout of a share
    Clear {
        /// Symbol or mint of the share
        asset: String,
    },
}

/// `scrip blackout set`
#[derive(Args, Debug)]
pub struct Set {
    /// Symbol or mint of the share
    asset: String,
    /// Its first second
    #[arg(long, value_name = "TIME")]
    from: Moment,
    /// The first second after it
    #[arg(long, value_name = "TIME")]
    until: Moment,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Set(set) => set.run(session).await,
            Self::Clear { asset } => {
                let share = session.share(&asset).await?.addresses;
                let clear = desk::clear_blackout(
                    session.staff(&share, PERMISSION_CORPORATE_ACTIONS).await?,
                    &share,
                );
                let plan = Plan::new(format!("clear the blackout of {asset}"), vec![clear]);
                session.carry_out(plan).await.map(drop)
            }
        }
    }
}

impl Set {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let now = session.now().await?;
        let args = BlackoutArgs { from: self.from.resolve(now), until: self.until.resolve(now) };
        let set = desk::set_blackout(
            session.staff(&share, PERMISSION_CORPORATE_ACTIONS).await?,
            &share,
            args,
        );
        let plan = Plan::new(format!("set a blackout of {}", self.asset), vec![set])
            .detail("from", time::shown(args.from))
            .detail("until", time::shown(args.until))
            .detail("stops", "transfers, minting and redemption");
        session.carry_out(plan).await.map(drop)
    }
}
