//! One thing wrong at a time, and what is said of it.

use scrip_rules::classes::{PROFESSIONAL, QUALIFIED, RETAIL, US_PERSON};
use scrip_rules::holder::{HolderFacts, HolderStatus};
use scrip_rules::jurisdiction::JurisdictionMode;
use scrip_rules::paths::{self, Paths};
use scrip_rules::policy::{AdmissionMode, Blackout, HIDDEN_AMOUNT, Halt, UNLIMITED};
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::verdict::Record;

use crate::{NOW, SWITZERLAND, Situation, UNITED_STATES, allowed, venue, wallet};

/// A change to the situation in which all is well, what it is called, and what is said of it.
type Case = (&'static str, fn(&mut Situation), Result<(), Refusal>);

fn assert_cases(cases: &[Case]) {
    for (what, change, expected) in cases {
        assert_eq!(allowed().with(change).verdict(), *expected, "{what}");
    }
}

#[test]
fn nothing_speaks_against_it() {
    assert_eq!(allowed().verdict(), Ok(()));
}

#[test]
fn standstills() {
    assert_cases(&[
        ("halted", |it| it.policy.halt.until = 0, Err(Refusal::Halted)),
        ("a second of halt left", |it| it.policy.halt.until = NOW + 1, Err(Refusal::Halted)),
        (
            "halted for a reason unheard of",
            |it| it.policy.halt = Halt { reason: 255, until: 0 },
            Err(Refusal::Halted),
        ),
        (
            "no halt, whatever its end",
            |it| it.policy.halt = Halt { reason: 0, until: NOW + 1 },
            Ok(()),
        ),
        (
            "first second of the blackout",
            |it| it.policy.blackout = Blackout { from: NOW, until: NOW + 1 },
            Err(Refusal::Blackout),
        ),
        (
            "a blackout yet to come",
            |it| it.policy.blackout = Blackout { from: NOW + 1, until: NOW + 2 },
            Ok(()),
        ),
        ("locked up", |it| it.policy.locked_until = NOW + 1, Err(Refusal::AssetLocked)),
        ("a clock a second slow", |it| it.now = NOW - 1, Err(Refusal::Halted)),
    ]);
}

/// What can be wrong with the facts of a holder, how it comes about, and what it is in the rules.
type Fault = (&'static str, fn(&mut HolderFacts), RecordFault);

/// Everything that can be wrong with them.
const FAULTS: &[Fault] = &[
    ("suspended", |it| it.status = HolderStatus::Suspended, RecordFault::Suspended),
    ("revoked", |it| it.status = HolderStatus::Revoked, RecordFault::Revoked),
    ("sanctioned", |it| it.status = HolderStatus::Sanctioned, RecordFault::Sanctioned),
    ("expired", |it| it.kyc_expires_at = NOW, RecordFault::Expired),
    ("of another country", |it| it.jurisdiction = UNITED_STATES, RecordFault::Jurisdiction),
    ("of no country", |it| it.jurisdiction = 0, RecordFault::Jurisdiction),
    ("of no class", |it| it.investor_classes = 0, RecordFault::ClassNotAdmitted),
    ("of another class", |it| it.investor_classes = QUALIFIED, RecordFault::ClassNotAdmitted),
    (
        "of a refused class as well",
        |it| it.investor_classes = RETAIL | US_PERSON,
        RecordFault::ClassRefused,
    ),
];

#[test]
fn each_fault_of_a_holder_is_told_for_its_side() {
    for (what, change, fault) in FAULTS {
        let (source, destination) = (Refusal::of_source(*fault), Refusal::of_destination(*fault));
        assert_eq!(allowed().with_sender(change).verdict(), Err(source), "a sender {what}");
        assert_eq!(
            allowed().with_recipient(change).verdict(),
            Err(destination),
            "a recipient {what}"
        );
    }
}

#[test]
fn a_record_that_is_not_to_be_believed_is_refused_in_every_mode() {
    use RecordFault::{Forged, Missing, OtherRegistry, OtherWallet};
    for admission in [Some(AdmissionMode::Allowlist), Some(AdmissionMode::Open), None] {
        for fault in [Missing, Forged, OtherRegistry, OtherWallet] {
            let mut situation = allowed();
            situation.policy.admission = admission;
            situation.policy.paths = Paths(paths::ALL);
            let free = admission == Some(AdmissionMode::Open) && fault == Missing;
            let expected = |refusal| if free { Ok(()) } else { Err(refusal) };
            let source = situation.with(|it| it.source = Record::Fault(fault));
            assert_eq!(source.verdict(), expected(Refusal::of_source(fault)), "{admission:?}");
            let destination = situation.with(|it| it.destination = Record::Fault(fault));
            assert_eq!(destination.verdict(), expected(Refusal::of_destination(fault)));
        }
    }
}

#[test]
fn residence_and_class_are_asked_of_people_and_not_of_venues() {
    assert_cases(&[
        ("to a venue", |it| it.destination = Record::Holder(venue()), Ok(())),
        ("from a venue", |it| it.source = Record::Holder(venue()), Ok(())),
        (
            "to a suspended venue",
            |it| {
                let venue = HolderFacts { status: HolderStatus::Suspended, ..venue() };
                it.destination = Record::Holder(venue);
            },
            Err(Refusal::DestinationSuspended),
        ),
        (
            "a deny list with nobody on it, a holder of no country",
            |it| {
                it.policy.jurisdictions.mode = Some(JurisdictionMode::Deny);
                it.list(&[]);
                it.source = Record::Holder(HolderFacts { jurisdiction: 0, ..wallet() });
            },
            Err(Refusal::SourceJurisdiction),
        ),
        (
            "a deny list with the holder's country",
            |it| it.policy.jurisdictions.mode = Some(JurisdictionMode::Deny),
            Err(Refusal::SourceJurisdiction),
        ),
        (
            "a list of an unknown mode",
            |it| it.policy.jurisdictions.mode = None,
            Err(Refusal::SourceJurisdiction),
        ),
        (
            "several countries",
            |it| {
                it.list(&[UNITED_STATES, SWITZERLAND]);
                let american = HolderFacts { jurisdiction: UNITED_STATES, ..wallet() };
                it.destination = Record::Holder(american);
            },
            Ok(()),
        ),
        (
            "no class asked for",
            |it| {
                it.policy.classes.admitted = 0;
                it.source = Record::Holder(HolderFacts { investor_classes: 0, ..wallet() });
            },
            Ok(()),
        ),
        (
            "one of the admitted classes",
            |it| {
                let holder = HolderFacts { investor_classes: PROFESSIONAL, ..wallet() };
                it.destination = Record::Holder(holder);
            },
            Ok(()),
        ),
    ]);
}

#[test]
fn a_lock_up_is_of_the_sender_alone() {
    let locked = |it: &mut HolderFacts| it.locked_until = NOW + 1;
    assert_eq!(allowed().with_sender(locked).verdict(), Err(Refusal::SourceLocked));
    assert_eq!(allowed().with_recipient(locked).verdict(), Ok(()));
}

#[test]
fn each_path_is_open_by_its_own_bit() {
    use paths::*;
    let records =
        [Record::Holder(wallet()), Record::Holder(venue()), Record::Fault(RecordFault::Missing)];
    let bits = [
        [WALLET_TO_WALLET, WALLET_TO_VENUE, WALLET_TO_UNKNOWN],
        [VENUE_TO_WALLET, VENUE_TO_VENUE, VENUE_TO_UNKNOWN],
        [UNKNOWN_TO_WALLET, UNKNOWN_TO_VENUE, UNKNOWN_TO_UNKNOWN],
    ];
    use Refusal::{DestinationMissing, SourceMissing};
    let refusals = [
        [Refusal::WalletToWallet, Refusal::WalletToVenue, DestinationMissing],
        [Refusal::VenueToWallet, Refusal::VenueToVenue, DestinationMissing],
        [SourceMissing, SourceMissing, SourceMissing],
    ];
    for ((source, bits), refusals) in records.iter().zip(bits).zip(refusals) {
        for ((destination, bit), refusal) in records.iter().zip(bits).zip(refusals) {
            let mut situation = allowed();
            situation.policy.admission = Some(AdmissionMode::Open);
            (situation.source, situation.destination) = (*source, *destination);
            situation.policy.paths = Paths(bit);
            assert_eq!(situation.verdict(), Ok(()), "{bit} opens its path");
            situation.policy.paths = Paths(ALL & !bit);
            assert_eq!(situation.verdict(), Err(refusal), "all but {bit}");
        }
    }
}

#[test]
fn amounts() {
    assert_cases(&[
        ("a unit too much", |it| it.transfer.amount = 101, Err(Refusal::OverMaxTransfer)),
        (
            "a unit too many held",
            |it| it.transfer.balance_after = 1_001,
            Err(Refusal::DestinationOverMaxBalance),
        ),
        (
            "a venue may hold any number",
            |it| {
                it.destination = Record::Holder(venue());
                it.transfer.balance_after = u64::MAX;
            },
            Ok(()),
        ),
        (
            "a venue may not receive any number at once",
            |it| {
                it.destination = Record::Holder(venue());
                it.transfer.amount = 101;
            },
            Err(Refusal::OverMaxTransfer),
        ),
        ("nothing at all", |it| it.transfer.amount = 0, Ok(())),
    ]);
}

#[test]
fn a_hidden_amount_is_refused_where_there_is_a_limit_to_hold_it_against() {
    let hidden = allowed().with(|it| {
        it.transfer.amount = HIDDEN_AMOUNT;
        it.transfer.balance_after = 0;
    });
    // (max_transfer, max_balance, to a venue, what is said)
    for (max_transfer, max_balance, to_venue, expected) in [
        (100, 1_000, false, Err(Refusal::AmountHidden)),
        (100, UNLIMITED, false, Err(Refusal::AmountHidden)),
        (UNLIMITED, 1_000, false, Err(Refusal::AmountHidden)),
        (UNLIMITED - 1, UNLIMITED, false, Err(Refusal::AmountHidden)),
        (UNLIMITED, UNLIMITED, false, Ok(())),
        (100, UNLIMITED, true, Err(Refusal::AmountHidden)),
        (UNLIMITED, 1_000, true, Ok(())),
    ] {
        let mut situation = hidden.clone();
        situation.policy.limits.max_transfer = max_transfer;
        situation.policy.limits.max_balance = max_balance;
        if to_venue {
            situation.destination = Record::Holder(venue());
        }
        assert_eq!(situation.verdict(), expected, "{max_transfer} {max_balance} {to_venue}");
    }
}

#[test]
fn escrows_of_the_asset_know_no_paths_and_no_limits() {
    let no_trade = |it: &mut Situation| {
        it.policy.paths = Paths(0);
        it.transfer.amount = HIDDEN_AMOUNT;
        it.transfer.balance_after = u64::MAX;
    };
    let to_escrow = allowed().with(no_trade).with(|it| it.destination = Record::Asset);
    let from_escrow = allowed().with(no_trade).with(|it| it.source = Record::Asset);
    assert_eq!(to_escrow.verdict(), Ok(()));
    assert_eq!(from_escrow.verdict(), Ok(()));
    // The other side is judged as ever, and a standstill is one.
    for (what, change, fault) in FAULTS {
        let sender = to_escrow.with_sender(change).verdict();
        assert_eq!(sender, Err(Refusal::of_source(*fault)), "a sender {what}");
        let recipient = from_escrow.with_recipient(change).verdict();
        assert_eq!(recipient, Err(Refusal::of_destination(*fault)), "a recipient {what}");
    }
    let halted = to_escrow.with(|it| it.policy.halt.until = 0);
    assert_eq!(halted.verdict(), Err(Refusal::Halted));
    let locked = to_escrow.with_sender(|it| it.locked_until = NOW + 1);
    assert_eq!(locked.verdict(), Err(Refusal::SourceLocked));
}

#[test]
fn what_the_asset_signs_is_not_judged() {
    let faults = [RecordFault::Missing, RecordFault::Forged].map(Record::Fault);
    for (source, destination) in [(faults[0], faults[1]), (faults[1], Record::Asset)] {
        let mut situation = allowed();
        situation.policy.halt.until = 0;
        situation.policy.paths = Paths(0);
        (situation.source, situation.destination) = (source, destination);
        situation.transfer.amount = HIDDEN_AMOUNT;
        assert!(situation.verdict().is_err());
        situation.transfer.signed_by_asset = true;
        assert_eq!(situation.verdict(), Ok(()));
    }
}
