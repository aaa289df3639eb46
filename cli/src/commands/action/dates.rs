//! Dates and document of an action, as they are written.

use std::path::PathBuf;

use clap::Args;
use scrip_issuer::state::ActionDates;
use scrip_rules::corporate_action::TermsForm;

use crate::values::reference::{Reference, hash_of};
use crate::values::time::Moment;

/// Dates, each as 2026-12-01T09:30:00-05:00, as unix seconds, or as +2d from the chain's time; and the document.
#[derive(Args, Clone, Debug)]
pub struct Notice {
    /// From this second on it is in force
    #[arg(long, value_name = "TIME", help_heading = "Dates")]
    pub effective: Moment,
    /// From here on a buyer on the share's exchange does not get what is distributed; told, not enforced
    #[arg(long, value_name = "TIME", help_heading = "Dates")]
    pub ex: Option<Moment>,
    /// Who holds at the end of this second is entitled [default: --effective, where holders are paid by a snapshot]
    #[arg(long, value_name = "TIME", help_heading = "Dates")]
    pub record: Option<Moment>,
    /// From this second on it is paid [default: --effective, where holders are paid by a snapshot]
    #[arg(long, value_name = "TIME", help_heading = "Dates")]
    pub payable: Option<Moment>,
    /// Until then holders choose [default: --record, where they choose]
    #[arg(long, value_name = "TIME", help_heading = "Dates")]
    pub elect_by: Option<Moment>,
    /// First second in which transfers, minting and redemption stand still
    #[arg(long, value_name = "TIME", help_heading = "Dates", requires = "blackout_until")]
    pub blackout_from: Option<Moment>,
    /// The second after they do; at most a week later
    #[arg(long, value_name = "TIME", help_heading = "Dates", requires = "blackout_from")]
    pub blackout_until: Option<Moment>,
    #[command(flatten)]
    pub document: Document,
}

/// The company's announcement.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct Document {
    /// The company's announcement, whose SHA-256 is published
    #[arg(long, value_name = "FILE")]
    pub document: Option<PathBuf>,
    /// Its SHA-256 instead, as 64 hexadecimal digits
    #[arg(long, value_name = "SHA256")]
    pub document_hash: Option<Reference>,
}

impl Document {
    /// Its SHA-256.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn hash(&self) -> anyhow::Result<[u8; 32]> {
        match (&self.document, self.document_hash) {
            (Some(file), _) => hash_of(file),
            (None, hash) => Ok(hash.map(|hash| hash.0).unwrap_or_default()),
        }
    }
}

impl Notice {
    /// All dates of an action with terms of this form, in unix seconds, if the chain's time is `now`. Those that it
    /// does not have are zero.
    #[must_use]
    pub fn dates(&self, form: TermsForm, now: i64) -> ActionDates {
        let at = |moment: Option<Moment>| moment.map_or(0, |moment| moment.resolve(now));
        let effective_at = self.effective.resolve(now);
        let by_snapshot = |moment: Option<Moment>| match moment {
            None if form.is_distribution() => effective_at,
            moment => at(moment),
        };
        let record_at = by_snapshot(self.record);
        let elect_by = match self.elect_by {
            None if form == TermsForm::Choice => record_at,
            moment => at(moment),
        };
        ActionDates {
            ex_at: at(self.ex),
            record_at,
            effective_at,
            payable_at: by_snapshot(self.payable),
            elect_by,
            blackout_from: at(self.blackout_from),
            blackout_until: at(self.blackout_until),
        }
    }
}
