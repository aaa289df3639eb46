//! Redemptions: requested, settled, rejected, reclaimed.

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip redemption`.
#[derive(Debug, Subcommand)]
pub enum Command {}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, _session: &Session) -> anyhow::Result<()> {
        match self {}
    }
}
