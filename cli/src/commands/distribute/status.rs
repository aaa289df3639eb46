//! `scrip distribute status`: how far the payouts of an action are.

use clap::Args;
use scrip_client::rpc::fetch::find;
use scrip_issuer::state::Payout;
use serde_json::json;

use super::pages::Open;
use super::which::Which;
use crate::output::{Answer, big};
use crate::session::Session;
use crate::values::time;

/// `scrip distribute status`
#[derive(Args, Debug)]
pub struct Status {
    #[command(flatten)]
    which: Which,
}

impl Status {
    /// Prints each payout of the action.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let now = session.now().await?;
        let mut rows = Vec::new();
        for found in self.which.all(session).await? {
            let address = found.of().address();
            let Some(payout) = find::<Payout>(&session.rpc, &address).await? else { continue };
            let pages = Open::read(session, &address, &payout).await?;
            let paid = pages.brought().saturating_add(payout.paid);
            rows.push(vec![
                json!(address.to_string()),
                json!(payout.payment_mint.to_string()),
                json!(state(&payout, now)),
                big(payout.total),
                big(payout.funded),
                big(paid),
                json!(pages.paid()),
                json!(payout.leaves),
                json!(time::shown(payout.opens_at)),
                json!(time::shown(payout.deadline)),
            ]);
        }
        session.answer(&Answer::Rows {
            columns: vec![
                "payout",
                "token",
                "state",
                "total_base_units",
                "funded_base_units",
                "paid_base_units",
                "claims_paid",
                "claims",
                "opens",
                "deadline",
            ],
            rows,
            empty: "no payout is open: `scrip distribute open` opens one",
        });
        Ok(())
    }
}

fn state(payout: &Payout, now: i64) -> &'static str {
    if payout.swept {
        "swept"
    } else if now >= payout.deadline {
        "over: sweep it"
    } else if !payout.approved {
        "to be approved"
    } else if payout.funded < payout.total {
        "to be funded"
    } else if now < payout.opens_at {
        "waits for its date"
    } else {
        "pays"
    }
}
