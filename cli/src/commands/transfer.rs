//! Transfers: whether one would be allowed, and making one.

use anchor_lang::prelude::Pubkey;
use clap::{Args, Subcommand};
use scrip_client::reasons::{side_name, what_to_do};
use scrip_client::rpc::fetch::Share;
use scrip_client::rpc::transfer::{Opening, can_transfer_opening};
use scrip_client::verdict::Reason;
use scrip_client::{Transfer, Verdict, transfer_shares};
use serde_json::json;

use crate::output::{Answer, big};
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::{multiplier_at, wallet};
use crate::values::amount::{Amount, in_shares};

/// The commands of `scrip transfer`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say whether a transfer would be allowed, and if not, whom that concerns and what to do. Sends nothing, signs
    /// nothing.
    Check(Check),
    /// Send shares from the wallet of whoever acts. The recipient's token account is opened where it is not open yet.
    Send(Send),
}

/// `scrip transfer check`
#[derive(Args, Debug)]
pub struct Check {
    /// The share: its mint, or its symbol
    asset: String,
    /// Who sends: an address or a keypair file
    #[arg(long, value_name = "WALLET")]
    from: String,
    /// Who receives: an address or a keypair file
    #[arg(long, value_name = "WALLET")]
    to: String,
    #[command(flatten)]
    amount: Amount,
    /// Who signs, if not the sender: a delegate
    #[arg(long, value_name = "WALLET")]
    signer: Option<String>,
}

/// `scrip transfer send`
#[derive(Args, Debug)]
pub struct Send {
    /// The share: its mint, or its symbol
    asset: String,
    /// Who receives: an address or a keypair file
    #[arg(long, value_name = "WALLET")]
    to: String,
    #[command(flatten)]
    amount: Amount,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Check(check) => check.run(session).await,
            Self::Send(send) => send.run(session).await,
        }
    }
}

impl Check {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let (from, to) = (wallet(&self.from)?, wallet(&self.to)?);
        let (transfer, shares) = planned(session, &share, from, to, self.amount).await?;
        let signer = self.signer.as_deref().map(wallet).transpose()?;
        let transfer = transfer.signed_by(signer.unwrap_or(from));
        let Opening { opens, verdict } =
            can_transfer_opening(&session.rpc, &share.addresses, &transfer).await?;
        session.answer(&Answer::Record(vec![
            ("allowed", json!(verdict.allowed)),
            ("code", json!(verdict.code)),
            ("concerns", json!(verdict.side.map(side_name))),
            ("sentence", json!(verdict.sentence)),
            ("what_to_do", json!(to_do(&verdict))),
            ("opens_account", json!(opens)),
            ("from", json!(from.to_string())),
            ("to", json!(to.to_string())),
            ("shares", json!(shares)),
            ("raw_units", big(transfer.amount)),
        ]));
        Ok(())
    }
}

impl Send {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let (from, payer) = session.actor_and_payer()?;
        let to = wallet(&self.to)?;
        let (transfer, shares) = planned(session, &share, from, to, self.amount).await?;
        let Opening { opens, verdict } =
            can_transfer_opening(&session.rpc, &share.addresses, &transfer).await?;
        if !verdict.allowed {
            anyhow::bail!("the transfer would fail: {} ({})", verdict.sentence, verdict.code);
        }
        let symbol = session.listed(&share).await?.symbol;
        let payer = opens.then_some(payer);
        let instructions = transfer_shares(&share.addresses, &transfer, payer);
        let mut plan = Plan::new(format!("send {shares} shares of {symbol} to {to}"), instructions)
            .detail("raw units", transfer.amount.to_string());
        if opens {
            plan = plan.detail("opens the token account", transfer.to.account.to_string());
        }
        session.carry_out(plan).await.map(drop)
    }
}

/// The transfer, and how many shares it moves under the multiplier in force.
async fn planned(
    session: &Session,
    share: &Share,
    from: Pubkey,
    to: Pubkey,
    amount: Amount,
) -> anyhow::Result<(Transfer, String)> {
    let multiplier = multiplier_at(&share.asset, session.now().await?)?;
    let raw = amount.raw_units(multiplier)?;
    Ok((Transfer::new(&share.addresses, from, to, raw), in_shares(raw, multiplier)))
}

/// What can be done about a refusal, where its sentence does not say so.
fn to_do(verdict: &Verdict) -> Option<&'static str> {
    match verdict.reason? {
        Reason::Hook(refusal) => Some(what_to_do(refusal)),
        Reason::Token(reason) => reason.sentence().split_once("; ").map(|(_, remedy)| remedy),
    }
}
