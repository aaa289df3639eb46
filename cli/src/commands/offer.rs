//! What holders make of an action: tenders to an offer, exchanges for what a merger or a liquidation brings, and
//! elections between cash and shares. Whoever acts is the holder; anybody can settle a tender, or bring a mandatory
//! exchange to a wallet.

use anchor_lang::prelude::Pubkey;
use clap::{Args, Subcommand, ValueEnum};
use scrip_client::instructions::payouts::PaidWith;
use scrip_client::instructions::payouts::holders::{
    Brings, elect, exchange_shares, settle_tender, tender_shares, withdraw_election,
    withdraw_tender,
};
use scrip_client::{Token, addresses, open_token_account};
use scrip_issuer::state::{HolderElection, Tender};
use scrip_rules::multiplier::Multiplier;

use super::distribute::which::{Paid, Which};
use crate::plan::Plan;
use crate::session::shares::multiplier_at;
use crate::session::{Session, keys};
use crate::values::amount::{Amount, in_shares};

/// The commands of `scrip offer`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tender shares to an offer: they go into escrow until it is known how many are bought
    Tender(OfAmount),
    /// Take tendered shares back
    Withdraw(Of),
    /// Buy what the offer takes of a tender, and return the rest. Anybody can
    Settle(OfOwner),
    /// Give shares up for what a merger, an exchange offer, a liquidation or a delisting brings
    Exchange(OfAmount),
    /// Bring a merger or a liquidation to a wallet that does not come, for all that it holds. Anybody can
    ExchangeFor(OfOwner),
    /// Choose cash or shares of a dividend, for all that is held at the record date
    Elect(Elect),
    /// Take the choice back, or its rent when the action is over
    WithdrawElection(Of),
}

/// Which action.
#[derive(Args, Debug)]
pub struct Of {
    /// The share: its symbol or mint
    asset: String,
    /// The action's number
    #[arg(long, value_name = "NUMBER")]
    action: u32,
}

/// How many shares.
#[derive(Args, Debug)]
pub struct OfAmount {
    #[command(flatten)]
    of: Of,
    #[command(flatten)]
    amount: Amount,
}

/// Whose.
#[derive(Args, Debug)]
pub struct OfOwner {
    #[command(flatten)]
    of: Of,
    /// The holder [default: whoever acts]
    #[arg(long, value_name = "WALLET")]
    owner: Option<String>,
}

/// `scrip offer elect`
#[derive(Args, Debug)]
pub struct Elect {
    #[command(flatten)]
    of: Of,
    /// What to get
    choice: Choice,
}

/// What a holder chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// Cash.
    Cash,
    /// Shares at the announced price.
    Shares,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let plan = match self {
            Self::Tender(tender) => tender.tender(session).await?,
            Self::Withdraw(of) => of.withdraw_tender(session).await?,
            Self::Settle(settle) => settle.settle(session).await?,
            Self::Exchange(exchange) => exchange.exchange(session).await?,
            Self::ExchangeFor(exchange) => exchange.exchange(session).await?,
            Self::Elect(elect) => elect.plan(session).await?,
            Self::WithdrawElection(of) => of.withdraw_election(session).await?,
        };
        session.carry_out(plan).await.map(drop)
    }
}

impl Of {
    fn which(&self) -> Which {
        Which { asset: self.asset.clone(), action: self.action, token: None }
    }

    fn title(&self, verb: &str) -> String {
        format!("{verb} action {} of {}", self.action, self.asset)
    }

    async fn withdraw_tender(self, session: &Session) -> anyhow::Result<Plan> {
        let (owner, payer) = session.actor_and_payer()?;
        let share = session.share(&self.asset).await?.addresses;
        let tender = self.tender_of(session, &share.asset, &owner).await?;
        let open = open_token_account(payer, owner, Token::share(share.mint));
        let back = withdraw_tender(&share, self.action, owner, tender.rent_payer);
        let plan = Plan::new(self.title("take a tender back from"), vec![open, back]);
        Ok(plan.detail("comes back", format!("{} raw units", tender.amount)))
    }

    async fn tender_of(
        &self,
        session: &Session,
        asset: &Pubkey,
        owner: &Pubkey,
    ) -> anyhow::Result<Tender> {
        let address = addresses::tender(&addresses::action(asset, self.action), owner);
        let what = format!("{owner} has tendered nothing to action {}", self.action);
        session.expect(&address, &what).await
    }

