//! A snapshot, computed anew on this machine and held against the action that it is for.

use std::path::{Path, PathBuf};

use anyhow::{bail, ensure};
use scrip_issuer::OpenPayoutArgs;
use scrip_issuer::state::Payout;

use super::which::{Found, Which};
use crate::session::Session;
use crate::snapshot::directory::LEAVES;
use crate::snapshot::stated_terms::StatedTerms;
use crate::snapshot::tree::hex;
use crate::snapshot::verify::{Verified, Verify};
use crate::values::reference::hash_of;
use crate::values::time;

/// A snapshot that holds together, and the payout that it is for.
pub struct Checked {
    /// What is in it.
    pub snapshot: Verified,
    /// The payout.
    pub found: Found,
    /// SHA-256 of its leaves.
    pub hash: [u8; 32],
}

/// Computes the snapshot in `directory` anew, and finds the payout that it is for.
///
/// # Errors
/// If it does not hold together, or is for no payout of this action.
pub async fn read(session: &Session, which: &Which, directory: &Path) -> anyhow::Result<Checked> {
    let snapshot = Verify { dir: PathBuf::from(directory) }.check()?;
    let found = which.of_snapshot(session, &snapshot.payout).await?;
    let mint = found.share.addresses.mint;
    ensure!(
        snapshot.summary.mint == mint.to_string(),
        "this snapshot is of the share {}, and the action is of {mint}",
        snapshot.summary.mint
    );
    Ok(Checked { snapshot, found, hash: hash_of(&directory.join(LEAVES))? })
}

impl Checked {
    /// Fails unless it was taken on the action's terms. `payout` is the account, if it is open.
    ///
    /// # Errors
    /// With what the snapshot says, and what the action does.
    pub async fn on_its_terms(
        &self,
        session: &Session,
        payout: Option<&Payout>,
    ) -> anyhow::Result<()> {
        let other = match payout.map(|payout| payout.multiplier).filter(|scaled| *scaled != 0) {
            Some(scaled) => Some(scrip_rules::multiplier::Multiplier::from_scaled(scaled)?),
            None => self.found.other_multiplier(session).await?,
        };
        let basis = self.found.basis(other)?;
        let summary = &self.snapshot.summary;
        if summary.terms.parse()? != basis.terms || summary.choice != basis.choice {
            bail!(
                "this snapshot was taken on other terms than those of action {}\n  seen: {}, choice {:?}\n  must be: \
                 {}, choice {:?}\n  take it anew with {}",
                self.found.action.sequence,
                serde_json::to_string(&summary.terms)?,
                summary.choice,
                serde_json::to_string(&StatedTerms::from(&basis.terms))?,
                basis.choice,
                basis.options(&self.found)
            );
        }
        Ok(())
    }

    /// When it was taken, by the node's clock. That of a local validator does not follow when time is moved, so this is
    /// told, and not enforced.
    #[must_use]
    pub fn taken(&self) -> String {
        let record_at = self.found.action.dates.record_at;
        match self.snapshot.summary.block_time {
            None => "from a file of accounts, at a time that is not known here".to_owned(),
            Some(taken) if taken <= record_at => format!(
                "{}, BEFORE the record date is over at {}: unless your node's clock is wrong, take it anew",
                time::shown(taken),
                time::shown(record_at)
            ),
            Some(taken) => time::shown(taken),
        }
    }

    /// Fails unless the payout was opened with this snapshot.
    ///
    /// # Errors
    /// With both roots.
    pub fn is_published(&self, payout: &Payout) -> anyhow::Result<()> {
        ensure!(
            payout.root == self.snapshot.root,
            "the payout was opened with the root {}, and this snapshot has {}: it is another one",
            hex(&payout.root),
            hex(&self.snapshot.root)
        );
        Ok(())
    }

    /// What the payout is opened with.
    #[must_use]
    pub const fn opening(&self, deadline: i64) -> OpenPayoutArgs {
        let totals = &self.snapshot.summary.totals;
        OpenPayoutArgs {
            total: totals.net.0,
            root: self.snapshot.root,
            leaves: self.snapshot.summary.leaves,
            withheld: totals.withheld.0,
            snapshot_hash: self.hash,
            deadline,
        }
    }
}
