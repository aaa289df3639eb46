//! `scrip distribute open` and `approve`: maker and checker each compute the snapshot anew.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use scrip_client::instructions::payouts::{approve_payout, open_payout};
use scrip_client::rpc::fetch::find;
use scrip_issuer::OpenPayoutArgs;
use scrip_issuer::state::Payout;

use super::checked;
use super::which::{Found, Which};
use crate::plan::Plan;
use crate::session::Session;
use crate::snapshot::tree::hex;
use crate::values::time::{self, Moment};

/// `scrip distribute open`
#[derive(Args, Debug)]
pub struct Open {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    what: What,
    /// From this time on the rest may go to the treasury: 30 days to ten years after it opens, like +90d
    #[arg(long, value_name = "TIME")]
    deadline: Moment,
}

/// `scrip distribute approve`
#[derive(Args, Debug)]
pub struct Approve {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    what: What,
    /// The deadline that you approve [default: the one that it was opened with, which is shown]
    #[arg(long, value_name = "TIME")]
    deadline: Option<Moment>,
}

/// What is paid: by a snapshot, or in all.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct What {
    /// Of a distribution: the directory that `scrip snapshot take` has written
    #[arg(long, value_name = "DIRECTORY")]
    snapshot: Option<PathBuf>,
    /// Of an offer, a merger, a liquidation: how much must be in the vault before anybody is paid. Of shares raw units
    #[arg(long, value_name = "AMOUNT")]
    total: Option<String>,
}

/// A payout, and what it is opened with.
struct Read {
    found: Found,
    args: OpenPayoutArgs,
    /// Its account, if it is open.
    open: Option<Payout>,
    /// When its snapshot was taken.
    taken: Option<String>,
}

impl What {
    async fn read(
        &self,
        session: &Session,
        which: &Which,
        deadline: impl FnOnce(Option<&Payout>) -> i64,
    ) -> anyhow::Result<Read> {
        if let Some(directory) = &self.snapshot {
            let checked = checked::read(session, which, directory).await?;
            let open = find::<Payout>(&session.rpc, &checked.found.of().address()).await?;
            checked.on_its_terms(session, open.as_ref()).await?;
            let args = checked.opening(deadline(open.as_ref()));
            let taken = Some(checked.taken());
            return Ok(Read { found: checked.found, args, open, taken });
        }
        let found = which.one(session).await?;
        if found.action.terms.form().is_distribution() {
            bail!("action {} is paid by a snapshot: name it with --snapshot", which.action);
        }
        let open = find::<Payout>(&session.rpc, &found.of().address()).await?;
        let total = found.units(self.total.as_deref().unwrap_or_default())?;
        let deadline = deadline(open.as_ref());
        let (root, snapshot_hash) = ([0; 32], [0; 32]);
        let args = OpenPayoutArgs { total, root, leaves: 0, withheld: 0, snapshot_hash, deadline };
        Ok(Read { found, args, open, taken: None })
    }
}

impl Open {
    /// Opens it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (actor, payer) = session.actor_and_payer()?;
        let deadline = self.deadline.resolve(session.now().await?);
        let read = self.what.read(session, &self.which, |_| deadline).await?;
        let found = &read.found;
        if let Some(open) = &read.open {
            bail!(
                "the payout {} is open already, with a total of {}: `scrip distribute withdraw` takes it back",
                found.of().address(),
                found.shown(open.total)
            );
        }
        let open = open_payout(&found.of(), actor, payer, read.args);
        let title =
            format!("open a payout of action {} of {}", self.which.action, self.which.asset);
        session.carry_out(read.shown(Plan::new(title, vec![open]))).await?;
        Ok(())
    }
}

impl Approve {
    /// Approves it, as computed here.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let checker = session.actor()?.address();
        let now = session.now().await?;
        let deadline = self.deadline.map(|deadline| deadline.resolve(now));
        let of_account = |open: Option<&Payout>| open.map_or(0, |open| open.deadline);
        let deadline = |open: Option<&Payout>| deadline.unwrap_or_else(|| of_account(open));
        let read = self.what.read(session, &self.which, deadline).await?;
        let Read { found, args, .. } = &read;
        let payout = found.account(session).await?;
        let same = payout.root == args.root && payout.total == args.total;
        if !same {
            bail!(
                "what was opened is not what was computed here\n  opened: total {}, root {}\n  here: total {}, root {}",
                found.shown(payout.total),
                hex(&payout.root),
                found.shown(args.total),
                hex(&args.root)
            );
        }
        let approve = approve_payout(&found.of(), checker, *args);
        let title =
            format!("approve the payout of action {} of {}", self.which.action, self.which.asset);
        session.carry_out(read.shown(Plan::new(title, vec![approve]))).await?;
        Ok(())
    }
}

impl Read {
    fn shown(&self, plan: Plan) -> Plan {
        let Self { found, args, .. } = self;
        let plan = plan
            .detail("payout", found.of().address().to_string())
            .detail("total", found.shown(args.total))
            .detail("deadline", time::shown(args.deadline));
        let Some(taken) = &self.taken else { return plan };
        plan.detail("holders", args.leaves.to_string())
            .detail("withheld", found.shown(args.withheld))
            .detail("root", hex(&args.root))
            .detail("snapshot taken", taken.clone())
    }
}
