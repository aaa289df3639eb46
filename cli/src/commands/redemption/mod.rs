//! Redemptions: requested by holders, settled or rejected by the staff, reclaimed after their deadline.

mod list;

use anchor_lang::prelude::Pubkey;
use anyhow::ensure;
use clap::{Args, Subcommand};
use scrip_client::addresses;
use scrip_client::instructions::redemption;
use scrip_client::rpc::fetch::{Share, fetch};
use scrip_issuer::state::{Issuer, PERMISSION_REDEEM, Redemption};
use scrip_issuer::{RejectArgs, RequestRedemptionArgs, SettleOffChainArgs, SettleRedemptionArgs};

use crate::plan::Plan;
use crate::session::shares::multiplier_at;
use crate::session::{Session, keys};
use crate::values::amount::{Amount, in_shares};
use crate::values::reference::Reference;
use crate::values::time::{self, Moment};

const BURNED: &str = "burned shares cannot be brought back";

/// The commands of `scrip redemption`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put shares of whoever acts into escrow, for the issuer to pay for
    Request(Request),
    /// List the open redemptions of a share
    List {
        /// Symbol or mint of the share
        asset: String,
    },
    /// Burn shares in escrow and pay their owner, in full or in part
    Settle(Settle),
    /// Burn shares in escrow against a payment off chain
    SettleOffChain(SettleOffChain),
    /// Return what is left of a redemption, because the issuer declines it
    Reject(Reject),
    /// Take back what is left after the deadline. Whoever acts is the owner
    Reclaim {
        /// Address of the redemption, as `scrip redemption list` shows it
        redemption: Pubkey,
    },
}

/// `scrip redemption request`
#[derive(Args, Debug)]
pub struct Request {
    /// Symbol or mint of the share
    asset: String,
    #[command(flatten)]
    amount: Amount,
    /// Mint of the token to be paid with [default: paid off chain]
    #[arg(long, value_name = "MINT", requires = "min_price")]
    payment_mint: Option<Pubkey>,
    /// The least for one whole share, before the fee, as a decimal of the payment token
    #[arg(long, value_name = "PRICE", requires = "payment_mint")]
    min_price: Option<String>,
    /// From when on the owner may take back what is left
    #[arg(long, value_name = "TIME")]
    deadline: Moment,
    /// Number of the redemption, of which an owner has each once at a time [default: the chain's time]
    #[arg(long)]
    id: Option<u64>,
}

/// `scrip redemption settle`
#[derive(Args, Debug)]
pub struct Settle {
    /// Address of the redemption, as `scrip redemption list` shows it
    redemption: Pubkey,
    /// What is paid for one whole share, before the fee, as a decimal of the payment token
    #[arg(long)]
    price: String,
    /// Raw units to burn [default: all that are left]
    #[arg(long, value_name = "UNITS")]
    raw: Option<u64>,
    /// Keypair file of whose token account pays [default: whoever acts]
    #[arg(long, value_name = "KEY")]
    paid_by: Option<String>,
    /// Case reference
    #[arg(long)]
    reference: Reference,
}

/// `scrip redemption settle-off-chain`
#[derive(Args, Debug)]
pub struct SettleOffChain {
    /// Address of the redemption, as `scrip redemption list` shows it
    redemption: Pubkey,
    /// Raw units to burn [default: all that are left]
    #[arg(long, value_name = "UNITS")]
    raw: Option<u64>,
    /// Reference, or hash, of the payment order
    #[arg(long)]
    reference: Reference,
}

/// `scrip redemption reject`
#[derive(Args, Debug)]
pub struct Reject {
    /// Address of the redemption, as `scrip redemption list` shows it
    redemption: Pubkey,
    /// The issuer's own code for the reason, from 1
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    reason: u16,
    /// Case reference
    #[arg(long)]
    reference: Reference,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Request(request) => request.run(session).await,
            Self::List { asset } => list::list(session, &asset).await,
            Self::Settle(settle) => settle.run(session).await,
            Self::SettleOffChain(settle) => settle.run(session).await,
            Self::Reject(reject) => reject.run(session).await,
            Self::Reclaim { redemption } => {
                let (requested, share) = read(session, &redemption).await?;
                let reclaim = redemption::reclaim_redemption(&share.addresses, &requested);
                let title = format!("take back {} raw units", requested.remaining());
                session.carry_out(Plan::new(title, vec![reclaim])).await.map(drop)
            }
        }
    }
}

