//! `scrip distribute claim`: pays one claim, or everybody's. The chain notes who has been paid, a bit each: a run that
//! was killed is run again, and pays who is left.

use std::path::{Path, PathBuf};

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use clap::Args;
use scrip_client::instructions::payouts::claims::claim;
use scrip_client::open_token_account;
use scrip_issuer::state::Payout;
use scrip_rules::merkle::{self, Hash};
use serde_json::json;

use super::checked::{self, Checked};
use super::pages::{Open, open_missing};
use super::push::{self, Job, Sent, push};
use super::which::Which;
use crate::output::Answer;
use crate::session::{Session, keys};
use crate::snapshot::directory::TREE;
use crate::snapshot::tree_file::{TreeFile, proof_within};
use crate::values::time;

/// `scrip distribute claim`
#[derive(Args, Debug)]
pub struct Claim {
    #[command(flatten)]
    which: Which,
    /// The directory that `scrip snapshot take` has written
    #[arg(long, value_name = "DIRECTORY")]
    snapshot: PathBuf,
    #[command(flatten)]
    whose: Whose,
    /// Transactions under way at a time
    #[arg(long, value_name = "COUNT", default_value_t = push::PARALLEL)]
    parallel: usize,
}

/// Whose claims.
#[derive(Args, Clone, Debug)]
#[group(multiple = false)]
pub struct Whose {
    /// Of this wallet [default: whoever acts]
    #[arg(long, value_name = "WALLET")]
    owner: Option<String>,
    /// Of everybody who is not paid
    #[arg(long)]
    all: bool,
}

impl Claim {
    /// Pays them.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        session.sends_itself("paying claims")?;
        let checked = checked::read(session, &self.which, &self.snapshot).await?;
        let payout = checked.found.account(session).await?;
        checked.is_published(&payout)?;
        self.pays(session, &checked, &payout).await?;
        let address = checked.snapshot.payout;
        let pages = Open::read(session, &address, &payout).await?;
        let due = self.due(session, &checked, &pages)?;
        let payer = session.payer()?.address();
        let wanted = |index: &u32| due.iter().any(|claim| merkle::page_of(*claim) == *index);
        let missing: Vec<u32> = pages.missing().filter(wanted).collect();
        open_missing(session, &self.snapshot, &checked.snapshot, missing).await?;
        let mut proofs = Proofs::open(&self.snapshot.join(TREE), checked.snapshot.summary.depth)?;
        let jobs = due.iter().map(|index| job(&checked, &mut proofs, *index, payer));
        let sent = push(session, "claims", jobs, self.parallel).await?;
        self.report(session, &checked, &sent, due.len())
    }

    async fn pays(
        &self,
        session: &Session,
        checked: &Checked,
        payout: &Payout,
    ) -> anyhow::Result<()> {
        let now = session.now().await?;
        let number = self.which.action;
        if !payout.approved {
            bail!(
                "the payout of action {number} is not approved: `scrip distribute approve`, by a checker"
            );
        }
        if payout.funded < payout.total {
            let missing = checked.found.shown(payout.total.saturating_sub(payout.funded));
            bail!("the payout of action {number} lacks {missing}: `scrip distribute fund`");
        }
        if now < payout.opens_at {
            bail!(
                "action {number} pays from {} on, and it is {}",
                time::shown(payout.opens_at),
                time::shown(now)
            );
        }
        if payout.swept || now >= payout.deadline {
            bail!(
                "action {number} paid until {}, and it is {}",
                time::shown(payout.deadline),
                time::shown(now)
            );
        }
        Ok(())
    }

    /// The claims to pay, by their index in the tree.
    fn due(&self, session: &Session, checked: &Checked, pages: &Open) -> anyhow::Result<Vec<u32>> {
        let owners = (0..).zip(&checked.snapshot.lines);
        if self.whose.all {
            let left = owners.map(|(index, _)| index).filter(|index| !pages.is_paid(*index));
            return Ok(left.collect());
        }
        let owner: Pubkey = match &self.whose.owner {
            Some(named) => keys::address(named)?,
            None => session.actor()?.address(),
        };
        let found = owners.into_iter().find(|(_, line)| line.holding.owner == owner);
        let (index, _) = found.with_context(|| {
            format!(
                "{owner} is not among the {} holders of this distribution",
                checked.snapshot.lines.len()
            )
        })?;
        if pages.is_paid(index) {
            bail!("{owner} has been paid already");
        }
        Ok(vec![index])
    }

    fn report(
        &self,
        session: &Session,
        checked: &Checked,
        sent: &Sent,
        due: usize,
    ) -> anyhow::Result<()> {
        for (owner, why) in &sent.refused {
            eprintln!("waits: {owner}: {why}");
        }
        let before = checked.snapshot.lines.len().saturating_sub(due);
        if self.whose.all {
            session.answer(&Answer::Record(vec![
                ("paid", json!(sent.done)),
                ("paid_before", json!(before)),
                ("waiting", json!(sent.refused.len())),
                ("to_be_tried_again", json!(sent.failed.len())),
            ]));
            if let Some((owner, why)) = sent.failed.first() {
                bail!(
                    "{} claims did not get through: run it again. The first is {owner}: {why}",
                    sent.failed.len()
                );
            }
            return Ok(());
        }
        sent.complete("pay", "claims")?;
        session.answer(&sent.answer("paid"));
        Ok(())
    }
}

/// The proofs of a tree on disk, of which one page is in memory at a time.
struct Proofs {
    tree: TreeFile,
    loaded: Option<(u32, Vec<Vec<Hash>>)>,
}

impl Proofs {
    fn open(path: &Path, depth: u32) -> anyhow::Result<Self> {
        Ok(Self { tree: TreeFile::open(path, depth)?, loaded: None })
    }

    fn of(&mut self, index: u32) -> anyhow::Result<Vec<Hash>> {
        let page = merkle::page_of(index);
        let nodes = match self.loaded.take().filter(|(loaded, _)| *loaded == page) {
            Some((_, nodes)) => nodes,
            None => self.tree.page(page)?,
        };
        let proof = proof_within(&nodes, index).context("a proof is incomplete")?;
        self.loaded = Some((page, nodes));
        Ok(proof)
    }
}

/// The transaction of one claim, which opens the owner's token account first.
fn job(checked: &Checked, proofs: &mut Proofs, index: u32, payer: Pubkey) -> anyhow::Result<Job> {
    let of = checked.found.of();
    let line = checked.snapshot.lines.get(usize::try_from(index)?).context("a leaf")?;
    let owner = line.holding.owner;
    let open = open_token_account(payer, owner, of.with.token());
    let pay = claim(&of, &line.leaf(&checked.snapshot.payout, index), proofs.of(index)?);
    Ok(Job { what: owner.to_string(), instructions: vec![open, pay] })
}
