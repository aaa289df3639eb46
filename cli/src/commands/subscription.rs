//! Subscriptions: cash of investors in escrow, against new shares.

use anchor_lang::prelude::Pubkey;
use clap::{Args, Subcommand};
use scrip_client::instructions::issuance::Issuance;
use scrip_client::instructions::subscription;
use scrip_client::rpc::fetch::{Share, fetch};
use scrip_client::{addresses, open_share_account, open_token_account};
use scrip_issuer::state::{Issuer, PERMISSION_MINT, Subscription};
use scrip_issuer::{FillSubscriptionArgs, RejectArgs, SubscribeArgs};
use serde_json::json;

use crate::output::{Answer, big};
use crate::plan::{Plan, Signatory};
use crate::session::shares::multiplier_at;
use crate::session::tokens::PaymentToken;
use crate::session::{Session, keys};
use crate::values::amount::{Amount, in_shares};
use crate::values::reference::Reference;
use crate::values::time::{self, Moment};

/// The commands of `scrip subscription`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put cash of whoever acts into escrow, for the issuer to deliver shares against
    Subscribe(Subscribe),
    /// List the open subscriptions to a share
    List {
        /// Symbol or mint of the share
        asset: String,
    },
    /// Mint to the investor and move the payment to the treasury, in full or in part
    Fill(Fill),
    /// Return what is left of a subscription, because the issuer declines it
    Reject(Reject),
    /// Take back what is left after the deadline. Whoever acts is the investor
    Cancel {
        /// Address of the subscription, as `scrip subscription list` shows it
        subscription: Pubkey,
    },
}

/// `scrip subscription subscribe`
#[derive(Args, Debug)]
pub struct Subscribe {
    /// Symbol or mint of the share
    asset: String,
    /// What is put into escrow, the fee included, as a decimal of the payment token
    #[arg(long)]
    pay: String,
    /// Mint of the token that is paid with
    #[arg(long, value_name = "MINT")]
    payment_mint: Pubkey,
    /// The most for one whole share, without the fee, as a decimal of the payment token
    #[arg(long, value_name = "PRICE")]
    limit_price: String,
    /// From when on the investor may take back what is left
    #[arg(long, value_name = "TIME")]
    deadline: Moment,
    /// Number of the subscription, of which an investor has each once at a time [default: the chain's time]
    #[arg(long)]
    id: Option<u64>,
}

/// `scrip subscription fill`
#[derive(Args, Debug)]
pub struct Fill {
    /// Address of the subscription, as `scrip subscription list` shows it
    subscription: Pubkey,
    #[command(flatten)]
    amount: Amount,
    /// What is paid for one whole share, without the fee, as a decimal of the payment token
    #[arg(long)]
    price: String,
    /// Return what is left to the investor
    #[arg(long)]
    last: bool,
    /// Keypair file of the checker, above the share's four-eyes threshold
    #[arg(long, value_name = "KEY")]
    checker: Option<String>,
    /// Case reference
    #[arg(long)]
    reference: Reference,
}

/// `scrip subscription reject`
#[derive(Args, Debug)]
pub struct Reject {
    /// Address of the subscription, as `scrip subscription list` shows it
    subscription: Pubkey,
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
            Self::Subscribe(subscribe) => subscribe.run(session).await,
            Self::List { asset } => list(session, &asset).await,
            Self::Fill(fill) => fill.run(session).await,
            Self::Reject(reject) => reject.run(session).await,
            Self::Cancel { subscription } => {
                let (subscribed, share, payment) = read(session, &subscription).await?;
                let program = payment.token.program;
                let cancel =
                    subscription::cancel_subscription(&share.addresses, &subscribed, program);
                let title = format!("take back {}", payment.shown(subscribed.remaining()));
                session.carry_out(Plan::new(title, vec![cancel])).await.map(drop)
            }
        }
    }
}

