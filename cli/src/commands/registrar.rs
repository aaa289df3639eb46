//! Registrars, who keep the register of holders.

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip registrar`.
#[derive(Debug, Subcommand)]
pub enum Command {}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, _session: &Session) -> anyhow::Result<()> {
        match self {}
    }
}
