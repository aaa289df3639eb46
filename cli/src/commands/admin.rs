//! The admin of an issuer, who is handed over in two steps: `scrip change propose admin ADDRESS`, then this.

use clap::Subcommand;
use scrip_client::instructions::settings::accept_admin;

use crate::plan::Plan;
use crate::session::Session;

/// The commands of `scrip admin`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Become the admin, whom the setting `admin` has proposed. Name the issuer with --issuer
    Accept,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Accept => accept(session).await,
        }
    }
}

async fn accept(session: &Session) -> anyhow::Result<()> {
    let proposed = session.actor()?.address();
    let (address, issuer) = session.issuer().await?;
    let plan = Plan::new("become the admin", vec![accept_admin(address, proposed)])
        .detail("issuer", address.to_string())
        .detail("admin so far", issuer.admin.to_string())
        .irreversible("the admin so far loses every power of an admin");
    session.carry_out(plan).await.map(drop)
}
