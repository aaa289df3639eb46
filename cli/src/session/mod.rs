//! One run of the command line: the node, the keys, and how to answer.
//!
//! - here: opened from options and the Solana command line's configuration
//! - [`keys`]: keypair files and addresses
//! - [`shares`]: a share by its mint or its symbol, and the chain's time
//! - [`carry_out`]: a plan, simulated, shown, asked for, signed, sent; or printed, for keys elsewhere
//! - of which [`compose`] puts the message together, [`budget`] says what it may use and pays, [`simulate`] tries it,
//!   [`preview`] says what it does, [`sign`] signs it, and [`settle`] sends it and waits; [`parts`]: one of several plans
//! - [`offline`], [`nonce`], [`propose`]: for keys elsewhere
//! - [`business`]: open redemptions, subscriptions and proposed mints
//! - [`tokens`]: payment tokens by their mints; [`payment`]: prices in them; [`custody`]: custodians and reserves
//! - [`staff`]: whether whoever acts may do it
//! - [`failure`]: what went wrong as a sentence

pub mod budget;
pub mod business;
pub mod carry_out;
pub mod compose;
pub mod custody;
pub mod failure;
pub mod keys;
pub mod nonce;
pub mod offline;
pub mod parts;
pub mod preview;
pub mod propose;
pub mod settle;
pub mod shares;
pub mod sign;
pub mod simulate;
pub mod staff;
pub mod tokens;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use solana_cli_config::{CONFIG_FILE, Config, ConfigInput};
use solana_commitment_config::CommitmentConfig;
use solana_rpc_client::nonblocking::rpc_client::RpcClient;

use crate::options::{Commitment, Options, Output};
use crate::output::Answer;
use crate::plan::Signatory;

const TIMEOUT: Duration = Duration::from_secs(30);

/// The node, the keys, and how to answer.
pub struct Session {
    /// The node, at the commitment that was asked for.
    pub rpc: RpcClient,
    /// What every command may be told.
    pub options: Options,
    config: Config,
    /// Answers are not printed: the plan is a part of something that answers as a whole.
    silent: AtomicBool,
}

impl Session {
    /// Reads the configuration. Asks the node nothing yet.
    ///
    /// # Errors
    /// If there is a configuration and it cannot be read.
    pub fn open(options: Options) -> anyhow::Result<Self> {
        let config = read_config(&options)?;
        let (_, url) = ConfigInput::compute_json_rpc_url_setting(
            options.url.as_deref().unwrap_or_default(),
            &config.json_rpc_url,
        );
        let commitment = match options.commitment {
            Commitment::Processed => CommitmentConfig::processed(),
            Commitment::Confirmed => CommitmentConfig::confirmed(),
            Commitment::Finalized => CommitmentConfig::finalized(),
        };
        let rpc = RpcClient::new_with_timeout_and_commitment(url, TIMEOUT, commitment);
        Ok(Self { rpc, options, config, silent: AtomicBool::new(false) })
    }

    /// Who acts: a member of staff, an admin, a registrar, a holder. With --propose the multisig's vault.
    ///
    /// # Errors
    /// If the key cannot be read.
    pub fn actor(&self) -> anyhow::Result<Signatory> {
        if let Some(vault) = &self.options.propose {
            return Ok(Signatory::Elsewhere(keys::address(vault)?));
        }
        let named = self.options.keypair.as_deref();
        keys::signatory(named.unwrap_or(&self.config.keypair_path))
            .context("whoever acts: name a keypair file with --keypair")
    }

    /// Who pays fees and rents.
    ///
    /// # Errors
    /// If the key cannot be read.
    pub fn payer(&self) -> anyhow::Result<Signatory> {
        match &self.options.fee_payer {
            Some(named) => {
                keys::signatory(named).context("who pays: name a keypair file with --fee-payer")
            }
            None => self.actor(),
        }
    }

    /// The addresses of whoever acts and whoever pays, which every instruction names.
    ///
    /// # Errors
    /// If a key cannot be read.
    pub fn actor_and_payer(&self) -> anyhow::Result<(Pubkey, Pubkey)> {
        Ok((self.actor()?.address(), self.payer()?.address()))
    }

    /// Whether people read the answers, not programs.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        self.options.output == Output::Table
    }

    /// Prints an answer the way that was asked for.
    pub fn answer(&self, answer: &Answer) {
        if !self.silent.load(Ordering::Relaxed) {
            answer.print(self.options.output);
        }
    }
}

/// The Solana command line's configuration, or its defaults when there is none.
fn read_config(options: &Options) -> anyhow::Result<Config> {
    if let Some(file) = &options.config {
        let path = file.to_str().context("--config: the path is no text")?;
        return Config::load(path).with_context(|| format!("cannot read the configuration {path}"));
    }
    match CONFIG_FILE.as_deref().filter(|file| std::path::Path::new(file).exists()) {
        Some(file) => {
            Config::load(file).with_context(|| format!("cannot read the configuration {file}"))
        }
        None => Ok(Config::default()),
    }
}