impl Request {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?;
        let (owner, payer) = session.actor_and_payer()?;
        let now = session.now().await?;
        let multiplier = multiplier_at(&share.asset, now)?;
        let min_price = match (&self.payment_mint, &self.min_price) {
            (Some(mint), Some(price)) => session.token_of(mint).await?.units(price)?,
            _ => 0,
        };
        let id = self.id.unwrap_or_else(|| u64::try_from(now).unwrap_or_default());
        let (quantity, deadline) = (self.amount.quantity(multiplier)?, self.deadline.resolve(now));
        let args = RequestRedemptionArgs { id, quantity, min_price, deadline };
        let payment_mint = self.payment_mint;
        let request =
            redemption::request_redemption(owner, payer, &share.addresses, payment_mint, args);
        let raw = self.amount.raw_units(multiplier)?;
        let title = format!(
            "put {} shares ({raw} raw units) of {} into escrow",
            in_shares(raw, multiplier),
            self.asset
        );
        let address = addresses::redemption(&share.addresses.asset, &owner, id);
        let plan = Plan::new(title, vec![request])
            .detail("redemption", address.to_string())
            .detail("deadline", time::shown(deadline));
        session.carry_out(plan).await.map(drop)
    }
}

impl Settle {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (requested, share) = read(session, &self.redemption).await?;
        ensure!(
            requested.payment_mint != Pubkey::default(),
            "the owner asked to be paid off chain: use `scrip redemption settle-off-chain`"
        );
        let issuer: Issuer = fetch(&session.rpc, &share.addresses.issuer).await?;
        let payment = session.token_of(&requested.payment_mint).await?;
        let payer = match &self.paid_by {
            Some(key) => keys::signatory(key)?,
            None => session.actor()?,
        };
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let amount = self.raw.unwrap_or_else(|| requested.remaining());
        let args = SettleRedemptionArgs {
            amount,
            price: payment.units(&self.price)?,
            expected_multiplier: multiplier.scaled(),
            reference: self.reference.0,
        };
        let settle = redemption::settle_redemption(
            session.staff(&share.addresses, PERMISSION_REDEEM).await?,
            payer.address(),
            &share.addresses,
            &requested,
            payment.token.program,
            &issuer.treasury,
            args,
        );
        let title = format!(
            "burn {} shares ({amount} raw units) and pay {} at {} for a share",
            in_shares(amount, multiplier),
            requested.owner,
            self.price
        );
        let plan = Plan::new(title, vec![settle]).signed_by(payer).irreversible(BURNED);
        session.carry_out(plan).await.map(drop)
    }
}

impl SettleOffChain {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (requested, share) = read(session, &self.redemption).await?;
        let actor = session.staff(&share.addresses, PERMISSION_REDEEM).await?;
        let amount = self.raw.unwrap_or_else(|| requested.remaining());
        let args = SettleOffChainArgs { amount, payment_reference: self.reference.0 };
        let settle =
            redemption::settle_redemption_off_chain(actor, &share.addresses, &requested, args);
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let title = format!(
            "burn {} shares ({amount} raw units) of {}, paid off chain",
            in_shares(amount, multiplier),
            requested.owner
        );
        session.carry_out(Plan::new(title, vec![settle]).irreversible(BURNED)).await.map(drop)
    }
}

impl Reject {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (requested, share) = read(session, &self.redemption).await?;
        let args = RejectArgs { reason: self.reason, reference: self.reference.0 };
        let actor = session.staff(&share.addresses, PERMISSION_REDEEM).await?;
        let reject = redemption::reject_redemption(actor, &share.addresses, &requested, args);
        let title = format!("return {} raw units to {}", requested.remaining(), requested.owner);
        session.carry_out(Plan::new(title, vec![reject])).await.map(drop)
    }
}

async fn read(session: &Session, address: &Pubkey) -> anyhow::Result<(Redemption, Share)> {
    let what = "there is no such open redemption: `scrip redemption list` shows those of a share";
    let requested: Redemption = session.expect(address, what).await?;
    let share = session.share_of(&requested.asset).await?;
    Ok((requested, share))
}
