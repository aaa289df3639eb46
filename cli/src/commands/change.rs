//! Settings: changed at once, or through the queue.

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip change`.
#[derive(Debug, Subcommand)]
pub enum Command {}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, _session: &Session) -> anyhow::Result<()> {
        match self {}
    }
}
