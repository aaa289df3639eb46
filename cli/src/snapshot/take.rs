//! `scrip snapshot take`: from token accounts to the files of a snapshot.

use std::io::Write;
use std::path::PathBuf;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail};
use clap::Args;
use scrip_rules::merkle;
use scrip_rules::multiplier::{Multiplier, Ratio};

use super::directory::{LEAVES, Partial, Published, SUMMARY, TREE};
use super::election::{Choice, Elections};
use super::entitlement::{Dividend, Pays, Terms, parse_multiplier, parse_ratio};
use super::escrow::{self, asset_of};
use super::holdings::{self, Holding, Moment, Register};
use super::leaves::{self, Line};
use super::rpc::{self, Rpc};
use super::summary::{Dust, FORMAT, Group, Summary};
use super::{accounts_file, amount::Amount, look_through, tree};
use crate::options::Commitment;

/// What to read, what is paid on it, and where to write.
#[derive(Debug, Args)]
pub struct Take {
    /// The share's mint.
    #[arg(long)]
    pub mint: Pubkey,
    /// Address of the account of the distribution, which every leaf is bound to.
    #[arg(long)]
    pub payout: Pubkey,
    /// Where the token accounts come from.
    #[command(flatten)]
    pub source: Source,
    /// With --accounts: raw units of the mint, unless the file says so itself.
    #[arg(long, conflicts_with = "rpc")]
    pub supply: Option<u64>,
    /// With --rpc: how final what is read must be.
    // One argument with the option of every command, which has another default.
    #[arg(long, value_enum, default_value_t = Commitment::Finalized, conflicts_with = "accounts")]
    pub commitment: Commitment,
    /// Escrows of the asset, as token_account,owner; with --rpc they are read from the issuer program.
    #[arg(long, value_name = "CSV")]
    pub escrows: Option<PathBuf>,
    /// Who holds what in venues, as venue,owner,raw.
    #[arg(long, value_name = "CSV")]
    pub look_through: Option<PathBuf>,
    /// What holders have chosen, as owner,choice.
    #[arg(long, value_name = "CSV", requires_all = ["default", "choice"])]
    pub elections: Option<PathBuf>,
    /// With --rpc, instead of --elections: the corporate action that holders have chosen about on chain.
    #[arg(long, requires_all = ["rpc", "default", "choice"], conflicts_with = "elections")]
    pub action: Option<Pubkey>,
    /// The choice of those who have made none.
    #[arg(long)]
    pub default: Option<Choice>,
    /// The choice that this snapshot is for.
    #[arg(long)]
    pub choice: Option<Choice>,
    /// Shares for each raw unit when the action was scheduled, as 1.5: its old_multiplier.
    #[arg(long, value_parser = parse_multiplier)]
    pub multiplier: Multiplier,
    /// What is paid.
    #[command(flatten)]
    pub paid: Paid,
    /// The directory to write.
    #[arg(long, value_name = "DIRECTORY")]
    pub out: PathBuf,
}

/// What is paid: a dividend, in cash or reinvested; or shares of another asset.
#[derive(Debug, Args)]
pub struct Paid {
    /// What is paid for each whole share, base units of the payment token.
    #[arg(long, required_unless_present = "ratio", conflicts_with = "ratio")]
    pub gross_per_share: Option<u64>,
    /// What is withheld of it, basis points.
    #[arg(long, default_value_t = 0, conflicts_with = "ratio")]
    pub withholding_bps: u16,
    /// Pay in shares of the same asset, bought at this price a share, base units of the payment token.
    #[arg(long, conflicts_with = "ratio")]
    pub reinvest_price: Option<u64>,
    /// Shares of another asset for each share, as 1/4.
    #[arg(long, value_parser = parse_ratio, requires = "other_multiplier")]
    pub ratio: Option<Ratio>,
    /// Shares of the other asset for each raw unit of it: the payout's multiplier.
    #[arg(long, value_parser = parse_multiplier, requires = "ratio")]
    pub other_multiplier: Option<Multiplier>,
}

impl Paid {
    fn terms(&self, multiplier: Multiplier) -> Terms {
        let dividend = Dividend {
            gross_per_share: self.gross_per_share.unwrap_or_default(),
            withholding_bps: self.withholding_bps,
        };
        let pays = match (self.ratio, self.other_multiplier, self.reinvest_price) {
            (Some(ratio), Some(other_multiplier), _) => Pays::Shares { ratio, other_multiplier },
            (_, _, Some(price)) => Pays::Reinvested { dividend, price },
            _ => Pays::Cash(dividend),
        };
        Terms { multiplier, pays }
    }
}

/// Where token accounts come from.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Source {
    /// An RPC node, which is asked for all of them.
    #[arg(long, value_name = "URL")]
    pub rpc: Option<String>,
    /// A file, as token_account,owner,raw.
    #[arg(long, value_name = "CSV")]
    pub accounts: Option<PathBuf>,
}

