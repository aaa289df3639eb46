//! `scrip holder import`: a file of holders onto the register.
//!
//! ```text
//! file -> rows, or every fault            read, cell, identity, fault     nothing is sent before the whole file is sound
//! rows against the register               compare, node
//! batches as large as transactions are    batch, check
//! signed -> journal -> sent -> settled    dispatch, flight, journal       killed at any point, it goes on where it stopped
//! compared again, until nothing is left   run, report, terminal
//! ```
//!
//! What makes it safe is the order: a signed transaction is on the disk before it is on its way, and is never
//! replaced by another before it is known that it is on no block and never will be. The register itself knows every
//! wallet once, so even a lost journal cannot put anybody on it twice.

pub mod batch;
pub mod cell;
pub mod check;
pub mod compare;
pub mod dispatch;
pub mod fault;
pub mod flight;
pub mod identity;
pub mod journal;
pub mod node;
pub mod read;
pub mod report;
pub mod run;
pub mod terminal;

use std::path::PathBuf;

use clap::Args;

/// `scrip holder import`
#[derive(Args, Debug)]
pub struct Import {
    /// CSV file with the header wallet,country,classes,kyc_expires,locked_until,identity
    file: PathBuf,
    /// File with the secret that texts in the column identity are hashed with. Keep it: another one makes strangers of
    /// the wallets of one person
    #[arg(long, value_name = "FILE", env = "SCRIP_IDENTITY_SALT")]
    identity_salt: Option<PathBuf>,
    /// Where it is kept what was sent [default: next to the file, with `.journal` at the end]
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Say what would be done and what it costs, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Replace the facts of wallets that are on the register with others
    #[arg(long)]
    update: bool,
    /// Take wallets that are accounts of programs: vaults of multisigs, which hold shares themselves
    #[arg(long)]
    allow_off_curve: bool,
    /// Transactions on their way at once
    #[arg(long, value_name = "NUMBER", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=256))]
    at_once: u16,
}