impl Subscribe {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let (investor, payer) = session.actor_and_payer()?;
        let payment = session.token_of(&self.payment_mint).await?;
        let now = session.now().await?;
        let id = self.id.unwrap_or_else(|| u64::try_from(now).unwrap_or_default());
        let args = SubscribeArgs {
            id,
            amount: payment.units(&self.pay)?,
            limit_price: payment.units(&self.limit_price)?,
            deadline: self.deadline.resolve(now),
        };
        let deadline = time::shown(args.deadline);
        let subscribe = subscription::subscribe(investor, payer, &share, payment.token, args);
        let address = addresses::subscription(&share.asset, &investor, id);
        let title = format!("put {} into escrow for {}", self.pay, self.asset);
        let plan = Plan::new(title, vec![subscribe])
            .detail("subscription", address.to_string())
            .detail("deadline", deadline);
        session.carry_out(plan).await.map(drop)
    }
}

impl Fill {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (subscribed, share, payment) = read(session, &self.subscription).await?;
        let issuer: Issuer = fetch(&session.rpc, &share.addresses.issuer).await?;
        let member = session.staff(&share.addresses, PERMISSION_MINT).await?;
        let payer = session.payer()?.address();
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let amount = self.amount.raw_units(multiplier)?;
        let checker = self.checker.as_deref().map(keys::signatory).transpose()?;
        let custodians = session.backing(&share).await?;
        let issuance = Issuance {
            share: &share.addresses,
            member,
            checker: checker.as_ref().map(Signatory::address),
            custodians: &custodians,
        };
        let args = FillSubscriptionArgs {
            amount,
            price: payment.units(&self.price)?,
            expected_multiplier: multiplier.scaled(),
            last: self.last,
            reference: self.reference.0,
        };
        let (program, treasury) = (payment.token.program, issuer.treasury);
        let instructions = vec![
            open_share_account(&share.addresses, payer, subscribed.investor),
            open_token_account(payer, treasury, payment.token),
            subscription::fill_subscription(issuance, &subscribed, program, &treasury, args),
        ];
        let title = format!(
            "mint {} shares ({amount} raw units) to {} at {} for a share",
            in_shares(amount, multiplier),
            subscribed.investor,
            self.price
        );
        let mut plan = Plan::new(title, instructions);
        if let Some(checker) = checker {
            plan = plan.signed_by(checker);
        }
        session.carry_out(plan).await.map(drop)
    }
}

impl Reject {
    async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (subscribed, share, payment) = read(session, &self.subscription).await?;
        let args = RejectArgs { reason: self.reason, reference: self.reference.0 };
        let actor = session.staff(&share.addresses, PERMISSION_MINT).await?;
        let program = payment.token.program;
        let reject =
            subscription::reject_subscription(actor, &share.addresses, &subscribed, program, args);
        let left = payment.shown(subscribed.remaining());
        let title = format!("return {left} to {}", subscribed.investor);
        session.carry_out(Plan::new(title, vec![reject])).await.map(drop)
    }
}

async fn read(
    session: &Session,
    address: &Pubkey,
) -> anyhow::Result<(Subscription, Share, PaymentToken)> {
    let what =
        "there is no such open subscription: `scrip subscription list` shows those of a share";
    let subscribed: Subscription = session.expect(address, what).await?;
    let share = session.share_of(&subscribed.asset).await?;
    let payment = session.token_of(&subscribed.payment_mint).await?;
    Ok((subscribed, share, payment))
}

async fn list(session: &Session, asset: &str) -> anyhow::Result<()> {
    let share = session.share(asset).await?;
    let mut rows = Vec::new();
    for (address, subscribed) in session.business::<Subscription>(&share.addresses.asset).await? {
        let payment = session.token_of(&subscribed.payment_mint).await?;
        rows.push(vec![
            json!(address.to_string()),
            json!(subscribed.investor.to_string()),
            json!(payment.shown(subscribed.remaining())),
            json!(subscribed.payment_mint.to_string()),
            json!(payment.shown(subscribed.limit_price)),
            big(subscribed.filled),
            json!(time::shown(subscribed.deadline)),
        ]);
    }
    let columns = vec![
        "subscription",
        "investor",
        "cash_left",
        "payment_mint",
        "limit_price",
        "filled_raw",
        "deadline",
    ];
    let empty = "no subscription is open";
    session.answer(&Answer::Rows { columns, rows, empty });
    Ok(())
}
