//! Snapshots: who held a share at the record date, and what each holder is entitled to.
//!
//! `take` reads all token accounts of a mint and goes through these steps, each a module:
//!
//! 1. [`accounts_file`] or [`rpc`]: the token accounts, and the supply
//! 2. [`escrow`]: shares in an escrow of the issuer program belong to whoever put them there
//! 3. [`holdings`]: one holding for each owner; all of them together are the supply, to the unit
//! 4. [`look_through`]: what a venue holds, split among its own holders
//! 5. [`election`]: where holders choose between cash and shares, those of one choice
//! 6. [`entitlement`]: what each gets; [`leaves`]: the list of them
//! 7. [`tree`]: the Merkle tree in the format of `scrip_rules::merkle`
//! 8. [`directory`]: everything on disk at once, or nothing
//!
//! [`proof`] and [`verify`] read what was written; [`synthesize`] makes up holders for measurements.

pub mod accounts_file;
pub mod amount;
pub mod directory;
pub mod election;
pub mod entitlement;
pub mod escrow;
pub mod holdings;
pub mod leaves;
pub mod look_through;
pub mod progress;
pub mod proof;
pub mod rpc;
pub mod stated_terms;
pub mod summary;
pub mod synthesize;
pub mod table;
pub mod take;
pub mod tree;
pub mod tree_file;
pub mod verify;

use clap::Subcommand;

/// The commands of `scrip snapshot`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read all holders of a mint, and write what each is entitled to, as a tree with all proofs.
    Take(Box<take::Take>),
    /// Print the proof of one leaf, as JSON.
    Proof(proof::Proof),
    /// Compute a snapshot anew from its leaves, and check every proof in it.
    Verify(verify::Verify),
    /// Make up holders, the same for the same seed: for measurements.
    Synthesize(synthesize::Synthesize),
}

impl Command {
    /// Does it, and prints what came of it.
    pub fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Take(take) => take.run(),
            Self::Proof(proof) => proof.run(),
            Self::Verify(verify) => verify.run(),
            Self::Synthesize(synthesize) => synthesize.run(),
        }
    }
}
