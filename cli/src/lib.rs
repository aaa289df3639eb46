//! The issuer's command line, as a library: `scrip` parses its arguments and calls [`run`].
//!
//! - [`commands`]: what it does, one module for each noun; [`options`]: what every command may be told
//! - [`session`]: the node, the keys, and a [`plan`] carried out; [`output`]: answers as tables or JSON
//! - [`describe`]: what events, accounts, instructions and transactions mean, in words
//! - [`asset_file`]: a share from a TOML file, compared with the chain and carried out
//! - [`values`]: amounts, times and references as people write them
//! - [`holder_import`]: a file of holders onto the register, safe to kill
//! - [`snapshot`]: who held a share at the record date, as the Merkle tree of a distribution

pub mod asset_file;
pub mod commands;
pub mod describe;
pub mod holder_import;
pub mod options;
pub mod output;
pub mod plan;
pub mod session;
pub mod snapshot;
pub mod values;

use std::io::Write as _;

use anyhow::Context as _;
use clap::{CommandFactory as _, Parser, Subcommand};

/// The issuer's tool for shares on Scrip.
#[derive(Debug, Parser)]
#[command(
    name = "scrip",
    version,
    after_help = "Options that most never need: --help instead of -h."
)]
#[command(
    after_long_help = "Exit codes: 0 done; 1 refused or failed, and of one transaction nothing happened unless the message says so; \
2 wrong arguments; 3 sent, and whether it arrived is not known."
)]
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
    /// Print completions for a shell, to be put where it looks for them.
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    #[command(flatten)]
    Other(Box<commands::Command>),
}

/// Does what the arguments ask for. What is asked for goes to standard output, progress to standard error.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command {
        Command::Snapshot(command) => command.run(),
        Command::Completions { shell } => {
            let command = &mut Arguments::command();
            // Not to standard output itself: a reader that stops early is no reason to panic.
            let mut script = Vec::new();
            clap_complete::generate(shell, command, "scrip", &mut script);
            std::io::stdout().write_all(&script).context("cannot write the completions")
        }
        Command::Other(command) => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            let session = session::Session::open(arguments.options)?;
            let runtime = runtime.context("cannot start the async runtime")?;
            let done = runtime.block_on(command.run(&session));
            done.map_err(|error| session::failure::reachable(error, &session.rpc.url()))
        }
    }
}
