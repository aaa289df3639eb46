//! Which changes of terms have to wait, one at a time. Of each that has to, a transfer is shown that it
//! lets through and the old terms do not; the way back need not wait.

use scrip_rules::classes::{ClassRule, PROFESSIONAL, RETAIL, US_PERSON};
use scrip_rules::jurisdiction::JurisdictionMode;
use scrip_rules::loosening::terms_loosen;
use scrip_rules::paths::{ALL, ALL_KNOWN, Paths, UNKNOWN_TO_WALLET, WALLET_TO_WALLET};
use scrip_rules::policy::{AdmissionMode, UNLIMITED};
use scrip_rules::refusal::RecordFault;
use scrip_rules::verdict::Record;

use crate::{NOW, SWITZERLAND, Situation, UNITED_STATES, allowed};

/// A change to a situation.
type Change = fn(&mut Situation);

/// Whether the terms of `new` loosen those of `old`, at `old`'s time.
fn loosens(new: &Situation, old: &Situation) -> bool {
    let (new_lock, old_lock) = (new.policy.locked_until, old.policy.locked_until);
    terms_loosen(&new.terms(), new_lock, &old.terms(), old_lock, old.now)
}

/// What is stricter about the old terms, what is looser about the new ones, what a transfer is like that
/// shows it, and what the change is called.
const LOOSER: &[(&str, Change, Change, Change)] = &[
    (
        "records no longer needed",
        |it| it.policy.paths = Paths(ALL),
        |it| it.policy.admission = Some(AdmissionMode::Open),
        |it| it.destination = Record::Fault(RecordFault::Missing),
    ),
    (
        "a known mode in place of one that is not, and that one open",
        |it| (it.policy.admission, it.policy.paths) = (None, Paths(ALL)),
        |it| it.policy.admission = Some(AdmissionMode::Open),
        |it| it.source = Record::Fault(RecordFault::Missing),
    ),
    (
        "a path",
        |it| it.policy.paths = Paths(ALL_KNOWN & !WALLET_TO_WALLET),
        |it| it.policy.paths = Paths(ALL_KNOWN),
        |_| {},
    ),
    (
        "a path for unknown accounts",
        |it| it.policy.admission = Some(AdmissionMode::Open),
        |it| it.policy.paths = Paths(ALL_KNOWN | UNKNOWN_TO_WALLET),
        |it| it.source = Record::Fault(RecordFault::Missing),
    ),
    (
        "a unit more to hold",
        |_| {},
        |it| it.policy.limits.max_balance = 1_001,
        |it| it.transfer.balance_after = 1_001,
    ),
    (
        "anything to hold",
        |it| it.policy.limits.max_balance = UNLIMITED - 1,
        |it| it.policy.limits.max_balance = UNLIMITED,
        |it| it.transfer.balance_after = UNLIMITED,
    ),
    (
        "a unit more to move",
        |_| {},
        |it| it.policy.limits.max_transfer = 101,
        |it| it.transfer.amount = 101,
    ),
    (
        "a lock-up that is a second shorter",
        |it| it.policy.locked_until = NOW + 1,
        |it| it.policy.locked_until = NOW,
        |_| {},
    ),
    (
        "a lock-up that ends sooner, though not yet",
        |it| it.policy.locked_until = NOW + 100,
        |it| it.policy.locked_until = NOW + 99,
        |it| {
            it.now = NOW + 99;
            *it = it.with_sender(|of| of.kyc_expires_at = i64::MAX);
            *it = it.with_recipient(|of| of.kyc_expires_at = i64::MAX);
        },
    ),
    (
        "no lock-up any more",
        |it| it.policy.locked_until = i64::MAX,
        |it| it.policy.locked_until = 0,
        |_| {},
    ),
    (
        "a class admitted",
        |it| it.policy.classes.admitted = PROFESSIONAL,
        |it| it.policy.classes.admitted = PROFESSIONAL | RETAIL,
        |_| {},
    ),
    (
        "no class asked for",
        |it| it.policy.classes = ClassRule { admitted: RETAIL, refused: 0 },
        |it| it.policy.classes.admitted = 0,
        |it| *it = it.with_sender(|of| of.investor_classes = 0),
    ),
    (
        "a class no longer refused",
        |it| it.policy.classes = ClassRule { admitted: 0, refused: US_PERSON | RETAIL },
        |it| it.policy.classes.refused = US_PERSON,
        |_| {},
    ),
    (
        "a country allowed",
        |_| {},
        |it| it.list(&[SWITZERLAND, UNITED_STATES]),
        |it| *it = it.with_recipient(|of| of.jurisdiction = UNITED_STATES),
    ),
    (
        "a country no longer denied",
        |it| deny(it, &[276, UNITED_STATES]),
        |it| it.list(&[276]),
        |it| *it = it.with_recipient(|of| of.jurisdiction = UNITED_STATES),
    ),
    (
        "the first code allowed",
        |_| {},
        |it| it.list(&[1, SWITZERLAND]),
        |it| *it = it.with_sender(|of| of.jurisdiction = 1),
    ),
    (
        "the last code allowed",
        |_| {},
        |it| it.list(&[SWITZERLAND, 1_023]),
        |it| *it = it.with_sender(|of| of.jurisdiction = 1_023),
    ),
    (
        "all countries but one, in place of that one and another",
        |it| it.list(&[SWITZERLAND]),
        |it| deny(it, &[276]),
        |it| *it = it.with_sender(|of| of.jurisdiction = UNITED_STATES),
    ),
    (
        "a list in place of one that is not known",
        |it| it.policy.jurisdictions.mode = None,
        |it| it.policy.jurisdictions.mode = Some(JurisdictionMode::Allow),
        |_| {},
    ),
];

