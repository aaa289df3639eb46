//! Payouts: opened from a snapshot, funded, claimed, swept.
//!
//! - [`which`]: the payout of an action in one of the tokens that it pays with
//! - [`terms`]: what a snapshot must have been taken on; [`checked`]: a snapshot computed anew and held against that
//! - [`open`], [`money`]: opened, approved and funded; taken back, or swept
//! - [`pages`], [`claim`]: what is paid to each holder; [`push`]: many transactions at a time
//! - [`status`]: how far it is

pub mod checked;
pub mod claim;
pub mod money;
pub mod open;
pub mod pages;
pub mod push;
pub mod status;
pub mod terms;
pub mod which;

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip distribute`, in the order in which they are used.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// How to take the snapshot of an action: its payouts, and the command with its terms
    Plan(terms::Plan),
    /// Open a payout: of a distribution publish the root of its snapshot, which is checked against the action first
    Open(open::Open),
    /// Approve a payout that somebody else has opened, by a snapshot that is computed anew on this machine
    Approve(open::Approve),
    /// Put into the vault what is missing, or --amount of it
    Fund(money::Fund),
    /// Open the pages of claims, as far as they are not open
    Pages(pages::Pages),
    /// Pay a claim, or with --all everybody's: what the chain says is paid is left out, so run it again as you like
    Claim(claim::Claim),
    /// How far a payout is
    Status(status::Status),
    /// Take a payout back before anybody is paid from it
    Withdraw(money::Withdraw),
    /// After the deadline, move what nobody has claimed to the treasury
    Sweep(money::Sweep),
    /// Close the pages of a payout that is swept; their rents go back
    ClosePages(pages::ClosePages),
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Plan(plan) => plan.run(session).await,
            Self::Open(open) => open.run(session).await,
            Self::Approve(approve) => approve.run(session).await,
            Self::Fund(fund) => fund.run(session).await,
            Self::Pages(pages) => pages.run(session).await,
            Self::Claim(claim) => claim.run(session).await,
            Self::Status(status) => status.run(session).await,
            Self::Withdraw(withdraw) => withdraw.run(session).await,
            Self::Sweep(sweep) => sweep.run(session).await,
            Self::ClosePages(close) => close.run(session).await,
        }
    }
}
