//! `scrip change set` and `propose`.

use anchor_lang::solana_program::instruction::Instruction;
use anyhow::bail;
use clap::Args;
use scrip_client::instructions::settings::{change_setting, opening, propose_change};
use scrip_rules::multiplier::Multiplier;

use super::current;
use super::resolve::Resolved;
use super::setting::Setting;
use super::words;
use crate::plan::Plan;
use crate::session::Session;
use crate::session::shares::multiplier_at;
use crate::values::reference::Reference;
use crate::values::time;

/// `scrip change set`
#[derive(Args, Debug)]
pub struct Set {
    /// Case reference: why
    #[arg(long)]
    reference: Option<Reference>,
    #[command(subcommand)]
    setting: Setting,
}

/// `scrip change propose`
#[derive(Args, Debug)]
pub struct Propose {
    /// Case reference: why
    #[arg(long)]
    reference: Option<Reference>,
    #[command(subcommand)]
    setting: Setting,
}

/// A change, held against how the setting stands.
struct Weighed {
    resolved: Resolved,
    multiplier: Multiplier,
    current: current::Current,
    /// Seconds that it waits.
    wait: u32,
    needs_checker: bool,
}

impl Weighed {
    async fn new(session: &Session, setting: &Setting) -> anyhow::Result<Self> {
        let resolved = setting.resolve(session).await?;
        if resolved.change.check().is_err() {
            bail!(
                "{} cannot be {}: `scrip change set {} --help` says what it may be",
                words::name(&resolved.change),
                words::value(&resolved.change, Multiplier::ONE),
                words::name(&resolved.change)
            );
        }
        let now = session.now().await?;
        let share = resolved.share.as_ref();
        let multiplier = match share {
            Some(share) => multiplier_at(&share.asset, now)?,
            None => Multiplier::ONE,
        };
        let issuer = &resolved.issuer;
        let current =
            current::read(session, issuer, share, &resolved.targets(), &resolved.change).await?;
        let loosens = resolved.change.loosens(&current.setting, now);
        let needs_checker = resolved.change.needs_checker(issuer.four_eyes, loosens);
        let wait = if loosens { issuer.timelock } else { 0 };
        Ok(Self { multiplier, current, wait, needs_checker, resolved })
    }

    fn plan(
        &self,
        title: String,
        instruction: Instruction,
        session: &Session,
    ) -> anyhow::Result<Plan> {
        let (admin, payer) = session.actor_and_payer()?;
        let change = &self.resolved.change;
        let open = opening(&self.resolved.targets(), admin, payer, change)
            .filter(|_| self.current.is_to_be_opened);
        let instructions = open.into_iter().chain([instruction]).collect();
        Ok(Plan::new(title, instructions)
            .detail("from", words::value(&self.current.setting, self.multiplier))
            .detail("to", words::value(change, self.multiplier)))
    }

    fn is_same(&self) -> bool {
        self.current.setting == self.resolved.change && !self.current.is_to_be_opened
    }
}

impl Set {
    /// Changes it at once, or says why it has to be proposed.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let weighed = Weighed::new(session, &self.setting).await?;
        let change = weighed.resolved.change;
        let name = words::name(&change);
        let value = words::value(&weighed.current.setting, weighed.multiplier);
        if weighed.is_same() {
            bail!("{name} is {value} already");
        }
        if weighed.wait > 0 {
            bail!(
                "to change {name} from {value} loosens, and waits {}: put it into the queue with `scrip change propose \
                 {name} ...`",
                words::duration(weighed.wait)
            );
        }
        if weighed.needs_checker {
            bail!(
                "to change {name} from {value} needs a checker: `scrip change propose {name} ...`, then `scrip change \
                 approve` by the checker"
            );
        }
        let admin = session.actor()?.address();
        let reference = self.reference.map(|reference| reference.0).unwrap_or_default();
        let instruction = change_setting(&weighed.resolved.targets(), admin, change, reference);
        session.carry_out(weighed.plan(format!("change {name}"), instruction, session)?).await?;
        Ok(())
    }
}

impl Propose {
    /// Puts it into the queue.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let weighed = Weighed::new(session, &self.setting).await?;
        let change = weighed.resolved.change;
        let name = words::name(&change);
        if weighed.is_same() {
            let value = words::value(&weighed.current.setting, weighed.multiplier);
            bail!("{name} is {value} already");
        }
        let (admin, payer) = session.actor_and_payer()?;
        let id = weighed.resolved.issuer.change_count;
        let reference = self.reference.map(|reference| reference.0).unwrap_or_default();
        let targets = weighed.resolved.targets();
        let instruction = propose_change(&targets, admin, payer, id, change, reference);
        let due = session.now().await?.saturating_add(weighed.wait.into());
        let checker = if weighed.needs_checker { "has to approve it" } else { "not needed" };
        let title = format!("propose to change {name}, as change {id}");
        let plan = weighed
            .plan(title, instruction, session)?
            .detail("executable from", time::shown(due))
            .detail("checker", checker);
        session.carry_out(plan).await?;
        Ok(())
    }
}
