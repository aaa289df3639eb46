//! The payout of an action, in one of the tokens that it pays with.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use clap::Args;
use scrip_client::instructions::payouts::{PaidWith, PayoutOf};
use scrip_client::rpc::fetch::{Share, fetch_share};
use scrip_issuer::state::{ActionTerms, CorporateAction, Payout};

use crate::commands::action::calendar::action;
use crate::commands::action::words;
use crate::session::tokens::PaymentToken;
use crate::session::{Session, keys};

/// Which payout.
#[derive(Args, Clone, Debug)]
pub struct Which {
    /// The share: its symbol or mint
    pub asset: String,
    /// The action's number
    #[arg(long, value_name = "NUMBER")]
    pub action: u32,
    /// Mint of what is paid, where the action pays with two tokens
    #[arg(long, value_name = "MINT")]
    pub token: Option<String>,
}

/// What a payout pays with.
#[derive(Clone, Debug)]
pub enum Paid {
    /// A payment token.
    Cash(PaymentToken),
    /// Shares.
    Shares(Box<Share>),
}

/// A payout, whether it is open or not.
#[derive(Clone, Debug)]
pub struct Found {
    /// The share whose action pays.
    pub share: Share,
    /// The action.
    pub action: CorporateAction,
    /// What it pays with.
    pub paid: Paid,
}

impl Found {
    /// As the instructions name it.
    #[must_use]
    pub fn of(&self) -> PayoutOf<'_> {
        let with = match &self.paid {
            Paid::Cash(token) => PaidWith::Token(token.token),
            Paid::Shares(share) => PaidWith::Shares(&share.addresses),
        };
        PayoutOf { share: &self.share.addresses, sequence: self.action.sequence, with }
    }

    /// An amount of what it pays with, as a decimal. Of shares it is raw units.
    #[must_use]
    pub fn shown(&self, units: u64) -> String {
        match &self.paid {
            Paid::Cash(token) => format!("{} of token {}", token.shown(units), token.token.mint),
            Paid::Shares(share) => {
                format!("{units} raw units of the share {}", share.addresses.mint)
            }
        }
    }

    /// An amount of what it pays with. Of shares it is raw units.
    ///
    /// # Errors
    /// If it is no such amount.
    pub fn units(&self, text: &str) -> anyhow::Result<u64> {
        match &self.paid {
            Paid::Cash(token) => token.units(text),
            Paid::Shares(_) => text.parse().with_context(|| {
                format!("`{text}` is no number of raw units, of which a payout in shares is made")
            }),
        }
    }

    /// The payout's account.
    ///
    /// # Errors
    /// If it is not open.
    pub async fn account(&self, session: &Session) -> anyhow::Result<Payout> {
        let address = self.of().address();
        let what = format!(
            "action {} has no payout in {}: `scrip distribute open` opens it",
            self.action.sequence,
            self.of().with.mint()
        );
        session.expect(&address, &what).await
    }
}

impl Which {
    /// The payouts that the action can have.
    ///
    /// # Errors
    /// If it pays nothing on chain.
    pub async fn all(&self, session: &Session) -> anyhow::Result<Vec<Found>> {
        let share = session.share(&self.asset).await?;
        let action = action(session, &share, self.action).await?;
        let mut paid = Vec::new();
        if let Some(mint) = words::payment_mint(&action.terms) {
            paid.push(Paid::Cash(session.token_of(&mint).await?));
        }
        let other = match action.terms {
            ActionTerms::Choice { .. } => Some(share.addresses.mint),
            terms => terms.other_shares().map(|(mint, _)| mint),
        };
        if let Some(mint) = other {
            paid.push(Paid::Shares(Box::new(fetch_share(&session.rpc, &mint).await?)));
        }
        if paid.is_empty() {
            let code = words::code(action.kind);
            bail!("action {} is a {code} that pays nothing on chain", self.action);
        }
        let found = |paid| Found { share: share.clone(), action: action.clone(), paid };
        Ok(paid.into_iter().map(found).collect())
    }

    /// The one that was named, or the only one.
    ///
    /// # Errors
    /// If there are two, and none was named.
    pub async fn one(&self, session: &Session) -> anyhow::Result<Found> {
        let mut all = self.all(session).await?;
        if let Some(named) = &self.token {
            let mint = keys::address(named).context("--token")?;
            all.retain(|found| found.of().with.mint() == mint);
        }
        only(all, || {
            format!(
                "action {} pays with two tokens, or not with --token: name the mint",
                self.action
            )
        })
    }

    /// The one that a snapshot is for.
    ///
    /// # Errors
    /// If it is for none of this action.
    pub async fn of_snapshot(&self, session: &Session, payout: &Pubkey) -> anyhow::Result<Found> {
        let all = self.all(session).await?;
        let addresses: Vec<String> =
            all.iter().map(|found| found.of().address().to_string()).collect();
        let mut all = all;
        all.retain(|found| found.of().address() == *payout);
        only(all, || {
            format!(
                "this snapshot is for the payout {payout}, and action {} pays through {}: take it with --payout of \
                 that one",
                self.action,
                addresses.join(" or ")
            )
        })
    }
}

fn only(all: Vec<Found>, otherwise: impl FnOnce() -> String) -> anyhow::Result<Found> {
    let mut all = all.into_iter();
    match (all.next(), all.next()) {
        (Some(found), None) => Ok(found),
        _ => bail!("{}", otherwise()),
    }
}
