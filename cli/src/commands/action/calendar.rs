//! `scrip action list`, `show`, `history`: the calendar of a share, checked account by account.

use anchor_lang::prelude::Pubkey;
use clap::Args;
use scrip_client::calendar::{Calendar, Entry, filters};
use scrip_client::rpc::fetch::Share;
use scrip_issuer::state::CorporateAction;
use scrip_rules::corporate_action::ActionState;
use serde_json::{Value, json};
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use super::{preview, words};
use crate::output::Answer;
use crate::session::Session;
use crate::values::amount::multiplier as decimal;
use crate::values::reference;
use crate::values::time::{self, Moment};

/// `scrip action list`
#[derive(Args, Debug)]
pub struct List {
    /// The share: its symbol or mint
    asset: String,
    /// Also those that are settled or cancelled
    #[arg(long)]
    all: bool,
}

/// `scrip action show`
#[derive(Args, Debug)]
pub struct Show {
    /// The share: its symbol or mint
    asset: String,
    /// The action's number
    number: u32,
}

/// `scrip action history`
#[derive(Args, Debug)]
pub struct History {
    /// The share: its symbol or mint
    asset: String,
    /// Only the multiplier at this time: of the past what was, of the future what is scheduled
    #[arg(long, value_name = "TIME")]
    at: Option<Moment>,
}

/// One action of a share.
///
/// # Errors
/// If there is none with this number.
pub async fn action(
    session: &Session,
    share: &Share,
    number: u32,
) -> anyhow::Result<CorporateAction> {
    let address = scrip_client::addresses::action(&share.addresses.asset, number);
    let count = share.asset.action_count;
    let what = format!("there is no action {number}: this share has {count}, numbered from 0");
    session.expect(&address, &what).await
}

async fn read(session: &Session, share: &Share) -> anyhow::Result<Calendar> {
    let asset = &share.addresses.asset;
    let filters = filters(asset)
        .map(|filter| RpcFilterType::Memcmp(Memcmp::new_raw_bytes(filter.offset, filter.bytes)));
    let found = session.accounts_of(&scrip_issuer::ID, filters.to_vec()).await?;
    Ok(Calendar::read(asset, found)?)
}

/// A hash in hexadecimal.
#[must_use]
pub fn hash(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl List {
    /// Prints it, by the times of effect.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let calendar = read(session, &share).await?;
        let now = session.now().await?;
        let over =
            |entry: &&Entry| matches!(entry.state, ActionState::Settled | ActionState::Cancelled);
        let mut entries: Vec<&Entry> =
            calendar.entries().iter().filter(|entry| self.all || !over(entry)).collect();
        entries.sort_by_key(|entry| (entry.action.dates.effective_at, entry.action.sequence));
        let tokens =
            words::tokens(session, entries.iter().map(|entry| &entry.action.terms)).await?;
        let rows = entries.into_iter().map(|entry| {
            let CorporateAction { sequence, kind, dates, terms, .. } = &entry.action;
            let (before, after) = multipliers(&share, entry);
            vec![
                json!(sequence),
                json!(words::code(*kind)),
                json!(words::state(entry.state, dates.effective_at, now)),
                date(dates.effective_at),
                date(dates.record_at),
                date(dates.payable_at),
                before,
                after,
                json!(words::terms(terms, &tokens)),
            ]
        });
        let rows = rows.collect();
        session.answer(&Answer::Rows {
            columns: vec![
                "number",
                "kind",
                "state",
                "effective",
                "record",
                "payable",
                "multiplier_before",
                "multiplier_after",
                "terms",
            ],
            rows,
            empty: "no actions are to come: `scrip action list ASSET --all` shows those that were",
        });
        Ok(())
    }
}