    async fn withdraw_election(self, session: &Session) -> anyhow::Result<Plan> {
        let owner = session.actor()?.address();
        let share = session.share(&self.asset).await?.addresses;
        let action = addresses::action(&share.asset, self.action);
        let what = format!("{owner} has chosen nothing of action {}", self.action);
        let address = addresses::election(&action, &owner);
        let election: HolderElection = session.expect(&address, &what).await?;
        let back = withdraw_election(action, owner, election.rent_payer);
        Ok(Plan::new(self.title("take the choice back from"), vec![back]))
    }
}

impl OfAmount {
    async fn tender(self, session: &Session) -> anyhow::Result<Plan> {
        let (owner, payer) = session.actor_and_payer()?;
        let share = session.share(&self.of.asset).await?;
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let raw = self.amount.raw_units(multiplier)?;
        let tender = tender_shares(&share.addresses, self.of.action, owner, payer, raw);
        let plan = Plan::new(self.of.title("tender shares to"), vec![tender]);
        Ok(plan.detail("into escrow", amount(raw, multiplier)))
    }

    async fn exchange(self, session: &Session) -> anyhow::Result<Plan> {
        let owner = session.actor()?.address();
        let share = session.share(&self.of.asset).await?;
        let multiplier = multiplier_at(&share.asset, session.now().await?)?;
        let raw = self.amount.raw_units(multiplier)?;
        let plan = exchange(session, &self.of, owner, true, raw).await?;
        let plan = plan.detail("gives up", amount(raw, multiplier));
        Ok(plan.irreversible("the shares are burned"))
    }
}

fn amount(raw: u64, multiplier: Multiplier) -> String {
    format!("{} shares ({raw} raw units)", in_shares(raw, multiplier))
}

async fn exchange(
    session: &Session,
    of: &Of,
    owner: Pubkey,
    signs: bool,
    raw: u64,
) -> anyhow::Result<Plan> {
    let payer = session.payer()?.address();
    let all = of.which().all(session).await?;
    let (mut brings, mut instructions) = (Brings::default(), Vec::new());
    for found in &all {
        match &found.paid {
            Paid::Cash(token) => brings.cash = Some(PaidWith::Token(token.token)),
            Paid::Shares(share) => brings.shares = Some(&share.addresses),
        }
        instructions.push(open_token_account(payer, owner, found.of().with.token()));
    }
    let share = session.share(&of.asset).await?.addresses;
    instructions.push(exchange_shares(&share, of.action, owner, signs, &brings, raw));
    Ok(Plan::new(of.title("exchange shares by"), instructions))
}

impl OfOwner {
    fn owner(&self, session: &Session) -> anyhow::Result<Pubkey> {
        match &self.owner {
            Some(named) => keys::address(named),
            None => Ok(session.actor()?.address()),
        }
    }

    async fn settle(self, session: &Session) -> anyhow::Result<Plan> {
        let (owner, payer) = (self.owner(session)?, session.payer()?.address());
        let found = self.of.which().one(session).await?;
        let tender = self.of.tender_of(session, &found.share.addresses.asset, &owner).await?;
        let own = Token::share(found.share.addresses.mint);
        let of = found.of();
        let instructions = vec![
            open_token_account(payer, owner, own),
            open_token_account(payer, owner, of.with.token()),
            settle_tender(&of, owner, tender.rent_payer),
        ];
        let plan = Plan::new(self.of.title("settle a tender to"), instructions);
        Ok(plan.detail("tendered", format!("{} raw units of {owner}", tender.amount)))
    }

    async fn exchange(self, session: &Session) -> anyhow::Result<Plan> {
        let owner = self.owner(session)?;
        let share = session.share(&self.of.asset).await?.addresses;
        let held = session.rpc.get_token_account_balance(&share.account(&owner)).await?;
        let raw = held.amount.parse()?;
        let plan = exchange(session, &self.of, owner, false, raw).await?;
        let plan = plan.detail("gives up", format!("{raw} raw units of {owner}"));
        Ok(plan.irreversible("the shares are burned"))
    }
}

impl Elect {
    async fn plan(self, session: &Session) -> anyhow::Result<Plan> {
        let (owner, payer) = session.actor_and_payer()?;
        let share = session.share(&self.of.asset).await?.addresses;
        let choice = match self.choice {
            Choice::Cash => 1,
            Choice::Shares => 2,
        };
        let elect = elect(&share, self.of.action, owner, payer, choice);
        let verb = format!("choose {:?} of", self.choice).to_lowercase();
        Ok(Plan::new(self.of.title(&verb), vec![elect]))
    }
}
