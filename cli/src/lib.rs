//! The issuer's command line, as a library: `scrip` parses its arguments and calls [`run`].
//!
//! - [`snapshot`]: who held a share at the record date, as the Merkle tree of a distribution

pub mod snapshot;

use clap::{Parser, Subcommand};

/// The issuer's tool for shares on Scrip.
#[derive(Debug, Parser)]
#[command(name = "scrip", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Who held a share at the record date, and what each is entitled to.
    #[command(subcommand)]
    Snapshot(snapshot::Command),
}

/// Does what the arguments ask for. What is asked for goes to standard output, progress to standard error.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command {
        Command::Snapshot(command) => command.run(),
    }
}
