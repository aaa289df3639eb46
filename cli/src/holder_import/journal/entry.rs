//! The lines of a journal, each a JSON object.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

/// Version of the lines.
pub const VERSION: u8 = 1;

/// What a journal belongs to.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Binding {
    /// [`VERSION`].
    pub version: u8,
    /// The register.
    pub registry: String,
    /// The cluster, by the hash of its first block.
    pub genesis_hash: String,
    /// SHA-256 of the imported file.
    pub file_sha256: String,
}

/// One line.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The first line.
    Begun(Binding),
    /// Written, and on the disk, before the transaction is sent for the first time.
    Sent(Sent),
    /// It is on the chain, and has done what it says.
    Confirmed {
        /// Which transaction.
        signature: String,
    },
    /// It is on the chain, and has done nothing.
    Failed {
        /// Which transaction.
        signature: String,
        /// Why.
        error: String,
    },
    /// It is not on the chain, and never will be.
    Expired {
        /// Which transaction.
        signature: String,
    },
    /// Every row of the file is on the register.
    Complete,
}

/// A signed transaction.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Which transaction.
    pub signature: String,
    /// It can only be on the chain up to this block height.
    pub last_valid_block_height: u64,
    /// Lines of the imported file.
    pub lines: Vec<u64>,
    /// Its bytes as base64.
    pub transaction: String,
}

impl Sent {
    /// The line for a signed transaction.
    ///
    /// # Errors
    /// If it cannot be serialized.
    pub fn new(
        transaction: &VersionedTransaction,
        last_valid_block_height: u64,
        lines: Vec<u64>,
    ) -> anyhow::Result<Self> {
        let signature = transaction.signatures.first().copied().unwrap_or_default().to_string();
        let bytes =
            bincode::serialize(transaction).context("the transaction cannot be serialized")?;
        let transaction = BASE64_STANDARD.encode(bytes);
        Ok(Self { signature, last_valid_block_height, lines, transaction })
    }

    /// The signed transaction.
    ///
    /// # Errors
    /// If the line is not one that was written here.
    pub fn transaction(&self) -> anyhow::Result<(Signature, VersionedTransaction)> {
        let bytes = BASE64_STANDARD.decode(&self.transaction)?;
        let transaction: VersionedTransaction = bincode::deserialize(&bytes)?;
        let signature: Signature = self.signature.parse()?;
        anyhow::ensure!(
            transaction.signatures.first() == Some(&signature),
            "transaction {signature} in the journal is not the one that its line names"
        );
        Ok((signature, transaction))
    }
}
