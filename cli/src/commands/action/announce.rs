//! `scrip action announce` and `amend`: terms and dates are shown with the multiplier that comes of them, and sent.

use anyhow::bail;
use clap::Args;
use scrip_client::instructions::actions;
use scrip_client::rpc::fetch::Share;
use scrip_issuer::state::{ActionDates, ActionTerms};
use scrip_issuer::{AmendActionArgs, AnnounceActionArgs};

use super::kind::Kind;
use super::{calendar, preview, words};
use crate::plan::Plan;
use crate::session::Session;
use crate::values::amount;
use crate::values::reference::Reference;

/// `scrip action announce`
#[derive(Args, Debug)]
pub struct Announce {
    /// The share: its symbol or mint
    asset: String,
    #[command(subcommand)]
    kind: Kind,
}

/// `scrip action amend`
#[derive(Args, Debug)]
pub struct Amend {
    /// The share: its symbol or mint
    asset: String,
    /// The action's number
    number: u32,
    /// Case reference: why
    #[arg(long)]
    reference: Reference,
    #[command(subcommand)]
    kind: Kind,
}

impl Announce {
    /// What is announced.
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Announces it, as the share's next action.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (actor, payer) = session.actor_and_payer()?;
        let share = session.share(&self.asset).await?;
        let (dates, terms) = said(session, &share, &self.kind).await?;
        let kind = self.kind.code();
        let sequence = share.asset.action_count;
        let document_hash = self.kind.notice().document.hash()?;
        let args = AnnounceActionArgs { kind: kind as u8, dates, terms, document_hash };
        let announce = actions::announce_action(&share.addresses, actor, payer, sequence, args);
        let title = format!("announce {} of {} as action {sequence}", kind.code(), self.asset);
        let plan = Plan::new(title, vec![announce]);
        session.carry_out(shown(session, &share, &self.kind, plan, &dates, &terms).await?).await?;
        Ok(())
    }
}

impl Amend {
    /// Announces it anew.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let actor = session.actor()?.address();
        let share = session.share(&self.asset).await?;
        let action = calendar::action(session, &share, self.number).await?;
        let kind = self.kind.code();
        if action.kind != kind as u8 {
            let is = words::code(action.kind);
            bail!(
                "action {} is a {is}, and stays one: cancel it to announce a {}",
                self.number,
                kind.code()
            );
        }
        let (dates, terms) = said(session, &share, &self.kind).await?;
        let document_hash = self.kind.notice().document.hash()?;
        let args = AmendActionArgs { dates, terms, document_hash, reason: self.reference.0 };
        let amend = actions::amend_action(&share.addresses, actor, self.number, args);
        let before = words::terms(&action.terms, &words::tokens(session, [&action.terms]).await?);
        let title = format!("amend action {} of {}, {}", self.number, self.asset, kind.code());
        let plan = Plan::new(title, vec![amend]).detail("terms so far", before);
        session.carry_out(shown(session, &share, &self.kind, plan, &dates, &terms).await?).await?;
        Ok(())
    }
}

async fn said(
    session: &Session,
    share: &Share,
    kind: &Kind,
) -> anyhow::Result<(ActionDates, ActionTerms)> {
    let terms = kind.terms(session, share).await?;
    let dates = kind.notice().dates(terms.form(), session.now().await?);
    Ok((dates, terms))
}

/// The plan, with terms, dates and the multiplier that comes of them.
async fn shown(
    session: &Session,
    share: &Share,
    kind: &Kind,
    plan: Plan,
    dates: &ActionDates,
    terms: &ActionTerms,
) -> anyhow::Result<Plan> {
    let mut plan =
        plan.detail("terms", words::terms(terms, &words::tokens(session, [terms]).await?));
    for (label, at) in words::dates(dates) {
        plan = plan.detail(label, at);
    }
    let moved = preview::multipliers(&share.asset, kind.code(), terms, dates.effective_at)?;
    Ok(match moved {
        Some((before, after)) => plan
            .detail("multiplier now", amount::multiplier(before.scaled()))
            .detail("multiplier then", amount::multiplier(after.scaled())),
        None => plan,
    })
}
