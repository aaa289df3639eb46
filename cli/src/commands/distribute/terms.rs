//! What the snapshot of an action must be taken on, from the action's own terms.

use anyhow::{Context as _, bail};
use clap::Args;
use scrip_issuer::state::ActionTerms;
use scrip_rules::multiplier::{Multiplier, Ratio};
use serde_json::json;

use super::which::{Found, Paid, Which};
use crate::output::Answer;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::snapshot::election::Choice;
use crate::snapshot::entitlement::{Dividend, Pays, Terms};
use crate::values::time;

/// `scrip distribute plan`
#[derive(Args, Debug)]
pub struct Plan {
    #[command(flatten)]
    which: Which,
}

/// What a snapshot is taken on, and for whose choice.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The terms.
    pub terms: Terms,
    /// Where holders choose, for those who chose this.
    pub choice: Option<Choice>,
}

impl Found {
    /// What the snapshot of this payout must be taken on. `other_multiplier` is that of shares of another asset, which
    /// counts as it is when the payout is opened.
    ///
    /// # Errors
    /// If the action is not scheduled, or its holders are not paid by a snapshot.
    pub fn basis(&self, other_multiplier: Option<Multiplier>) -> anyhow::Result<Basis> {
        let number = self.action.sequence;
        if self.action.scheduled_at == 0 {
            bail!(
                "action {number} is not scheduled: its terms are for shares as they are when it is"
            );
        }
        let multiplier = Multiplier::from_scaled(self.action.old_multiplier)?;
        let (pays, choice) = match (self.action.terms, &self.paid) {
            (ActionTerms::Cash { gross, withholding_bps, .. }, Paid::Cash(_)) => {
                (Pays::Cash(Dividend { gross_per_share: gross, withholding_bps }), None)
            }
            (ActionTerms::Choice { gross, withholding_bps, price, .. }, paid) => {
                let dividend = Dividend { gross_per_share: gross, withholding_bps };
                match paid {
                    Paid::Cash(_) => (Pays::Cash(dividend), Some(Choice::Cash)),
                    Paid::Shares(_) => {
                        (Pays::Reinvested { dividend, price }, Some(Choice::Reinvest))
                    }
                }
            }
            (ActionTerms::Shares { numerator, denominator, .. }, Paid::Shares(_)) => {
                let ratio = Ratio::new(numerator, denominator)?;
                let other_multiplier =
                    other_multiplier.context("the other share has a multiplier")?;
                (Pays::Shares { ratio, other_multiplier }, None)
            }
            _ => bail!(
                "holders are not paid by a snapshot of action {number}, but for shares that they give up: \
                 `scrip offer` and `scrip exchange`"
            ),
        };
        Ok(Basis { terms: Terms { multiplier, pays }, choice })
    }

    /// The multiplier in force of the shares that it pays with.
    ///
    /// # Errors
    /// If the node does not answer.
    pub async fn other_multiplier(&self, session: &Session) -> anyhow::Result<Option<Multiplier>> {
        match &self.paid {
            Paid::Cash(_) => Ok(None),
            Paid::Shares(share) => multiplier_at(&share.asset, session.now().await?).map(Some),
        }
    }
}

impl Basis {
    /// The options of `scrip snapshot take` that say this.
    #[must_use]
    pub fn options(&self, found: &Found) -> String {
        let paid = match self.terms.pays {
            Pays::Cash(dividend) => stated(&dividend),
            Pays::Reinvested { dividend, price } => {
                format!("{} --reinvest-price {price}", stated(&dividend))
            }
            Pays::Shares { ratio, other_multiplier } => {
                let (new, held) = (ratio.numerator(), ratio.denominator());
                format!("--ratio {new}/{held} --other-multiplier {other_multiplier}")
            }
        };
        let choice = match (self.choice, found.action.terms) {
            (Some(choice), ActionTerms::Choice { default, .. }) => {
                let word = |is_cash: bool| if is_cash { "cash" } else { "reinvest" };
                let (action, default) = (found.of().action(), word(default == 1));
                let choice = word(choice == Choice::Cash);
                format!(" --action {action} --default {default} --choice {choice}")
            }
            _ => String::new(),
        };
        format!("--multiplier {} {paid}{choice}", self.terms.multiplier)
    }
}

fn stated(dividend: &Dividend) -> String {
    format!(
        "--gross-per-share {} --withholding-bps {}",
        dividend.gross_per_share, dividend.withholding_bps
    )
}

impl Plan {
    /// Prints each payout with the command that takes its snapshot.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let mut rows = Vec::new();
        for found in self.which.all(session).await? {
            let basis = found.basis(found.other_multiplier(session).await?)?;
            let payout = found.of().address();
            let command = format!(
                "scrip snapshot take --rpc {} --mint {} --payout {payout} {} --out DIRECTORY",
                session.rpc.url(),
                found.share.addresses.mint,
                basis.options(&found)
            );
            rows.push(vec![
                json!(found.of().with.mint().to_string()),
                json!(payout.to_string()),
                json!(time::shown(found.action.dates.record_at)),
                json!(command),
            ]);
        }
        session.answer(&Answer::Rows {
            columns: vec!["token", "payout", "take_after", "snapshot_command"],
            rows,
            empty: "this action pays nothing",
        });
        Ok(())
    }
}