/// Before and after: what was scheduled, or what would come of it; nothing if it does not move the multiplier.
fn multipliers(share: &Share, entry: &Entry) -> (Value, Value) {
    let CorporateAction { kind, terms, dates, .. } = &entry.action;
    if !terms.form().moves_multiplier() || entry.state == ActionState::Cancelled {
        return (Value::Null, Value::Null);
    }
    if entry.action.scheduled_at != 0 {
        let (old, new) = (entry.action.old_multiplier, entry.action.new_multiplier);
        return (json!(decimal(old)), json!(decimal(new)));
    }
    let kind = scrip_rules::corporate_action::ActionKind::from_byte(*kind);
    let coming = kind.and_then(|kind| {
        preview::multipliers(&share.asset, kind, terms, dates.effective_at).ok().flatten()
    });
    coming.map_or((Value::Null, Value::Null), |(before, after)| {
        (json!(decimal(before.scaled())), json!(decimal(after.scaled())))
    })
}

/// A case reference, if there is one.
#[must_use]
pub fn stated(bytes: &[u8; 32]) -> Value {
    match reference::shown(bytes) {
        none if none.is_empty() => Value::Null,
        text => json!(text),
    }
}

fn date(at: i64) -> Value {
    if at == 0 { Value::Null } else { json!(time::shown(at)) }
}

impl Show {
    /// Prints it, field by field.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let calendar = read(session, &share).await?;
        let now = session.now().await?;
        let place = usize::try_from(self.number)?;
        let Some(entry) = calendar.entries().get(place) else {
            let count = calendar.entries().len();
            anyhow::bail!(
                "there is no action {}: {} has {count}, numbered from 0",
                self.number,
                self.asset
            );
        };
        let action = &entry.action;
        let tokens = words::tokens(session, [&action.terms]).await?;
        let (before, after) = multipliers(&share, entry);
        let person = |key: Pubkey| match key {
            key if key == Pubkey::default() => Value::Null,
            key => json!(key.to_string()),
        };
        let dates = &action.dates;
        session.answer(&Answer::Record(vec![
            ("number", json!(action.sequence)),
            ("address", json!(entry.address.to_string())),
            ("kind", json!(words::code(action.kind))),
            ("state", json!(words::state(entry.state, dates.effective_at, now))),
            ("terms", json!(words::terms(&action.terms, &tokens))),
            ("announced", date(action.announced_at)),
            ("announced_by", person(action.maker)),
            ("amendments", json!(action.amendments)),
            ("approved_by", person(action.checker)),
            ("scheduled", date(action.scheduled_at)),
            ("settled", date(action.settled_at)),
            ("ex", date(dates.ex_at)),
            ("record", date(dates.record_at)),
            ("elect_by", date(dates.elect_by)),
            ("effective", date(dates.effective_at)),
            ("payable", date(dates.payable_at)),
            ("blackout_from", date(dates.blackout_from)),
            ("blackout_until", date(dates.blackout_until)),
            ("multiplier_before", before),
            ("multiplier_after", after),
            ("payouts", json!(action.payouts)),
            ("open_payouts", json!(action.open_payouts)),
            ("open_tenders", json!(action.open_tenders)),
            ("tendered_raw_units", json!(action.tendered.to_string())),
            ("document_sha256", json!(hash(&action.document_hash))),
            ("reason", stated(&action.reason)),
        ]));
        Ok(())
    }
}

impl History {
    /// Prints every change, or the multiplier at a time.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let calendar = read(session, &share).await?;
        if let Some(moment) = self.at {
            let at = moment.resolve(session.now().await?);
            let multiplier = calendar.multiplier_at(&share.asset, at)?;
            session.answer(&Answer::Record(vec![
                ("at", date(at)),
                ("multiplier", json!(decimal(multiplier.scaled()))),
            ]));
            return Ok(());
        }
        let changes = calendar.history(&share.asset)?;
        let rows = changes.iter().map(|change| {
            vec![
                date(change.effective_at),
                json!(decimal(change.old.scaled())),
                json!(decimal(change.new.scaled())),
            ]
        });
        session.answer(&Answer::Rows {
            columns: vec!["effective", "multiplier_before", "multiplier_after"],
            rows: rows.collect(),
            empty: "the multiplier has never moved: `scrip action history ASSET --at +0s` shows it",
        });
        Ok(())
    }
}
