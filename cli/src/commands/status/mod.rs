//! What an operations desk wants on Monday morning: how every share stands.

mod gather;

use clap::Args;
use scrip_issuer::state::CorporateAction;
use scrip_rules::corporate_action::ActionState;
use scrip_rules::policy::{Blackout, Halt, HaltReason};
use scrip_rules::reserves::ReserveMode;
use serde_json::{Value, json};

use self::gather::{Everything, Standing};
use super::asset;
use crate::output::{Answer, big};
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::{amount, time};

/// `scrip status`
#[derive(Args, Debug)]
pub struct Command {
    /// Symbol or mint of a share [default: all shares of the issuer]
    asset: Option<String>,
}

/// What is said of each share.
const COLUMNS: [&str; 14] = [
    "symbol",
    "mint",
    "status",
    "trading",
    "supply_shares",
    "supply_raw",
    "multiplier",
    "reserves",
    "headroom_shares",
    "headroom_raw",
    "reserves_age_seconds",
    "next_action",
    "pending_changes",
    "next_change_due",
];

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (issuer, only) = match &self.asset {
            Some(named) => {
                let share = session.share(named).await?.addresses;
                (share.issuer, Some(share.mint))
            }
            None => (session.issuer().await?.0, None),
        };
        let everything = gather::everything(session, &issuer, only).await?;
        let rows: Result<Vec<_>, _> =
            everything.shares.iter().map(|share| row(share, &everything)).collect();
        let rows = rows?;
        let one = rows.first().filter(|_| only.is_some());
        session.answer(&match one {
            Some(values) => Answer::Record(COLUMNS.into_iter().zip(values.clone()).collect()),
            None => Answer::Rows {
                columns: COLUMNS.to_vec(),
                rows,
                empty: "the issuer has no shares: `scrip asset create` creates one",
            },
        });
        if !everything.of_issuer.is_empty() {
            eprintln!(
                "{} pending changes of the issuer itself: `scrip change list` shows them",
                everything.of_issuer.len()
            );
        }
        Ok(())
    }
}

fn row(standing: &Standing, everything: &Everything) -> anyhow::Result<Vec<Value>> {
    let (share, now) = (&standing.listed, everything.now);
    let multiplier = multiplier_at(&share.asset, now)?;
    let rule = share.asset.reserve_rule()?;
    let in_force = share.asset.changes_in_force(now)?;
    let attested = standing.attestations.iter().copied();
    let backing = rule.backing(attested, share.supply, multiplier, in_force, now);
    let backing = backing.map_err(|error| anyhow::anyhow!("{}: {error}", share.symbol))?;
    let headroom = rule.headroom(&backing, share.supply, multiplier);
    let looked_at = rule.mode != ReserveMode::Off;
    let reserves = match (rule.mode, rule.is_met(&backing)) {
        (ReserveMode::Off, _) => "off".to_owned(),
        (_, true) => "met".to_owned(),
        (_, false) => format!("SHORT ({})", asset::mode(share.asset.reserve_mode)),
    };
    let youngest = standing.attestations.iter().map(|attestation| attestation.as_of).max();
    let age = youngest.map(|as_of| now.saturating_sub(as_of));
    let due = standing.changes.iter().map(|change| change.executable_at).min();
    Ok(vec![
        json!(share.symbol),
        json!(share.mint.to_string()),
        json!(asset::status(share.asset.status)),
        json!(trading(standing, now)),
        json!(amount::in_shares(share.supply, multiplier)),
        big(share.supply),
        json!(amount::multiplier(multiplier.scaled())),
        json!(reserves),
        if looked_at { json!(amount::in_shares(headroom, multiplier)) } else { Value::Null },
        if looked_at { big(headroom) } else { Value::Null },
        json!(age.filter(|_| looked_at)),
        json!(next_action(&standing.actions, now)),
        json!(standing.changes.len()),
        json!(due.map(time::shown)),
    ])
}

/// Whether the share can be traded now, and if not, why and how long.
fn trading(standing: &Standing, now: i64) -> String {
    let Some(policy) = &standing.policy else { return "no policy".to_owned() };
    let halt = Halt { reason: policy.halt_reason, until: policy.halted_until };
    let blackout = Blackout { from: policy.blackout_from, until: policy.blackout_until };
    let mut stops = Vec::new();
    if standing.listed.paused {
        stops.push("paused".to_owned());
    }
    if halt.in_force(now) {
        let reason = match HaltReason::from_byte(halt.reason) {
            Some(HaltReason::NewsPending) => "news",
            Some(HaltReason::Regulatory) => "regulatory",
            Some(HaltReason::PrimaryMarket) => "primary market",
            Some(HaltReason::Operational) => "operational",
            None => "unknown reason",
        };
        let until = match halt.until {
            0 => String::new(),
            until => format!(" until {}", time::shown(until)),
        };
        stops.push(format!("halted: {reason}{until}"));
    }
    if blackout.in_force(now) {
        stops.push(format!("blackout until {}", time::shown(blackout.until)));
    }
    if now < policy.locked_until {
        stops.push(format!("locked until {}", time::shown(policy.locked_until)));
    }
    if stops.is_empty() { "open".to_owned() } else { stops.join(", ") }
}

/// The open action that takes effect, or pays, next.
fn next_action(actions: &[CorporateAction], now: i64) -> Option<String> {
    let at = |action: &CorporateAction| match action.dates.effective_at {
        0 => action.dates.payable_at,
        effective => effective,
    };
    let next = actions.iter().filter(|action| at(action) >= now).min_by_key(|action| at(action))?;
    let state = match ActionState::from_byte(next.state) {
        Some(ActionState::Announced) => "announced",
        Some(ActionState::Approved) => "approved",
        Some(ActionState::Scheduled) => "scheduled",
        _ => "open",
    };
    let kind = next.kind().map_or_else(|_| "action".to_owned(), |kind| words(&format!("{kind:?}")));
    Some(format!("{kind} {} {state} for {}", next.sequence, time::shown(at(next))))
}

/// `ForwardSplit` as "forward split".
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
