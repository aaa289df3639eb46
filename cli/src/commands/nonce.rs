//! Durable nonces, for transactions that are signed elsewhere. Whoever acts is a nonce's authority.

use anyhow::Context as _;
use clap::{Args, Subcommand};
use serde_json::json;
use solana_keypair::Keypair;
use solana_nonce::state::State;
use solana_system_interface::instruction::{
    advance_nonce_account, create_nonce_account, withdraw_nonce_account,
};

use crate::describe::instruction::sol;
use crate::output::{Answer, big};
use crate::plan::{Plan, Signatory};
use crate::session::{Session, keys};

/// The commands of `scrip nonce`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a nonce. Whoever acts becomes its authority, or who is named.
    Create {
        /// Keypair file of the new account [default: a key that is used this once]
        #[arg(long, value_name = "KEY")]
        account: Option<String>,
        /// Who may advance it and withdraw from it [default: whoever acts]
        #[arg(long, value_name = "ADDRESS")]
        authority: Option<String>,
    },
    /// Show a nonce.
    Show(Named),
    /// Advance a nonce: transactions that wait for it can never be sent.
    Advance(Named),
    /// End a nonce, and withdraw all of its SOL.
    Withdraw {
        #[command(flatten)]
        named: Named,
        /// Who receives it [default: whoever pays]
        #[arg(long, value_name = "ADDRESS")]
        to: Option<String>,
    },
}

/// A nonce.
#[derive(Args, Debug)]
pub struct Named {
    /// Its account
    #[arg(value_name = "ADDRESS")]
    account: String,
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Create { account, authority } => create(session, account, authority).await,
            Self::Show(named) => show(session, &named).await,
            Self::Advance(named) => {
                let (actor, _) = session.actor_and_payer()?;
                let account = keys::address(&named.account)?;
                session.nonce_at(account).await?;
                let advance = advance_nonce_account(&account, &actor);
                let title = format!("advance nonce {account}");
                let plan = Plan::new(title, vec![advance])
                    .irreversible("transactions that wait for this nonce can never be sent then");
                session.carry_out(plan).await.map(drop)
            }
            Self::Withdraw { named, to } => withdraw(session, &named, to).await,
        }
    }
}

async fn create(
    session: &Session,
    account: Option<String>,
    authority: Option<String>,
) -> anyhow::Result<()> {
    let (actor, payer) = session.actor_and_payer()?;
    let signatory = match account {
        Some(named) => keys::signatory(&named).context("--account")?,
        None => Signatory::Held(Box::new(Keypair::new())),
    };
    let authority =
        authority.map_or(Ok(actor), |named| keys::address(&named).context("--authority"))?;
    let account = signatory.address();
    let rent = session.rpc.get_minimum_balance_for_rent_exemption(State::size()).await?;
    let instructions = create_nonce_account(&payer, &account, &authority, rent);
    let plan = Plan::new("make a durable nonce", instructions)
        .signed_by(signatory)
        .detail("nonce", account.to_string())
        .detail("authority", authority.to_string());
    session.carry_out(plan).await.map(drop)
}

async fn show(session: &Session, named: &Named) -> anyhow::Result<()> {
    let nonce = session.nonce_at(keys::address(&named.account)?).await?;
    let lamports = session.rpc.get_balance(&nonce.account).await?;
    let balance = if session.is_for_people() {
        ("balance", json!(sol(lamports)))
    } else {
        ("lamports", big(lamports))
    };
    session.answer(&Answer::Record(vec![
        ("nonce", json!(nonce.account.to_string())),
        ("authority", json!(nonce.authority.to_string())),
        ("value", json!(nonce.value.to_string())),
        balance,
    ]));
    Ok(())
}

async fn withdraw(session: &Session, named: &Named, to: Option<String>) -> anyhow::Result<()> {
    let (actor, payer) = session.actor_and_payer()?;
    let nonce = session.nonce_at(keys::address(&named.account)?).await?;
    let to = to.map_or(Ok(payer), |named| keys::address(&named).context("--to"))?;
    let lamports = session.rpc.get_balance(&nonce.account).await?;
    let withdraw = withdraw_nonce_account(&nonce.account, &actor, &to, lamports);
    let plan = Plan::new(format!("end nonce {}", nonce.account), vec![withdraw])
        .detail("withdrawn", sol(lamports))
        .detail("to", to.to_string())
        .irreversible("transactions that wait for this nonce can never be sent then");
    session.carry_out(plan).await.map(drop)
}
