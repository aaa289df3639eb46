//! Settings: changed at once, or through the queue.
//!
//! - [`setting`]: the sixteen settings as they are written, [`policy`] one of them; [`resolve`]: what they are on chain
//! - [`current`]: a setting as it stands; [`words`]: a setting in words
//! - [`make`]: changed at once, or proposed; [`queue`]: approved, carried out, cancelled, listed

pub mod current;
pub mod make;
pub mod policy;
pub mod queue;
pub mod resolve;
pub mod setting;
pub mod words;

use clap::Subcommand;

use crate::session::Session;

/// The commands of `scrip change`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Change a setting at once: if it tightens, or while there is no timelock
    Set(make::Set),
    /// Put a change into the queue, where it waits for the timelock, a checker, or both
    Propose(make::Propose),
    /// The queue: what is to change, from when on, and who has approved it
    List,
    /// Approve a change that the admin has proposed, as a checker
    Approve(queue::Approve),
    /// Carry out a change that is due. Anybody can
    Execute(queue::Execute),
    /// Take a change out of the queue
    Cancel(queue::Cancel),
}

impl Command {
    /// Does it, and prints what came of it.
    pub async fn run(self, session: &Session) -> anyhow::Result<()> {
        match self {
            Self::Set(set) => set.run(session).await,
            Self::Propose(propose) => propose.run(session).await,
            Self::List => queue::list(session).await,
            Self::Approve(approve) => approve.run(session).await,
            Self::Execute(execute) => execute.run(session).await,
            Self::Cancel(cancel) => cancel.run(session).await,
        }
    }
}
