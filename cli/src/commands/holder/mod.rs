//! Holders on the register: import, look up, onboard, update, suspend, close.

mod facts;
mod look;
mod standing;

use clap::{Args, Subcommand};

use super::register::{desk, record, rent_receiver};
use crate::holder_import::Import;
use crate::plan::Plan;
use crate::session::{Session, keys};

/// The commands of `scrip holder`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put all holders of a CSV file on the register. Safe to interrupt: run it again, and it goes on where it stopped.
    Import(Import),
    /// Show what the register says of a wallet or venue.
    Show(look::Show),
    /// List who is on the register.
    List(look::List),
    /// Put one wallet on the register.
    Onboard(facts::Onboard),
    /// Replace facts of a wallet; those that are not named stay.
    Update(facts::Update),
    /// Bar a wallet or venue until it is reinstated.
    Suspend(standing::Standing),
    /// Let a suspended wallet or venue hold again.
    Reinstate(standing::Standing),
    /// Bar a wallet or venue for good.
    Revoke(standing::Standing),
    /// Bar a wallet or venue that a sanctions list names. Suspend it first when the list no longer does.
    Sanction(standing::Standing),
    /// Bar a wallet that is not on the register.
    Bar(standing::Bar),
    /// Take an active wallet or venue off the register. The rent goes back to who paid it.
    Close(Close),
}

/// `scrip holder close`
#[derive(Args, Debug)]
pub struct Close {
    /// Address or keypair file of the wallet or venue
    wallet: String,
    /// Who paid for the record, and gets the rent back [default: whoever pays or acts, if it was one of them]
    #[arg(long, value_name = "ADDRESS")]
    rent_to: Option<String>,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        use scrip_rules::holder::HolderStatus::{Active, Revoked, Sanctioned, Suspended};
        match self {
            Self::Import(import) => import.run(session).await,
            Self::Show(show) => show.run(session).await,
            Self::List(list) => list.run(session).await,
            Self::Onboard(onboard) => onboard.run(session).await,
            Self::Update(update) => update.run(session).await,
            Self::Suspend(standing) => standing.run(session, Suspended).await,
            Self::Reinstate(standing) => standing.run(session, Active).await,
            Self::Revoke(standing) => standing.run(session, Revoked).await,
            Self::Sanction(standing) => standing.run(session, Sanctioned).await,
            Self::Bar(bar) => bar.run(session).await,
            Self::Close(close) => close.run(session).await,
        }
    }
}

impl Close {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (desk, wallet) = (desk(session).await?, keys::address(&self.wallet)?);
        let holder = record(session, &desk.registry, &wallet).await?;
        let receiver = rent_receiver(session, &holder, self.rent_to.as_deref())?;
        let plan = Plan::new(
            format!("take {wallet} off the register"),
            vec![desk.close_holder(&wallet, receiver)],
        )
        .detail("register", desk.registry.to_string())
        .detail("rent goes to", receiver.to_string());
        session.carry_out(plan).await.map(drop)
    }
}
