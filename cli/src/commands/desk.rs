//! Trading of a share stopped and started: halted and resumed, paused and unpaused.

use clap::{Args, ValueEnum};
use scrip_client::instructions::desk;
use scrip_issuer::HaltTradingArgs;
use scrip_issuer::state::{
    PERMISSION_HALT, PERMISSION_PAUSE, PERMISSION_RESUME, PERMISSION_UNPAUSE,
};
use scrip_rules::policy::HaltReason;

use crate::plan::Plan;
use crate::session::Session;
use crate::values::time::{self, Moment};

/// `scrip halt`
#[derive(Args, Debug)]
pub struct Halt {
    /// Symbol or mint of the share
    asset: String,
    /// Why
    #[arg(long, value_enum)]
    reason: Reason,
    /// When trading resumes by itself [default: when it is resumed]
    #[arg(long, value_name = "TIME")]
    until: Option<Moment>,
}

/// Why trading is halted.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Reason {
    /// Material news is about to be published
    News,
    /// A regulator or court demands it
    Regulatory,
    /// The primary listing is halted
    PrimaryMarket,
    /// Something is wrong with the token's own operation
    Operational,
}

/// `scrip resume`, `scrip pause` and `scrip unpause`
#[derive(Args, Debug)]
pub struct Asset {
    /// Symbol or mint of the share
    asset: String,
}

impl Halt {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let actor = session.staff(&share, PERMISSION_HALT).await?;
        let reason = match self.reason {
            Reason::News => HaltReason::NewsPending,
            Reason::Regulatory => HaltReason::Regulatory,
            Reason::PrimaryMarket => HaltReason::PrimaryMarket,
            Reason::Operational => HaltReason::Operational,
        };
        let until = match self.until {
            Some(until) => until.resolve(session.now().await?),
            None => 0,
        };
        let halt = desk::halt(actor, &share, HaltTradingArgs { reason: reason as u8, until });
        let ends = if until == 0 { "when it is resumed".to_owned() } else { time::shown(until) };
        let plan = Plan::new(format!("halt trading of {}", self.asset), vec![halt])
            .detail("stops", "transfers; minting and redemption go on")
            .detail("ends", ends);
        session.carry_out(plan).await.map(drop)
    }
}

impl Asset {
    /// Resumes trading.
    pub async fn resume(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let resume = desk::resume(session.staff(&share, PERMISSION_RESUME).await?, &share);
        let plan = Plan::new(format!("resume trading of {}", self.asset), vec![resume]);
        session.carry_out(plan).await.map(drop)
    }

    /// Pauses the mint.
    pub async fn pause(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let pause = desk::pause(session.staff(&share, PERMISSION_PAUSE).await?, &share);
        let plan = Plan::new(format!("pause {}", self.asset), vec![pause])
            .detail("stops", "transfers, minting and redemption");
        session.carry_out(plan).await.map(drop)
    }

    /// Ends a pause.
    pub async fn unpause(self, session: &Session) -> anyhow::Result<()> {
        let share = session.share(&self.asset).await?.addresses;
        let unpause = desk::unpause(session.staff(&share, PERMISSION_UNPAUSE).await?, &share);
        let plan = Plan::new(format!("end the pause of {}", self.asset), vec![unpause]);
        session.carry_out(plan).await.map(drop)
    }
}
