//! A plan, carried out: simulated, shown, asked for, signed, sent, confirmed. Or printed, for keys that are elsewhere.

use std::io::IsTerminal as _;

use anchor_lang::prelude::Pubkey;
use anyhow::bail;
use scrip_client::rpc::send::Lifetime;
use serde_json::json;
use solana_hash::Hash;
use solana_signature::Signature;

use super::budget::{Budget, written};
use super::compose::compose;
use super::preview::Preview;
use super::sign::{require_held, sign};
use super::simulate::Simulated;
use super::{Session, offline};
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
        if self.options.propose.is_some() {
            return self.propose(plan).await;
        }
        let (actor, payer, nonce) = (self.actor()?, self.payer()?, self.nonce().await?);
        let (nonce, advancing) = nonce.unzip();
        let signatories: Vec<&Signatory> =
            [&payer, &actor].into_iter().chain(&plan.signers).chain(&advancing).collect();
        let (simulated, budget) = self.measure(&payer.address(), &plan).await?;
        let blockhash = nonce.as_ref().map_or_else(Hash::default, |nonce| nonce.value);
        let message =
            compose(&payer.address(), &plan.instructions, budget, nonce.as_ref(), blockhash)?;
        let signatures = message.header().num_required_signatures;
        if !self.options.sign_only {
            require_held(&message, &signatories)?;
        }
        let preview =
            Preview { plan: &plan, simulated: &simulated, budget: Some(budget), signatures };
        self.show(&preview);
        if !self.options.sign_only {
            self.ask(&plan)?;
        }
        // Asked for last: it lives for a minute.
        let (message, last_height) = match &nonce {
            Some(_) => (message, None),
            None => {
                let commitment = self.rpc.commitment();
                let (blockhash, height) =
                    self.rpc.get_latest_blockhash_with_commitment(commitment).await?;
                (
                    compose(&payer.address(), &plan.instructions, budget, None, blockhash)?,
                    Some(height),
                )
            }
        };
        let signed = sign(message, &signatories);
        if self.options.sign_only {
            let mut fields = vec![("title", json!(plan.title))];
            fields.extend(preview.json());
            offline::print(self, &signed, last_height, fields)?;
            return Ok(Done::Printed);
        }
        let lifetime = Lifetime::Blockhash(last_height.unwrap_or_default());
        let receipt = self.settle(&signed, lifetime).await?;
        let mut fields = receipt.fields(&plan.title, self.options.output);
        fields.extend(preview.json().into_iter().filter(|_| !self.is_for_people()));
        self.answer(&Answer::Record(fields));
        Ok(Done::Confirmed(receipt.signature))
    }

    /// Simulates with the largest budget, and says what the real one is. Without the nonce, as nodes put another
    /// blockhash in; advancing it takes 150 units, which the margin covers.
    async fn measure(&self, payer: &Pubkey, plan: &Plan) -> anyhow::Result<(Simulated, Budget)> {
        let message = compose(payer, &plan.instructions, Budget::LARGEST, None, Hash::default())?;
        let price = self.price(&written(&message)).await;
        let simulated = self.simulate(&plan.title, message).await?;
        let budget = Budget::for_use(simulated.units, price);
        Ok((simulated, budget))
    }

    fn ask(&self, plan: &Plan) -> anyhow::Result<()> {
        match plan.irreversible {
            Some(reason) => self.confirm(reason, &plan.title),
            None => Ok(()),
        }
    }

    /// Asks whether to go on, for this reason, unless --yes was given.
    ///
    /// # Errors
    /// If the answer is no, or there is nobody to ask.
    pub fn confirm(&self, reason: &str, title: &str) -> anyhow::Result<()> {
        if self.options.yes {
            return Ok(());
        }
        if !std::io::stdin().is_terminal() {
            bail!("not done: {reason}. There is no terminal to ask on: pass --yes to {title}");
        }
        let question = format!("{reason}. {title}?");
        if dialoguer::Confirm::new().with_prompt(question).default(false).interact()? {
            return Ok(());
        }
        bail!("not done: the answer was no")
    }
}
