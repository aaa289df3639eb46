//! New shares: judged like a transfer from somebody to whom there is nothing to object.

use proptest::prelude::*;
use scrip_rules::classes::US_PERSON;
use scrip_rules::holder::{HolderFacts, HolderStatus};
use scrip_rules::paths::{ALL, Paths};
use scrip_rules::policy::{AdmissionMode, Blackout, Halt, PolicyFacts, UNLIMITED};
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::verdict::{Record, Transfer, issue, verdict};

use crate::any::situation;
use crate::{NOW, Situation, UNITED_STATES, allowed, venue};

/// A change to the situation in which all is well, what it is called, and what is said of it.
type Case = (&'static str, fn(&mut Situation), Result<(), Refusal>);

fn recipient(situation: &mut Situation, change: fn(&mut HolderFacts)) {
    *situation = situation.with_recipient(change);
}

#[test]
fn what_is_said_of_new_shares() {
    let cases: &[Case] = &[
        ("nothing speaks against it", |_| {}, Ok(())),
        ("a halt", |it| it.policy.halt = Halt { reason: 1, until: 0 }, Ok(())),
        ("a lock-up of the asset", |it| it.policy.locked_until = i64::MAX, Ok(())),
        ("a lock-up of the recipient", |it| recipient(it, |of| of.locked_until = i64::MAX), Ok(())),
        ("no paths", |it| it.policy.paths = Paths(0), Ok(())),
        ("no transfers", |it| it.policy.limits.max_transfer = 0, Ok(())),
        ("a clock a second slow", |it| it.now = NOW - 1, Err(Refusal::Blackout)),
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
        (
            "a unit too much",
            |it| it.transfer.balance_after = 1_001,
            Err(Refusal::DestinationOverMaxBalance),
        ),
        (
            "the most that there is",
            |it| it.transfer.balance_after = u64::MAX,
            Err(Refusal::DestinationOverMaxBalance),
        ),
        (
            "the most that there is, without a limit",
            |it| {
                it.transfer.balance_after = u64::MAX;
                it.policy.limits.max_balance = UNLIMITED;
            },
            Ok(()),
        ),
        (
            "a venue, which knows no limit",
            |it| {
                it.destination = Record::Holder(venue());
                it.transfer.balance_after = u64::MAX;
            },
            Ok(()),
        ),
        (
            "a venue that is suspended",
            |it| {
                it.destination = Record::Holder(venue());
                recipient(it, |of| of.status = HolderStatus::Suspended);
            },
            Err(Refusal::DestinationSuspended),
        ),
        ("an escrow", |it| it.destination = Record::Asset, Err(Refusal::DestinationMissing)),
        (
            "no record",
            |it| it.destination = Record::Fault(RecordFault::Missing),
            Err(Refusal::DestinationMissing),
        ),
        (
            "no record, under an open policy",
            |it| {
                it.policy.admission = Some(AdmissionMode::Open);
                it.destination = Record::Fault(RecordFault::Missing);
            },
            Err(Refusal::DestinationMissing),
        ),
        (
            "another's record",
            |it| it.destination = Record::Fault(RecordFault::OtherWallet),
            Err(Refusal::DestinationOtherWallet),
        ),
        (
            "another country",
            |it| recipient(it, |of| of.jurisdiction = UNITED_STATES),
            Err(Refusal::DestinationJurisdiction),
        ),
        (
            "a refused class",
            |it| recipient(it, |of| of.investor_classes |= US_PERSON),
            Err(Refusal::DestinationClassRefused),
        ),
        (
            "a check that has expired",
            |it| recipient(it, |of| of.kyc_expires_at = NOW),
            Err(Refusal::DestinationExpired),
        ),
    ];
    for (what, change, expected) in cases {
        assert_eq!(allowed().with(change).issue(), *expected, "{what}");
    }
}

#[test]
fn of_all_that_is_wrong_the_first_is_told() {
    let mut situation = allowed();
    situation.transfer.balance_after = 1_001;
    assert_eq!(situation.issue(), Err(Refusal::DestinationOverMaxBalance));
    recipient(&mut situation, |of| of.status = HolderStatus::Revoked);
    assert_eq!(situation.issue(), Err(Refusal::DestinationRevoked));
    situation.policy.blackout = Blackout { from: NOW, until: NOW + 1 };
    assert_eq!(situation.issue(), Err(Refusal::Blackout));
}

/// The verdict on a transfer from an approved venue, under the same policy without what stops no issue.
fn as_a_transfer(situation: &Situation) -> Result<(), Refusal> {
    let mut policy = PolicyFacts {
        halt: Halt { reason: 0, until: 0 },
        locked_until: i64::MIN,
        paths: Paths(ALL),
        ..situation.facts()
    };
    policy.limits.max_transfer = UNLIMITED;
    if policy.admission == Some(AdmissionMode::Open) {
        policy.admission = Some(AdmissionMode::Allowlist);
    }
    let destination = match situation.destination {
        Record::Asset => Record::Fault(RecordFault::Missing),
        record => record,
    };
    let transfer = Transfer { signed_by_asset: false, amount: 1, ..situation.transfer };
    let source = || Record::Holder(venue());
    verdict(&policy, source, || destination, transfer, situation.now)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn new_shares_are_judged_like_a_transfer(situation in situation()) {
        prop_assert_eq!(situation.issue(), as_a_transfer(&situation));
    }

    #[test]
    fn a_recipient_on_the_register_to_whom_others_may_transfer_may_be_issued_to(situation in situation()) {
        // The asset's own transfers and its escrows know no limits.
        let known = matches!(situation.destination, Record::Holder(_));
        let judged = !situation.transfer.signed_by_asset && situation.source != Record::Asset;
        if known && judged && situation.verdict().is_ok() {
            prop_assert_eq!(situation.issue(), Ok(()));
        }
    }

    #[test]
    fn only_what_the_recipient_is_and_holds_matters(one in situation(), other in situation()) {
        let facts = PolicyFacts {
            halt: other.policy.halt,
            locked_until: other.policy.locked_until,
            paths: other.policy.paths,
            ..one.facts()
        };
        let balance = one.transfer.balance_after;
        prop_assert_eq!(issue(&facts, &one.destination, balance, one.now), one.issue());
    }
}
