//! The issuer: opened with its register, and shown.

use clap::{Args, Subcommand};
use scrip_client::addresses;
use scrip_client::instructions::company;
use scrip_client::rpc::fetch::find;
use scrip_transfer_hook::state::Registry;
use serde_json::json;

use crate::output::Answer;
use crate::plan::Plan;
use crate::session::Session;

/// The commands of `scrip issuer`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open an issuer with its register of holders. Whoever acts becomes admin of the one and authority of the other.
    Create(Create),
    /// Show the issuer.
    Show,
}

/// `scrip issuer create`
#[derive(Args, Debug)]
pub struct Create {
    /// Which of this creator's issuers, from 0
    #[arg(long, default_value_t = 0)]
    index: u16,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run(session).await,
            Self::Show => show(session).await,
        }
    }
}

impl Create {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (creator, payer) = session.actor_and_payer()?;
        let registry = addresses::registry(&creator, self.index);
        let issuer = addresses::issuer(&creator, self.index);
        let mut instructions = Vec::new();
        if find::<Registry>(&session.rpc, &registry).await?.is_none() {
            instructions.push(company::create_registry(creator, payer, self.index));
        }
        instructions.push(company::create_issuer(creator, payer, self.index, registry));
        let plan = Plan::new("open an issuer and its register", instructions)
            .detail("issuer", issuer.to_string())
            .detail("registry", registry.to_string());
        session.carry_out(plan).await.map(drop)
    }
}

async fn show(session: &Session) -> anyhow::Result<()> {
    let (address, issuer) = session.issuer().await?;
    session.answer(&Answer::Record(vec![
        ("issuer", json!(address.to_string())),
        ("admin", json!(issuer.admin.to_string())),
        ("registry", json!(issuer.registry.to_string())),
        ("treasury", json!(issuer.treasury.to_string())),
        ("timelock_seconds", json!(issuer.timelock)),
    ]));
    Ok(())
}
