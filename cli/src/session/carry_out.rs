//! A plan, carried out: simulated, shown, asked for, signed, sent, confirmed.

use std::io::IsTerminal as _;
use std::time::Duration;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::rpc::send::{Lifetime, send_and_confirm};
use serde_json::json;
use solana_hash::Hash;
use solana_message::{VersionedMessage, v0};
use solana_signature::Signature;
use solana_transaction::versioned::VersionedTransaction;

use super::{Session, failure};
use crate::output::Answer;
use crate::plan::{Plan, Signatory};

/// What came of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is confirmed.
    Confirmed(Signature),
    /// It was printed, for keys that are elsewhere.
    Printed,
}

impl Session {
    /// Simulates the plan, says what it costs and changes, asks, and sends it. Prints what came of it.
    ///
    /// # Errors
    /// If the simulation fails, nobody says yes, or the transaction does not get through.
    pub async fn carry_out(&self, plan: Plan) -> anyhow::Result<Done> {
        let (actor, payer) = (self.actor()?, self.payer()?);
        let message = self.message(&payer.address(), &plan, Hash::default())?;
        self.simulate(&plan, message).await?;
        self.ask(&plan)?;
        let (blockhash, last_height) =
            self.rpc.get_latest_blockhash_with_commitment(self.rpc.commitment()).await?;
        let message = self.message(&payer.address(), &plan, blockhash)?;
        let signed = sign(message, [&payer, &actor].into_iter().chain(&plan.signers))?;
        let signature =
            send_and_confirm(&self.rpc, &signed, Lifetime::Blockhash(last_height)).await?;
        self.answer(&Answer::Record(vec![
            ("done", json!(plan.title)),
            ("signature", json!(signature.to_string())),
        ]));
        Ok(Done::Confirmed(signature))
    }

    fn message(
        &self,
        payer: &Pubkey,
        plan: &Plan,
        blockhash: Hash,
    ) -> anyhow::Result<VersionedMessage> {
        let message = v0::Message::try_compile(payer, &plan.instructions, &[], blockhash);
        Ok(VersionedMessage::V0(message.context("the transaction cannot be put together")?))
    }

    async fn simulate(&self, plan: &Plan, message: VersionedMessage) -> anyhow::Result<()> {
        let signatures =
            vec![Signature::default(); usize::from(message.header().num_required_signatures)];
        let transaction = VersionedTransaction { signatures, message };
        let config = solana_rpc_client_api::config::RpcSimulateTransactionConfig {
            sig_verify: false,
            replace_recent_blockhash: true,
            commitment: Some(self.rpc.commitment()),
            inner_instructions: true,
            ..Default::default()
        };
        let simulated =
            self.rpc.simulate_transaction_with_config(&transaction, config).await?.value;
        let logs = simulated.logs.unwrap_or_default();
        if let Some(error) = simulated.err {
            bail!("cannot {}: {}", plan.title, failure::explain(&error.into(), &logs));
        }
        eprintln!("{}", plan.title);
        for (label, value) in &plan.details {
            eprintln!("  {label}: {value}");
        }
        if let Some(units) = simulated.units_consumed {
            eprintln!("  compute units: {units}");
        }
        Ok(())
    }

    fn ask(&self, plan: &Plan) -> anyhow::Result<()> {
        let Some(reason) = plan.irreversible.filter(|_| !self.options.yes) else { return Ok(()) };
        if !std::io::stdin().is_terminal() {
            bail!("{reason}: pass --yes to {}", plan.title);
        }
        let question = format!("{reason}. {}?", plan.title);
        if dialoguer::Confirm::new().with_prompt(question).default(false).interact()? {
            return Ok(());
        }
        bail!("not sent")
    }
}

/// Signs with every key; fails for a key that is elsewhere.
fn sign<'a>(
    message: VersionedMessage,
    signatories: impl Iterator<Item = &'a Signatory>,
) -> anyhow::Result<VersionedTransaction> {
    let held: Vec<&Signatory> = signatories.collect();
    let mut keys = Vec::new();
    let required = usize::from(message.header().num_required_signatures);
    for address in message.static_account_keys().iter().take(required) {
        let found = held.iter().find_map(|signatory| match signatory {
            Signatory::Held(keypair) if signatory.address() == *address => Some(keypair.as_ref()),
            _ => None,
        });
        keys.push(found.with_context(|| {
            format!(
                "{address} has to sign, and its key is not at hand: use --sign-only or --propose"
            )
        })?);
    }
    VersionedTransaction::try_new(message, &keys).context("the transaction cannot be signed")
}

/// How long a transaction with a durable nonce is waited for.
pub const NONCE_PATIENCE: Duration = Duration::from_secs(60);
