//! Corporate actions: announced, approved, scheduled, settled.
//!
//! - [`kind`]: the sixteen kinds as they are written, [`terms`]: what they say on chain
//! - [`dates`]: their dates and document; [`preview`]: the multiplier that comes of them
//! - [`announce`], [`steps`]: from announcement to settlement
//! - [`calendar`]: what is to come and what was; [`words`]: an action in words

pub mod announce;
pub mod calendar;
pub mod dates;
pub mod kind;
pub mod preview;
pub mod steps;
pub mod terms;
pub mod words;

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "tests"
)]
mod tests;

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip action`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Announce an action: `scrip action announce AAPLx split --ratio 4:1 --effective 2026-12-01T09:30:00-05:00 ...`
    Announce(announce::Announce),
    /// Announce an action anew, with other terms and dates. The notice begins again, and an approval is gone
    Amend(announce::Amend),
    /// Approve an action that somebody else has announced
    Approve(steps::Approve),
    /// Make an action binding: from its effective time on it is in force, by the clock
    Schedule(steps::Schedule),
    /// Cancel an action that is not in force, for ever
    Cancel(steps::Cancel),
    /// Close the books on an action that is in force and has paid all that it pays. Anybody can
    Settle(steps::Settle),
    /// The calendar of a share: what is to come, and what is in force and not settled
    List(calendar::List),
    /// Everything about one action
    Show(calendar::Show),
    /// The multiplier over time, from the accounts alone
    History(calendar::History),
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Announce(announce) => announce.run(session).await,
            Self::Amend(amend) => amend.run(session).await,
            Self::Approve(approve) => approve.run(session).await,
            Self::Schedule(schedule) => schedule.run(session).await,
            Self::Cancel(cancel) => cancel.run(session).await,
            Self::Settle(settle) => settle.run(session).await,
            Self::List(list) => list.run(session).await,
            Self::Show(show) => show.run(session).await,
            Self::History(history) => history.run(session).await,
        }
    }
}
