//! `scrip redemption list`: the open redemptions of a share.

use anchor_lang::prelude::Pubkey;
use anyhow::Context as _;
use scrip_issuer::state::Redemption;
use serde_json::{Value, json};

use crate::output::{Answer, big};
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::amount::in_shares;
use crate::values::time;

/// Prints them.
pub async fn list(session: &Session, asset: &str) -> anyhow::Result<()> {
    let share = session.share(asset).await?;
    let multiplier = multiplier_at(&share.asset, session.now().await?)?;
    let mut rows = Vec::new();
    for (address, requested) in session.business::<Redemption>(&share.addresses.asset).await? {
        let off_chain = requested.payment_mint == Pubkey::default();
        let price = if off_chain {
            Value::Null
        } else {
            let payment = session.token_of(&requested.payment_mint).await;
            json!(payment.context("payment token")?.shown(requested.min_price))
        };
        let paid_in =
            if off_chain { json!("off chain") } else { json!(requested.payment_mint.to_string()) };
        rows.push(vec![
            json!(address.to_string()),
            json!(requested.owner.to_string()),
            json!(in_shares(requested.remaining(), multiplier)),
            big(requested.remaining()),
            paid_in,
            price,
            json!(time::shown(requested.deadline)),
        ]);
    }
    let columns = vec!["redemption", "owner", "shares", "raw", "paid_in", "min_price", "deadline"];
    let empty = "no redemption is open";
    session.answer(&Answer::Rows { columns, rows, empty });
    Ok(())
}
