//! `scrip distribute fund`, `withdraw`, `sweep`: money into the vault, and back out of it.

use anchor_lang::prelude::Pubkey;
use anyhow::bail;
use clap::Args;
use scrip_client::instructions::payouts::{fund_payout, sweep_payout, withdraw_payout};
use scrip_client::open_token_account;
use scrip_issuer::state::Issuer;

use super::which::Which;
use crate::plan::Plan;
use crate::session::Session;
use crate::values::reference::Reference;

/// `scrip distribute fund`
#[derive(Args, Debug)]
pub struct Fund {
    #[command(flatten)]
    which: Which,
    /// How much of the token; of shares raw units [default: all that is missing]
    #[arg(long)]
    amount: Option<String>,
}

/// `scrip distribute withdraw`
#[derive(Args, Debug)]
pub struct Withdraw {
    #[command(flatten)]
    which: Which,
    /// Case reference: why
    #[arg(long)]
    reference: Reference,
}

/// `scrip distribute sweep`
#[derive(Args, Debug)]
pub struct Sweep {
    #[command(flatten)]
    which: Which,
}

impl Fund {
    /// Pays in, from the token account of whoever acts.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let funder = session.actor()?.address();
        let found = self.which.one(session).await?;
        let payout = found.account(session).await?;
        let missing = payout.total.saturating_sub(payout.funded);
        let amount = match &self.amount {
            Some(text) => found.units(text)?,
            None => missing,
        };
        if missing == 0 {
            bail!("nothing is missing: the vault was paid {}", found.shown(payout.funded));
        }
        let title = format!("fund action {} of {}", self.which.action, self.which.asset);
        let plan = Plan::new(title, vec![fund_payout(&found.of(), funder, amount)])
            .detail("pays in", found.shown(amount))
            .detail("missing so far", found.shown(missing));
        session.carry_out(plan).await?;
        Ok(())
    }
}

impl Withdraw {
    /// Takes it back; what is in the vault goes to the treasury.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (actor, payer) = session.actor_and_payer()?;
        let found = self.which.one(session).await?;
        let (of, payout) = (found.of(), found.account(session).await?);
        let treasury = treasury(session, &found.share.addresses.issuer).await?;
        let open = open_token_account(payer, treasury, of.with.token());
        let withdraw = withdraw_payout(&of, actor, &treasury, payout.rent_payer, self.reference.0);
        let title =
            format!("take back the payout of action {} of {}", self.which.action, self.which.asset);
        let plan = Plan::new(title, vec![open, withdraw]);
        session.carry_out(plan.detail("paid in so far", found.shown(payout.funded))).await?;
        Ok(())
    }
}

impl Sweep {
    /// Moves what nobody has claimed to the treasury.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (actor, payer) = session.actor_and_payer()?;
        let found = self.which.one(session).await?;
        let (of, payout) = (found.of(), found.account(session).await?);
        if payout.swept {
            bail!("the payout {} is swept already", of.address());
        }
        let treasury = treasury(session, &found.share.addresses.issuer).await?;
        let rest = session.rpc.get_token_account_balance(&of.vault()).await?;
        let open = open_token_account(payer, treasury, of.with.token());
        let sweep = sweep_payout(&of, actor, &treasury, payout.rent_payer);
        let title = format!("sweep action {} of {}", self.which.action, self.which.asset);
        let plan = Plan::new(title, vec![open, sweep])
            .detail("goes to the treasury", found.shown(rest.amount.parse()?))
            .detail("treasury", treasury.to_string())
            .irreversible("once it is swept nobody can claim any more");
        session.carry_out(plan).await?;
        Ok(())
    }
}

async fn treasury(session: &Session, issuer: &Pubkey) -> anyhow::Result<Pubkey> {
    let issuer: Issuer = session.expect(issuer, "the share's issuer cannot be read").await?;
    Ok(issuer.treasury)
}
