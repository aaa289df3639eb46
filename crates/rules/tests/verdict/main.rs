//! The transfer verdict.
//!
//! - [`cases`]: a table of what is refused, and why, one thing wrong at a time
//! - [`order`]: which of several reasons is told, and that no record is read in vain
//! - [`issue`]: the same for new shares
//! - [`loosening`]: which changes of terms have to wait, by cases
//! - [`model`]: the whole verdict again, written as a list of objections, held against the real one
//! - [`tightening`]: a stricter policy never lets through what was refused
//! - [`waiting`]: a change of terms that need not wait lets through nothing new
//! - here: a situation, in which nothing is wrong unless a test changes it
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::unwrap_used
)]

mod any;
mod cases;
mod issue;
mod loosening;
mod model;
mod order;
mod tightening;
mod waiting;

use scrip_rules::classes::{ClassRule, PROFESSIONAL, RETAIL, US_PERSON};
use scrip_rules::holder::{HolderFacts, HolderKind, HolderStatus};
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode, Jurisdictions};
use scrip_rules::paths::{ALL_KNOWN, Paths};
use scrip_rules::policy::{AdmissionMode, Blackout, Halt, Limits, PolicyFacts};
use scrip_rules::refusal::Refusal;
use scrip_rules::terms::Terms;
use scrip_rules::verdict::{Record, Transfer, issue, verdict};

const NOW: i64 = 1_782_993_586;
const SWITZERLAND: u16 = 756;
const UNITED_STATES: u16 = 840;

/// Everything that a verdict looks at.
#[derive(Clone, Debug)]
struct Situation {
    policy: PolicyFacts<'static>,
    /// In place of the policy's own, which borrows.
    countries: [u8; BITMAP_BYTES],
    source: Record,
    destination: Record,
    transfer: Transfer,
    now: i64,
}

impl Situation {
    /// The verdict.
    fn verdict(&self) -> Result<(), Refusal> {
        let (source, destination) = (|| self.source, || self.destination);
        verdict(&self.facts(), source, destination, self.transfer, self.now)
    }

    /// The verdict on new shares for the recipient.
    fn issue(&self) -> Result<(), Refusal> {
        issue(&self.facts(), &self.destination, self.transfer.balance_after, self.now)
    }

    /// What an issuer chose about the policy.
    fn terms(&self) -> Terms<'_> {
        let PolicyFacts { admission, paths, classes, limits, jurisdictions, .. } = self.facts();
        Terms { admission, paths: paths.0, classes, limits, jurisdictions }
    }

    /// The facts of the policy.
    fn facts(&self) -> PolicyFacts<'_> {
        let mode = self.policy.jurisdictions.mode;
        PolicyFacts {
            jurisdictions: Jurisdictions { mode, bitmap: &self.countries },
            ..self.policy
        }
    }

    /// The same with a change.
    fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }

    /// The same with a change to the facts of the sender.
    fn with_sender(&self, change: impl FnOnce(&mut HolderFacts)) -> Self {
        self.with(|situation| situation.source = changed(situation.source, change))
    }

    /// The same with a change to the facts of the recipient.
    fn with_recipient(&self, change: impl FnOnce(&mut HolderFacts)) -> Self {
        self.with(|situation| situation.destination = changed(situation.destination, change))
    }

    /// The countries in the policy's list become exactly these.
    fn list(&mut self, countries: &[u16]) {
        self.countries = [0; BITMAP_BYTES];
        for country in countries {
            self.countries[usize::from(country / 8)] |= 1 << (country % 8);
        }
    }
}

fn changed(record: Record, change: impl FnOnce(&mut HolderFacts)) -> Record {
    let Record::Holder(mut facts) = record else { return record };
    change(&mut facts);
    Record::Holder(facts)
}

/// A wallet of whom there is nothing to object to.
fn wallet() -> HolderFacts {
    HolderFacts {
        kind: HolderKind::Wallet,
        status: HolderStatus::Active,
        jurisdiction: SWITZERLAND,
        investor_classes: RETAIL,
        kyc_expires_at: NOW + 1,
        locked_until: NOW,
    }
}

/// A venue, of which no more is known than that it is one.
fn venue() -> HolderFacts {
    HolderFacts {
        kind: HolderKind::Venue,
        jurisdiction: 0,
        investor_classes: 0,
        kyc_expires_at: i64::MAX,
        ..wallet()
    }
}

/// A transfer that is allowed under a policy with every rule switched on, each by a hair's breadth.
fn allowed() -> Situation {
    let mut situation = Situation {
        policy: PolicyFacts {
            admission: Some(AdmissionMode::Allowlist),
            paths: Paths(ALL_KNOWN),
            halt: Halt { reason: 1, until: NOW },
            blackout: Blackout { from: NOW - 5, until: NOW },
            locked_until: NOW,
            limits: Limits { max_balance: 1_000, max_transfer: 100 },
            classes: ClassRule { admitted: RETAIL | PROFESSIONAL, refused: US_PERSON },
            jurisdictions: Jurisdictions {
                mode: Some(JurisdictionMode::Allow),
                bitmap: &[0; BITMAP_BYTES],
            },
        },
        countries: [0; BITMAP_BYTES],
        source: Record::Holder(wallet()),
        destination: Record::Holder(wallet()),
        transfer: Transfer { signed_by_asset: false, amount: 100, balance_after: 1_000 },
        now: NOW,
    };
    situation.list(&[SWITZERLAND]);
    situation
}
