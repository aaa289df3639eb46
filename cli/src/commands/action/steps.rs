//! `scrip action approve`, `schedule`, `cancel`, `settle`: an action from step to step.

use anyhow::bail;
use clap::Args;
use scrip_client::instructions::actions;
use scrip_client::rpc::fetch::Share;
use scrip_issuer::state::CorporateAction;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::multiplier::Multiplier;

use super::{calendar, preview, words};
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::snapshot::entitlement::parse_multiplier;
use crate::values::amount;
use crate::values::reference::Reference;

/// Which action.
#[derive(Args, Debug)]
pub struct Which {
    /// The share: its symbol or mint
    pub asset: String,
    /// The action's number, as `scrip action list` shows it
    pub number: u32,
}

/// `scrip action approve`
#[derive(Args, Debug)]
pub struct Approve {
    #[command(flatten)]
    which: Which,
    /// How often it was amended in what you have read [default: as it stands, which is shown]
    #[arg(long, value_name = "TIMES")]
    amendments: Option<u16>,
}

/// `scrip action schedule`
#[derive(Args, Debug)]
pub struct Schedule {
    #[command(flatten)]
    which: Which,
    /// The multiplier that must be in force, or nothing happens [default: the one that is in force now]
    #[arg(long, value_name = "MULTIPLIER", value_parser = parse_multiplier)]
    expect_multiplier: Option<Multiplier>,
}

/// `scrip action cancel`
#[derive(Args, Debug)]
pub struct Cancel {
    #[command(flatten)]
    which: Which,
    /// Case reference: why
    #[arg(long)]
    reference: Reference,
}

/// `scrip action settle`
#[derive(Args, Debug)]
pub struct Settle {
    #[command(flatten)]
    which: Which,
}

impl Which {
    async fn read(&self, session: &Session) -> anyhow::Result<(Share, CorporateAction)> {
        let share = session.share(&self.asset).await?;
        let action = calendar::action(session, &share, self.number).await?;
        Ok((share, action))
    }

    fn title(&self, verb: &str, action: &CorporateAction) -> String {
        format!("{verb} action {} of {}, {}", self.number, self.asset, words::code(action.kind))
    }
}

impl Approve {
    /// Approves it, as often amended as was read.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let checker = session.actor()?.address();
        let (share, action) = self.which.read(session).await?;
        let amendments = self.amendments.unwrap_or(action.amendments);
        let number = self.which.number;
        let approve = actions::approve_action(&share.addresses, checker, number, amendments);
        let plan = Plan::new(self.which.title("approve", &action), vec![approve]);
        let plan = plan.detail("amended", format!("{amendments} times"));
        session.carry_out(described(session, &share, &action, plan).await?).await?;
        Ok(())
    }
}

impl Schedule {
    /// Makes it binding, from the multiplier that is expected.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let actor = session.actor()?.address();
        let (share, action) = self.which.read(session).await?;
        let expected = match self.expect_multiplier {
            Some(expected) => expected,
            None => multiplier_at(&share.asset, session.now().await?)?,
        };
        let number = self.which.number;
        let schedule = actions::schedule_action(&share.addresses, actor, number, expected.scaled());
        let plan = Plan::new(self.which.title("schedule", &action), vec![schedule]);
        session.carry_out(described(session, &share, &action, plan).await?).await?;
        Ok(())
    }
}

impl Cancel {
    /// Cancels it for ever.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let actor = session.actor()?.address();
        let (share, action) = self.which.read(session).await?;
        let number = self.which.number;
        let cancel = actions::cancel_action(&share.addresses, actor, number, self.reference.0);
        let plan = Plan::new(self.which.title("cancel", &action), vec![cancel])
            .irreversible("a cancelled action can never take effect, and has to be announced anew");
        session.carry_out(described(session, &share, &action, plan).await?).await?;
        Ok(())
    }
}

impl Settle {
    /// Closes the books on it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let payer = session.payer()?.address();
        let (share, action) = self.which.read(session).await?;
        let settle = actions::settle_action(&share.addresses, payer, self.which.number);
        let plan = Plan::new(self.which.title("settle", &action), vec![settle]);
        session.carry_out(plan).await?;
        Ok(())
    }
}

/// The plan, with everything that a checker has to read.
async fn described(
    session: &Session,
    share: &Share,
    action: &CorporateAction,
    plan: Plan,
) -> anyhow::Result<Plan> {
    let tokens = words::tokens(session, [&action.terms]).await?;
    let mut plan = plan
        .detail("terms", words::terms(&action.terms, &tokens))
        .detail("announced by", action.maker.to_string())
        .detail("document", calendar::hash(&action.document_hash));
    for (label, at) in words::dates(&action.dates) {
        plan = plan.detail(label, at);
    }
    let Some(kind) = ActionKind::from_byte(action.kind) else {
        bail!(
            "action {} is of the kind {}, which this version does not know",
            action.sequence,
            action.kind
        );
    };
    let effective_at = action.dates.effective_at;
    let moved = match action.scheduled_at {
        0 => preview::multipliers(&share.asset, kind, &action.terms, effective_at)?,
        _ => None,
    };
    Ok(match moved {
        Some((before, after)) => plan
            .detail("multiplier now", amount::multiplier(before.scaled()))
            .detail("multiplier then", amount::multiplier(after.scaled())),
        None => plan,
    })
}
