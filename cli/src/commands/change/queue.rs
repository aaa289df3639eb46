//! `scrip change list`, `approve`, `execute`, `cancel`: the issuer's queue.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anchor_lang::{AccountDeserialize as _, Discriminator as _};
use clap::Args;
use scrip_client::addresses;
use scrip_client::instructions::settings::{
    Targets, approve_change, cancel_change, execute_change,
};
use scrip_client::rpc::fetch::{Share, fetch, fetch_share};
use scrip_issuer::change::Change;
use scrip_issuer::state::{Asset, Issuer, PendingChange};
use scrip_rules::multiplier::Multiplier;
use serde_json::{Value, json};
use solana_rpc_client_api::filter::{Memcmp, RpcFilterType};

use super::{current, words};
use crate::commands::action::calendar::stated;
use crate::output::Answer;
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::time;

/// Where the issuer's address lies in the account of a change: after discriminator, version, bump and number.
const ISSUER_OFFSET: usize = 14;

/// `scrip change approve`
#[derive(Args, Debug)]
pub struct Approve {
    /// The change's number, as `scrip change list` shows it
    id: u32,
}

/// `scrip change execute`
#[derive(Args, Debug)]
pub struct Execute {
    /// The change's number, as `scrip change list` shows it
    id: u32,
}

/// `scrip change cancel`
#[derive(Args, Debug)]
pub struct Cancel {
    /// The change's number, as `scrip change list` shows it
    id: u32,
}

/// A change of the queue, with what it is about.
struct Queued {
    pending: PendingChange,
    share: Option<Share>,
    multiplier: Multiplier,
    /// The setting as it stands.
    old: Change,
    /// From when on it can be carried out: the stricter of when it was proposed and now.
    due: i64,
    needs_checker: bool,
}

impl Queued {
    async fn new(
        session: &Session,
        issuer: &Issuer,
        pending: PendingChange,
        now: i64,
    ) -> anyhow::Result<Self> {
        let mut share = None;
        if pending.asset != Pubkey::default() {
            let asset: Asset = fetch(&session.rpc, &pending.asset).await?;
            share = Some(fetch_share(&session.rpc, &asset.mint).await?);
        }
        let multiplier = match &share {
            Some(share) => multiplier_at(&share.asset, now)?,
            None => Multiplier::ONE,
        };
        let targets = targets(&pending, share.as_ref());
        let current =
            current::read(session, issuer, share.as_ref(), &targets, &pending.change).await?;
        let loosens = pending.change.loosens(&current.setting, now);
        let wait = if loosens { i64::from(issuer.timelock) } else { 0 };
        let due = pending.executable_at.max(pending.proposed_at.saturating_add(wait));
        let needs_checker = pending.change.needs_checker(issuer.four_eyes, loosens);
        Ok(Self { multiplier, old: current.setting, due, needs_checker, pending, share })
    }

    async fn read(session: &Session, id: u32) -> anyhow::Result<Self> {
        let (address, issuer) = session.issuer().await?;
        let what = format!("there is no change {id} in the queue: `scrip change list` shows it");
        let pending = session.expect(&addresses::pending_change(&address, id), &what).await?;
        Self::new(session, &issuer, pending, session.now().await?).await
    }

    fn state(&self, now: i64) -> &'static str {
        let unchecked = self.needs_checker && self.pending.checker == Pubkey::default();
        if now >= self.pending.expires_at() {
            "expired"
        } else if now < self.due {
            "waiting"
        } else if unchecked {
            "to be approved"
        } else {
            "due"
        }
    }

    fn plan(&self, verb: &str, instruction: Instruction) -> Plan {
        let PendingChange { id, change, .. } = &self.pending;
        Plan::new(format!("{verb} change {id} of {}", words::name(change)), vec![instruction])
            .detail("from", words::value(&self.old, self.multiplier))
            .detail("to", words::value(change, self.multiplier))
            .detail("proposed by", self.pending.maker.to_string())
            .detail("executable from", time::shown(self.due))
    }
}

fn targets<'a>(pending: &PendingChange, share: Option<&'a Share>) -> Targets<'a> {
    Targets { issuer: pending.issuer, share: share.map(|share| &share.addresses) }
}

/// The queue, by the numbers of the changes.
///
/// # Errors
/// If the node does not answer.
pub async fn pending(session: &Session, issuer: &Pubkey) -> anyhow::Result<Vec<PendingChange>> {
    let filters =
        [(0, PendingChange::DISCRIMINATOR.to_vec()), (ISSUER_OFFSET, issuer.to_bytes().to_vec())];
    let filters =
        filters.map(|(offset, bytes)| RpcFilterType::Memcmp(Memcmp::new_raw_bytes(offset, bytes)));
    let found = session.accounts_of(&scrip_issuer::ID, filters.to_vec()).await?;
    let read =
        |(_, data): &(Pubkey, Vec<u8>)| PendingChange::try_deserialize(&mut data.as_slice()).ok();
    let mut pending: Vec<PendingChange> = found.iter().filter_map(read).collect();
    pending.sort_by_key(|pending| pending.id);
    Ok(pending)
}

/// Prints the queue, by the numbers of the changes.
pub async fn list(session: &Session) -> anyhow::Result<()> {
    let (address, issuer) = session.issuer().await?;
    let now = session.now().await?;
    let pending = pending(session, &address).await?;
    let mut rows = Vec::with_capacity(pending.len());
    for pending in pending {
        let queued = Queued::new(session, &issuer, pending, now).await?;
        let asset = match &queued.share {
            Some(share) => json!(session.listed(share).await?.symbol),
            None => Value::Null,
        };
        let pending = &queued.pending;
        let checker = (pending.checker != Pubkey::default()).then(|| pending.checker.to_string());
        rows.push(vec![
            json!(pending.id),
            json!(words::name(&pending.change)),
            asset,
            json!(words::value(&queued.old, queued.multiplier)),
            json!(words::value(&pending.change, queued.multiplier)),
            json!(queued.state(now)),
            json!(time::shown(queued.due)),
            json!(time::shown(pending.expires_at())),
            json!(pending.maker.to_string()),
            json!(checker),
            json!(queued.needs_checker),
            stated(&pending.reference),
        ]);
    }
    session.answer(&Answer::Rows {
        columns: vec![
            "id",
            "setting",
            "asset",
            "from",
            "to",
            "state",
            "executable_from",
            "expires",
            "proposed_by",
            "approved_by",
            "needs_checker",
            "reference",
        ],
        rows,
        empty: "the queue is empty",
    });
    Ok(())
}

impl Approve {
    /// Approves it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let checker = session.actor()?.address();
        let queued = Queued::read(session, self.id).await?;
        let approve = approve_change(queued.pending.issuer, checker, self.id);
        session.carry_out(queued.plan("approve", approve)).await?;
        Ok(())
    }
}

impl Execute {
    /// Carries it out.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let actor = session.actor()?.address();
        let queued = Queued::read(session, self.id).await?;
        let pending = &queued.pending;
        let targets = targets(pending, queued.share.as_ref());
        let execute = execute_change(&targets, actor, self.id, &pending.change, pending.rent_payer);
        session.carry_out(queued.plan("carry out", execute)).await?;
        Ok(())
    }
}

impl Cancel {
    /// Takes it out of the queue.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let actor = session.actor()?.address();
        let queued = Queued::read(session, self.id).await?;
        let pending = &queued.pending;
        let cancel = cancel_change(pending.issuer, actor, self.id, pending.rent_payer);
        session.carry_out(queued.plan("cancel", cancel)).await?;
        Ok(())
    }
}
