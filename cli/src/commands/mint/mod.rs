//! New shares: minted at once, or proposed by a maker and carried out by a checker.

mod proposals;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use scrip_client::instructions::issuance::{self, Issuance};
use scrip_client::rpc::fetch::{Share, find};
use scrip_client::{addresses, open_share_account};
use scrip_issuer::MintSharesArgs;
use scrip_issuer::state::{Minter, PERMISSION_MINT};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::reserves::ReserveMode;

use crate::plan::Plan;
use crate::session::shares::{multiplier_at, wallet};
use crate::session::{Session, keys};
use crate::values::amount::{Amount, Shares, in_shares};
use crate::values::reference::Reference;

/// `scrip mint`
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Command {
    #[command(subcommand)]
    step: Option<Step>,
    #[command(flatten)]
    issue: Option<Issue>,
}

/// The steps of a mint that a checker carries out.
#[derive(Debug, Subcommand)]
enum Step {
    /// Propose a mint, for a checker to carry out
    Propose(proposals::Propose),
    /// List the proposed mints of a share
    List {
        /// Symbol or mint of the share
        asset: String,
    },
    /// Carry out a proposed mint. Whoever acts has the permission to check, and did not propose it
    Approve(proposals::Proposal),
    /// Withdraw a proposed mint
    Withdraw(proposals::Proposal),
}

/// Who gets how much, and why.
#[derive(Args, Debug)]
pub struct Issue {
    /// Symbol or mint of the share
    asset: String,
    // As in `Amount`, which cannot be nested in arguments that a subcommand may replace.
    /// How many shares, as a decimal: 12.5
    #[arg(value_name = "SHARES", required_unless_present = "raw", conflicts_with = "raw")]
    shares: Option<Shares>,
    /// How many raw units instead
    #[arg(long, value_name = "UNITS")]
    raw: Option<u64>,
    /// Wallet of the holder, whose token account is opened if it is not there
    #[arg(long, value_name = "WALLET")]
    to: String,
    /// Case reference: up to 32 bytes of text, or 64 hexadecimal digits
    #[arg(long)]
    reference: Reference,
    /// Keypair file of the checker, above the share's four-eyes threshold
    #[arg(long, value_name = "KEY")]
    checker: Option<String>,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match (self.step, self.issue) {
            (Some(Step::Propose(propose)), _) => propose.run(session).await,
            (Some(Step::List { asset }), _) => proposals::list(session, &asset).await,
            (Some(Step::Approve(proposal)), _) => proposal.approve(session).await,
            (Some(Step::Withdraw(proposal)), _) => proposal.withdraw(session).await,
            (None, Some(issue)) => issue.run(session).await,
            (None, None) => {
                bail!("say of which share, how much, to whom and why: `scrip mint --help`")
            }
        }
    }
}

impl Issue {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let member = session.staff(&share.addresses, PERMISSION_MINT).await?;
        let payer = session.payer()?.address();
        let (to, now) = (wallet(&self.to)?, session.now().await?);
        let multiplier = multiplier_at(&share.asset, now)?;
        let amount = Amount { shares: self.shares, raw: self.raw };
        let raw = amount.raw_units(multiplier)?;
        let checker = self.checker.as_deref().map(keys::signatory).transpose()?;
        if raw > share.asset.four_eyes_above && checker.is_none() {
            bail!(
                "{} shares ({raw} raw units) in one mint need a checker, above {} shares ({} raw units): name one \
                 with --checker, or use `scrip mint propose`",
                in_shares(raw, multiplier),
                in_shares(share.asset.four_eyes_above, multiplier),
                share.asset.four_eyes_above
            );
        }
        let custodians = session.backing(&share).await?;
        let issuance = Issuance {
            share: &share.addresses,
            member,
            checker: checker.as_ref().map(crate::plan::Signatory::address),
            custodians: &custodians,
        };
        let quantity = amount.quantity(multiplier)?;
        let args = MintSharesArgs { quantity, reference: self.reference.0 };
        let instructions = vec![
            open_share_account(&share.addresses, payer, to),
            issuance::mint_shares(issuance, to, args),
        ];
        let title = format!(
            "mint {} shares ({raw} raw units) of {} to {to}",
            in_shares(raw, multiplier),
            self.asset
        );
        let mut plan = Plan::new(title, instructions);
        plan.details = room(session, &share, &issuance, multiplier, now).await?;
        if let Some(checker) = checker {
            plan = plan.signed_by(checker);
        }
        session.carry_out(plan).await.map(drop)
    }
}

/// How much may still be minted: by the cap, by the member's allowance, by the reserves.
async fn room(
    session: &Session,
    share: &Share,
    issuance: &Issuance<'_>,
    multiplier: Multiplier,
    now: i64,
) -> anyhow::Result<Vec<(String, String)>> {
    let amount = |raw: u64| format!("{} shares ({raw} raw units)", in_shares(raw, multiplier));
    let supply = session.listed(share).await?.supply;
    let minter = addresses::minter(&share.addresses.asset, &issuance.member);
    let minter = find::<Minter>(&session.rpc, &minter).await?;
    let minter = minter.with_context(|| {
        format!(
            "{} is no minter of this share: name one in [[minter]] of its file, and run `scrip asset create` again",
            issuance.member
        )
    })?;
    let bucket = minter.allowance().available(&minter.usage(), now);
    let mut room = vec![
        ("supply cap leaves".to_owned(), amount(share.asset.supply_cap.saturating_sub(supply))),
        ("minter's allowance leaves".to_owned(), amount(bucket)),
    ];
    if share.asset.reserve_mode != ReserveMode::Off as u8 {
        let status = session.reserve_status(&share.addresses, issuance.custodians).await?;
        room.push(("reserves leave".to_owned(), amount(status.headroom)));
    }
    Ok(room)
}