/// What is to be distributed, and to whom.
struct Entitled {
    lines: Vec<Line>,
    dust: Vec<Holding>,
    others: Group,
    supply: u64,
    taken_at: Option<Moment>,
}

impl Take {
    /// As the RPC names it. What a node has merely seen may never have been.
    fn commitment(&self) -> Result<&'static str> {
        match self.commitment {
            Commitment::Processed => {
                bail!("--commitment is processed, and must be confirmed or finalized")
            }
            Commitment::Confirmed => Ok("confirmed"),
            Commitment::Finalized => Ok("finalized"),
        }
    }

    /// Takes the snapshot, and prints where it is and its root.
    pub fn run(&self) -> Result<()> {
        let terms = self.paid.terms(self.multiplier);
        terms.check()?;
        let partial = Partial::create(&self.out)?;
        let entitled = self.entitled(&terms)?;
        let root = {
            let hashes = leaves::hashes(&entitled.lines, &self.payout)?;
            partial.file(TREE, |file| {
                tree::levels(hashes, |level| Ok(file.write_all(level.as_flattened())?))
            })?
        };
        partial.file(LEAVES, |file| leaves::write(&entitled.lines, file))?;
        let summary = self.summary(&terms, &entitled, tree::hex(&root))?;
        partial.file(SUMMARY, |file| {
            serde_json::to_writer_pretty(&mut *file, &summary)?;
            Ok(writeln!(file)?)
        })?;
        let published = match partial.publish()? {
            Published::Written => "written to",
            Published::Unchanged => "unchanged in",
        };
        let out = self.out.display();
        println!("{} leaves {published} {out}, root {}", summary.leaves, summary.root);
        Ok(())
    }

    fn entitled(&self, terms: &Terms) -> Result<Entitled> {
        let asset = asset_of(&self.mint);
        let (register, escrows) = self.read(&asset)?;
        let Register { mut accounts, supply, taken_at } = register;
        holdings::refuse_duplicates(&mut accounts)?;
        holdings::reconcile(&accounts, supply)?;
        let held = holdings::merge(escrow::resolve(&accounts, &escrows, &asset)?)?;
        drop(accounts);
        let held = match &self.look_through {
            Some(path) => look_through::apply(held, &look_through::read(path, &asset)?)?,
            None => held,
        };
        let (held, others) = match (self.elections()?, self.choice) {
            (Some(elections), Some(choice)) => elections.split(held, choice),
            _ => (held, Vec::new()),
        };
        let (lines, dust) = leaves::list(&held, terms)?;
        let others = Group { holders: others.len(), raw: Amount(holdings::total(&others)?) };
        Ok(Entitled { lines, dust, others, supply, taken_at })
    }

    /// What holders have chosen, where they could.
    fn elections(&self) -> Result<Option<Elections>> {
        let elections = match (self.default, &self.elections, &self.action, &self.source.rpc) {
            (Some(default), Some(path), ..) => Elections::read(path, default)?,
            (Some(default), None, Some(action), Some(url)) => {
                let rpc = Rpc::new(url, self.commitment()?)?;
                rpc::elections::read(&rpc, action, default)?
            }
            _ if self.default.is_none() && self.choice.is_none() => return Ok(None),
            _ => bail!("--default and --choice go with --elections or --action"),
        };
        Ok(Some(elections))
    }

    fn read(&self, asset: &Pubkey) -> Result<(Register, Vec<escrow::Escrow>)> {
        let listed = self.escrows.as_deref().map(escrow::read).transpose()?;
        if let Some(path) = &self.source.accounts {
            return Ok((accounts_file::read(path, self.supply)?, listed.unwrap_or_default()));
        }
        let url = self.source.rpc.as_deref().context("--rpc or --accounts is needed")?;
        let rpc = Rpc::new(url, self.commitment()?)?;
        let register = rpc::register::read(&rpc, &self.mint)?;
        let escrows = match listed {
            Some(listed) => listed,
            None => rpc::escrows::read(&rpc, asset)?,
        };
        Ok((register, escrows))
    }

    fn summary(&self, terms: &Terms, entitled: &Entitled, root: String) -> Result<Summary> {
        let Entitled { lines, dust, others, supply, taken_at } = entitled;
        let leaves = u32::try_from(lines.len())?;
        let Some(depth) = merkle::depth(leaves) else {
            bail!(
                "nobody is entitled: {} holders get less than one base unit, and {} have chosen otherwise",
                dust.len(),
                others.holders
            );
        };
        Ok(Summary {
            format: FORMAT,
            payout: self.payout.to_string(),
            mint: self.mint.to_string(),
            slot: taken_at.map(|moment| moment.slot),
            block_time: taken_at.and_then(|moment| moment.block_time),
            terms: terms.into(),
            choice: self.choice,
            leaves,
            depth,
            pages: merkle::pages(leaves),
            root,
            totals: leaves::totals(lines)?,
            supply: Amount(*supply),
            other_choice: *others,
            dust: Dust::new(dust, holdings::total(dust)?),
        })
    }
}
