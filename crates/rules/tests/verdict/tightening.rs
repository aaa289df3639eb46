//! A stricter policy, a worse standing or a larger amount never lets through what was refused before.
//! (It may be refused for another reason.)

use proptest::prelude::*;
use scrip_rules::holder::{HolderFacts, HolderStatus};
use scrip_rules::jurisdiction::JurisdictionMode;
use scrip_rules::paths::{ALL, Paths};
use scrip_rules::policy::{AdmissionMode, Blackout, HIDDEN_AMOUNT, Halt};
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::verdict::Record;

use crate::any::{COUNTRIES, situation};
use crate::{NOW, Situation, allowed, wallet};

/// What it is called, and what it does; the number says how much or which.
type Change<T> = (&'static str, fn(&mut T, u16));

/// The ways to make one term of a policy stricter.
const STRICTER_POLICY: &[Change<Situation>] = &[
    ("records needed", |it, _| it.policy.admission = Some(AdmissionMode::Allowlist)),
    ("a mode unheard of", |it, _| it.policy.admission = None),
    ("a path closed", |it, by| it.policy.paths = Paths(it.policy.paths.0 & !(1 << (by % 9)))),
    ("a halt", |it, by| it.policy.halt.reason |= (by % 5) as u8),
    ("a longer halt", |it, by| {
        let halt = &mut it.policy.halt;
        halt.until = if halt.until == 0 { 0 } else { later(halt.until, by) };
    }),
    ("a halt without an end", |it, _| it.policy.halt.until = 0),
    ("a longer blackout", |it, by| it.policy.blackout.until = later(it.policy.blackout.until, by)),
    ("an earlier blackout", |it, by| {
        it.policy.blackout.from = it.policy.blackout.from.saturating_sub(i64::from(by));
    }),
    ("a longer lock-up", |it, by| it.policy.locked_until = later(it.policy.locked_until, by)),
    ("a lower limit of holding", |it, by| {
        let limit = &mut it.policy.limits.max_balance;
        *limit = limit.saturating_sub(by.into());
    }),
    ("a lower limit of moving", |it, by| {
        let limit = &mut it.policy.limits.max_transfer;
        *limit = limit.saturating_sub(by.into());
    }),
    ("a class refused", |it, by| it.policy.classes.refused |= 1 << (by % 4)),
    ("a class no longer admitted", |it, by| {
        let fewer = it.policy.classes.admitted & !(1 << (by % 4));
        // Nothing admitted would mean that no class is asked for.
        if fewer != 0 {
            it.policy.classes.admitted = fewer;
        }
    }),
    ("a class asked for", |it, by| {
        if it.policy.classes.admitted == 0 {
            it.policy.classes.admitted = 1 << (by % 4);
        }
    }),
    ("a country less", |it, by| {
        let country = COUNTRIES[usize::from(by) % COUNTRIES.len()];
        let byte = &mut it.countries[usize::from(country / 8)];
        match it.policy.jurisdictions.mode {
            Some(JurisdictionMode::Allow) => *byte &= !(1 << (country % 8)),
            Some(JurisdictionMode::Deny) => *byte |= 1 << (country % 8),
            None => {}
        }
    }),
    ("a list unheard of", |it, _| it.policy.jurisdictions.mode = None),
];

/// The ways to make the standing of a holder worse.
const WORSE_STANDING: &[Change<HolderFacts>] = &[
    ("suspended", |it, _| it.status = HolderStatus::Suspended),
    ("revoked", |it, _| it.status = HolderStatus::Revoked),
    ("sanctioned", |it, _| it.status = HolderStatus::Sanctioned),
    ("checked for less long", |it, by| {
        it.kyc_expires_at = it.kyc_expires_at.saturating_sub(i64::from(by));
    }),
    ("locked up for longer", |it, by| it.locked_until = later(it.locked_until, by)),
];

fn later(time: i64, by: u16) -> i64 {
    time.saturating_add(i64::from(by))
}

/// Small steps, which cross a bound, as often as large ones.
fn step() -> impl Strategy<Value = u16> {
    prop_oneof![0u16..8, any::<u16>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_stricter_policy_allows_nothing_more(situation in situation(), by in step()) {
        for (what, stricter) in STRICTER_POLICY {
            let then = situation.with(|it| stricter(it, by));
            prop_assert!(situation.verdict().is_ok() || then.verdict().is_err(), "{}", what);
        }
    }

    #[test]
    fn a_worse_standing_allows_nothing_more(situation in situation(), by in step()) {
        for (what, worse) in WORSE_STANDING {
            for then in [
                situation.with_sender(|it| worse(it, by)),
                situation.with_recipient(|it| worse(it, by)),
            ] {
                prop_assert!(situation.verdict().is_ok() || then.verdict().is_err(), "{}", what);
            }
        }
    }

    #[test]
    fn a_larger_amount_is_allowed_nothing_more(situation in situation(), by in step()) {
        let then = situation.with(|it| {
            it.transfer.amount = it.transfer.amount.saturating_add(by.into());
            it.transfer.balance_after = it.transfer.balance_after.saturating_add(by.into());
        });
        prop_assert!(situation.verdict().is_ok() || then.verdict().is_err());
    }

    #[test]
    fn no_policy_stops_the_asset(situation in situation(), by in step()) {
        for (_, stricter) in STRICTER_POLICY {
            let mut then = situation.with(|it| stricter(it, by));
            then.transfer.signed_by_asset = true;
            prop_assert_eq!(then.verdict(), Ok(()));
        }
    }
}

#[test]
fn every_tightening_can_stop_a_transfer() {
    // A tightening that changed nothing would keep the properties above for nothing.
    let loose = allowed().with(|it| {
        it.policy.admission = Some(AdmissionMode::Open);
        it.policy.paths = Paths(ALL);
        it.policy.halt = Halt { reason: 0, until: 0 };
        it.policy.blackout = Blackout { from: NOW + 1, until: NOW + 2 };
    });
    let situations = [
        loose.clone(),
        loose.with(|it| it.source = Record::Fault(RecordFault::Missing)),
        loose.with(|it| it.policy.halt = Halt { reason: 1, until: NOW }),
        loose
            .with(|it| it.policy.blackout.from = NOW - 5)
            .with(|it| it.policy.blackout.until = NOW),
        loose.with(|it| it.policy.classes.admitted = 0),
    ];
    for (what, stricter) in STRICTER_POLICY {
        let stops = |it: &Situation| {
            (0..10)
                .any(|by| it.verdict().is_ok() && it.with(|it| stricter(it, by)).verdict().is_err())
        };
        assert!(situations.iter().any(stops), "{what}");
    }
    for (what, worse) in WORSE_STANDING {
        assert!(loose.with_sender(|it| worse(it, 1)).verdict().is_err(), "{what}");
    }
}

#[test]
fn a_record_taken_away_may_set_its_wallet_free() {
    // The exception, which is why a barred record cannot be closed: where no record is needed, having
    // none is better than having a bad one.
    let mut situation = allowed();
    situation.policy.admission = Some(AdmissionMode::Open);
    situation.policy.paths = Paths(ALL);
    let barred = HolderFacts { status: HolderStatus::Sanctioned, ..wallet() };
    situation.source = Record::Holder(barred);
    assert_eq!(situation.verdict(), Err(Refusal::SourceSanctioned));
    assert!(!barred.status.may_close());
    situation.source = Record::Fault(RecordFault::Missing);
    assert_eq!(situation.verdict(), Ok(()));
}

#[test]
fn the_largest_amount_is_the_hidden_one() {
    let mut situation = allowed();
    situation.transfer.amount = HIDDEN_AMOUNT - 1;
    assert_eq!(situation.verdict(), Err(Refusal::OverMaxTransfer));
    situation.transfer.amount = HIDDEN_AMOUNT;
    assert_eq!(situation.verdict(), Err(Refusal::AmountHidden));
}
