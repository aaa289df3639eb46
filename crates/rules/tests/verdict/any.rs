//! Situations of every kind, with times, amounts and countries close enough together to meet.

use proptest::prelude::*;
use scrip_rules::classes::ClassRule;
use scrip_rules::holder::{HolderFacts, HolderKind, HolderStatus};
use scrip_rules::jurisdiction::{JurisdictionMode, Jurisdictions};
use scrip_rules::paths::{self, Paths};
use scrip_rules::policy::{AdmissionMode, Blackout, Halt, Limits, PolicyFacts};
use scrip_rules::refusal::RecordFault;
use scrip_rules::verdict::{Record, Transfer};

use crate::{NOW, Situation, allowed};

/// Countries are taken from these few, so that lists and holders have some in common.
pub const COUNTRIES: [u16; 5] = [0, 276, 756, 840, 1_023];

pub fn time() -> impl Strategy<Value = i64> {
    prop_oneof![6 => (-2i64..=2).prop_map(|left| NOW + left), 1 => Just(0), 1 => any::<i64>()]
}

/// Such that most of what is locked or valid until then is no longer locked, or still valid.
fn mostly(at: i64) -> impl Strategy<Value = i64> {
    prop_oneof![2 => Just(at), 1 => time()]
}

fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0u64..6, 2 => Just(u64::MAX), 1 => Just(u64::MAX - 1), 1 => any::<u64>()]
}

fn country() -> impl Strategy<Value = u16> {
    prop_oneof![6 => proptest::sample::select(&COUNTRIES[1..4]), 1 => any::<u16>(), 1 => Just(0)]
}

pub fn holder() -> impl Strategy<Value = HolderFacts> {
    use HolderStatus::{Active, Revoked, Sanctioned, Suspended};
    let status = prop_oneof![
        8 => Just(Active),
        1 => Just(Suspended),
        1 => Just(Revoked),
        1 => Just(Sanctioned)
    ];
    let kind = prop_oneof![2 => Just(HolderKind::Wallet), 1 => Just(HolderKind::Venue)];
    let times = (mostly(i64::MAX), mostly(0));
    (kind, status, country(), 0u8..16, times).prop_map(
        |(kind, status, jurisdiction, investor_classes, (kyc_expires_at, locked_until))| {
            HolderFacts {
                kind,
                status,
                jurisdiction,
                investor_classes,
                kyc_expires_at,
                locked_until,
            }
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    use RecordFault::{Forged, Missing, OtherRegistry, OtherWallet};
    prop_oneof![
        8 => holder().prop_map(Record::Holder),
        2 => Just(Record::Fault(Missing)),
        1 => proptest::sample::select(&[Forged, OtherRegistry, OtherWallet])
            .prop_map(Record::Fault),
        1 => Just(Record::Asset),
    ]
}

pub fn policy() -> impl Strategy<Value = PolicyFacts<'static>> {
    use AdmissionMode::{Allowlist, Open};
    use JurisdictionMode::{Allow, Deny};
    let admission = prop_oneof![3 => Just(Some(Allowlist)), 3 => Just(Some(Open)), 1 => Just(None)];
    let mode = prop_oneof![3 => Just(Some(Allow)), 3 => Just(Some(Deny)), 1 => Just(None)];
    let paths = prop_oneof![2 => Just(paths::ALL), 1 => any::<u16>()];
    let halt = (prop_oneof![3 => Just(0), 1 => any::<u8>()], time());
    let window = prop_oneof![2 => Just((0, 0)), 1 => (time(), time())];
    let limits = (amount(), amount());
    let classes = (prop_oneof![Just(0), 0u8..16], prop_oneof![2 => Just(0), 1 => 0u8..16]);
    (admission, mode, paths, halt, window, mostly(0), limits, classes).prop_map(
        |(admission, mode, paths, halt, window, locked_until, limits, classes)| PolicyFacts {
            admission,
            paths: Paths(paths),
            halt: Halt { reason: halt.0, until: halt.1 },
            blackout: Blackout { from: window.0, until: window.1 },
            locked_until,
            limits: Limits { max_balance: limits.0, max_transfer: limits.1 },
            classes: ClassRule { admitted: classes.0, refused: classes.1 },
            jurisdictions: Jurisdictions { mode, ..allowed().policy.jurisdictions },
        },
    )
}

pub fn situation() -> impl Strategy<Value = Situation> {
    let transfer = (proptest::bool::weighted(0.1), amount(), amount());
    let countries = proptest::sample::subsequence(COUNTRIES.to_vec(), 0..=COUNTRIES.len());
    (policy(), countries, record(), record(), transfer).prop_map(
        |(policy, countries, source, destination, (signed_by_asset, amount, balance_after))| {
            let transfer = Transfer { signed_by_asset, amount, balance_after };
            let mut situation = Situation { policy, source, destination, transfer, ..allowed() };
            situation.list(&countries);
            situation
        },
    )
}
