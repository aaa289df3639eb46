//! Keys: made, shown, and given play money on a test cluster. For real money use a hardware wallet or a multisig.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use serde_json::json;
use solana_keypair::Keypair;
use solana_signer::Signer as _;

use crate::output::Answer;
use crate::session::{Session, keys};
use crate::values::amount::parse_decimal;

/// Decimals of SOL.
const SOL_DECIMALS: u8 = 9;

/// The commands of `scrip key`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a key and write it to a file that only you can read, in the format of the Solana command line.
    New(New),
    /// Show the address of a key.
    Address(Address),
    /// Ask the node for SOL. Only validators of test clusters give any.
    Airdrop(Airdrop),
}

/// `scrip key new`
#[derive(Args, Debug)]
pub struct New {
    /// Where to write it; a file that exists is never overwritten
    file: PathBuf,
}

/// `scrip key address`
#[derive(Args, Debug)]
pub struct Address {
    /// A keypair file [default: whoever acts]
    file: Option<String>,
}

/// `scrip key airdrop`
#[derive(Args, Debug)]
pub struct Airdrop {
    /// How many SOL, as a decimal
    sol: String,
    /// An address or a keypair file [default: whoever acts]
    to: Option<String>,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::New(new) => new.run(session),
            Self::Address(address) => address.run(session),
            Self::Airdrop(airdrop) => airdrop.run(session).await,
        }
    }
}

impl New {
    fn run(&self, session: &Session) -> anyhow::Result<()> {
        let keypair = Keypair::new();
        let shown = self.file.display();
        let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.file);
        let mut file = opened.with_context(|| format!("cannot make {shown}"))?;
        let bytes = serde_json::to_string(&keypair.to_bytes().to_vec())?;
        file.write_all(bytes.as_bytes())
            .and_then(|()| file.sync_all())
            .with_context(|| format!("cannot write {shown}"))?;
        session.answer(&Answer::Record(vec![
            ("address", json!(keypair.pubkey().to_string())),
            ("file", json!(shown.to_string())),
        ]));
        Ok(())
    }
}

impl Address {
    fn run(&self, session: &Session) -> anyhow::Result<()> {
        let address = match &self.file {
            Some(file) => keys::signatory(file)?.address(),
            None => session.actor()?.address(),
        };
        session.answer(&Answer::Record(vec![("address", json!(address.to_string()))]));
        Ok(())
    }
}

impl Airdrop {
    async fn run(&self, session: &Session) -> anyhow::Result<()> {
        let to = match &self.to {
            Some(named) => keys::address(named)?,
            None => session.actor()?.address(),
        };
        let lamports = parse_decimal(&self.sol, SOL_DECIMALS).map_err(anyhow::Error::msg)?;
        let lamports = u64::try_from(lamports).context("that is more SOL than there is")?;
        let asked = session.rpc.request_airdrop(&to, lamports).await;
        let signature = asked.context("the node gives no SOL: only test clusters do")?;
        // Play money: a node that keeps one waiting longer than this is asked again by hand.
        for _ in 0..100 {
            if session.rpc.confirm_transaction(&signature).await? {
                session.answer(&Answer::Record(vec![
                    ("address", json!(to.to_string())),
                    ("sol", json!(self.sol)),
                    ("signature", json!(signature.to_string())),
                ]));
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        bail!(
            "airdrop {signature} is not confirmed after ten seconds: look at the balance before you ask again"
        )
    }
}
