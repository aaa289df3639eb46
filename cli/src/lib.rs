//! The issuer's command line, as a library: `scrip` parses its arguments and calls [`run`].
//!
//! - [`commands`]: what it does, one module for each noun; [`options`]: what every command may be told
//! - [`session`]: the node, the keys, and a [`plan`] carried out; [`output`]: answers as tables or JSON
//! - [`values`]: amounts, times and references as people write them
//! - [`snapshot`]: who held a share at the record date, as the Merkle tree of a distribution

pub mod commands;
pub mod options;
pub mod output;
pub mod plan;
pub mod session;
pub mod snapshot;
pub mod values;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

/// The issuer's tool for shares on Scrip.
#[derive(Debug, Parser)]
#[command(name = "scrip", version)]
pub struct Arguments {
    #[command(flatten)]
    options: options::Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Who held a share at the record date, and what each is entitled to.
    #[command(subcommand)]
    Snapshot(snapshot::Command),
    #[command(flatten)]
    Other(commands::Command),
}

/// Does what the arguments ask for. What is asked for goes to standard output, progress to standard error.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command {
        Command::Snapshot(command) => command.run(),
        Command::Other(command) => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            let session = session::Session::open(arguments.options)?;
            runtime.context("cannot start the async runtime")?.block_on(command.run(&session))
        }
    }
}