fn deny(situation: &mut Situation, countries: &[u16]) {
    situation.policy.jurisdictions.mode = Some(JurisdictionMode::Deny);
    situation.list(countries);
}

#[test]
fn what_loosens_lets_through_a_transfer_that_was_refused() {
    for (what, before, change, transfer) in LOOSER {
        let old = allowed().with(before);
        let new = old.with(change);
        assert!(loosens(&new, &old), "{what}");
        assert!(!loosens(&old, &new), "the way back from: {what}");
        assert!(old.with(transfer).verdict().is_err(), "{what}, before");
        assert_eq!(new.with(transfer).verdict(), Ok(()), "{what}, afterwards");
    }
}

#[test]
fn a_change_that_also_tightens_loosens_all_the_same() {
    for (what, before, change, _) in LOOSER {
        let old = allowed().with(before).with(|it| it.policy.limits.max_transfer = 50);
        let new = old.with(change).with(|it| it.list(&[]));
        let by_countries = old.countries != old.with(change).countries
            || old.policy.jurisdictions.mode != new.policy.jurisdictions.mode;
        assert!(by_countries || loosens(&new, &old), "{what}, and no countries");
        let new = old.with(change).with(|it| it.policy.paths = Paths(0));
        let by_paths = old.policy.paths != old.with(change).policy.paths;
        assert!(by_paths || loosens(&new, &old), "{what}, and no paths");
    }
}

#[test]
fn what_changes_nothing_does_not_loosen() {
    // Changes there and back of which neither lets anything through.
    let neither: &[(&str, Change, Change)] = &[
        ("the same", |_| {}, |_| {}),
        ("a lock-up that stays", |it| it.policy.locked_until = NOW + 100, |_| {}),
        (
            "a lock-up that is over",
            |it| it.policy.locked_until = NOW,
            |it| {
                it.policy.locked_until = 0;
            },
        ),
        ("a bit that is no country, allowed", |_| {}, |it| it.list(&[0, SWITZERLAND])),
        ("a bit that is no country, denied", |it| deny(it, &[0]), |it| it.list(&[])),
        (
            "a class that is refused anyway",
            |it| it.policy.classes.refused = US_PERSON,
            |it| it.policy.classes.admitted |= US_PERSON,
        ),
        ("a mode unheard of", |_| {}, |it| it.policy.admission = None),
        (
            "an empty list in place of one unheard of",
            |it| (it.policy.jurisdictions.mode, it.countries) = (None, [0; 128]),
            |it| it.policy.jurisdictions.mode = Some(JurisdictionMode::Allow),
        ),
        (
            "the same countries by the other list",
            |it| (0..1_024).for_each(|country| it.countries[country / 8] = 0xf0),
            |it| {
                it.policy.jurisdictions.mode = Some(JurisdictionMode::Deny);
                it.countries = [0x0f; 128];
            },
        ),
    ];
    for (what, before, change) in neither {
        let old = allowed().with(before);
        let new = old.with(change);
        assert!(!loosens(&new, &old), "{what}");
        assert!(!loosens(&old, &new), "the way back from: {what}");
    }
}
