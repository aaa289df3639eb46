//! Actions in words.

use std::collections::HashMap;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::state::{ActionDates, ActionTerms, text};
use scrip_rules::corporate_action::{ActionKind, ActionState, Election};

use crate::session::Session;
use crate::session::tokens::PaymentToken;
use crate::values::amount::format_decimal;
use crate::values::fraction::Percent;
use crate::values::time;

/// The code of ISO 15022 of a stored kind.
#[must_use]
pub fn code(kind: u8) -> &'static str {
    ActionKind::from_byte(kind).map_or("unknown", ActionKind::code)
}

/// What has become of an action that takes effect at `effective_at`, at `now` (unix seconds).
#[must_use]
pub fn state(state: ActionState, effective_at: i64, now: i64) -> &'static str {
    match state {
        ActionState::Scheduled if now >= effective_at => "in force",
        ActionState::Announced | ActionState::Approved if now >= effective_at => "missed",
        ActionState::Announced => "announced",
        ActionState::Approved => "approved",
        ActionState::Scheduled => "scheduled",
        ActionState::Settled => "settled",
        ActionState::Cancelled => "cancelled",
    }
}

/// The dates that an action has, in UTC.
#[must_use]
pub fn dates(dates: &ActionDates) -> Vec<(&'static str, String)> {
    let all = [
        ("ex", dates.ex_at),
        ("record", dates.record_at),
        ("elect by", dates.elect_by),
        ("effective", dates.effective_at),
        ("payable", dates.payable_at),
        ("blackout from", dates.blackout_from),
        ("blackout until", dates.blackout_until),
    ];
    let given = all.into_iter().filter(|(_, at)| *at != 0);
    given.map(|(label, at)| (label, time::shown(at))).collect()
}

/// The payment tokens that terms name.
///
/// # Errors
/// If the node does not answer.
pub async fn tokens<'a>(
    session: &Session,
    terms: impl IntoIterator<Item = &'a ActionTerms>,
) -> anyhow::Result<HashMap<Pubkey, PaymentToken>> {
    let mut mints: Vec<Pubkey> = terms.into_iter().filter_map(payment_mint).collect();
    mints.sort();
    mints.dedup();
    session.tokens(&mints).await
}

/// The payment token that terms name, if they name one.
#[must_use]
pub fn payment_mint(terms: &ActionTerms) -> Option<Pubkey> {
    match *terms {
        ActionTerms::Cash { payment_mint, .. } | ActionTerms::Choice { payment_mint, .. } => {
            Some(payment_mint)
        }
        _ => terms.price().map(|(mint, _)| mint),
    }
}

/// Terms in words.
#[must_use]
pub fn terms(terms: &ActionTerms, tokens: &HashMap<Pubkey, PaymentToken>) -> String {
    let amount = |mint: &Pubkey, units: u64| match tokens.get(mint) {
        Some(token) => format!("{} of token {mint}", token.shown(units)),
        None => format!("{units} base units of token {mint}"),
    };
    match terms {
        ActionTerms::Ratio { numerator, denominator } => {
            format!("{numerator} shares for every {denominator}")
        }
        ActionTerms::Reinvestment { gross, withholding_bps, price } => format!(
            "{} a share, {} withheld, reinvested at {}",
            format_decimal(u128::from(*gross), 8),
            Percent(*withholding_bps),
            format_decimal(u128::from(*price), 8)
        ),
        ActionTerms::Cash { payment_mint, gross, withholding_bps } => {
            format!(
                "{} a share, {} withheld",
                amount(payment_mint, *gross),
                Percent(*withholding_bps)
            )
        }
        ActionTerms::Choice { payment_mint, gross, withholding_bps, price, default } => format!(
            "{} a share, {} withheld, or shares at {}; {} for those who do not choose",
            amount(payment_mint, *gross),
            Percent(*withholding_bps),
            amount(payment_mint, *price),
            election(*default)
        ),
        ActionTerms::Shares { mint, numerator, denominator } => {
            format!("{numerator} shares of {mint} on top of every {denominator}")
        }
        ActionTerms::Exchange { mint, numerator, denominator, payment_mint, price } => {
            let shares = (*denominator != 0)
                .then(|| format!("{numerator} shares of {mint} for every {denominator}"));
            let cash = (*price != 0).then(|| format!("{} a share", amount(payment_mint, *price)));
            [shares, cash].into_iter().flatten().collect::<Vec<_>>().join(" and ")
        }
        ActionTerms::Offer { payment_mint, price, max_raw } => {
            format!("{} a share, for {max_raw} raw units at most", amount(payment_mint, *price))
        }
        ActionTerms::Name { name, symbol } => format!(
            "name {}, symbol {}",
            text(name).unwrap_or_default(),
            text(symbol).unwrap_or_default()
        ),
        ActionTerms::FinalPrice { payment_mint, price } => {
            format!("{} a share, for all that are left", amount(payment_mint, *price))
        }
    }
}

/// A stored choice in words.
#[must_use]
pub fn election(choice: u8) -> &'static str {
    match Election::from_byte(choice) {
        Some(Election::Cash) => "cash",
        Some(Election::Reinvest) => "shares",
        None => "unknown",
    }
}
