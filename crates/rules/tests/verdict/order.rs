//! Which of several reasons is told: the order is part of the rule. And no record is read in vain.

use std::cell::RefCell;

use scrip_rules::holder::{HolderFacts, HolderStatus};
use scrip_rules::paths::Paths;
use scrip_rules::policy::{Blackout, HIDDEN_AMOUNT, Halt};
use scrip_rules::refusal::Refusal;
use scrip_rules::verdict::verdict;

use crate::{NOW, Situation, UNITED_STATES, allowed};

/// A refusal, and what leads to it.
type Rung = (Refusal, fn(&mut Situation));

/// What puts each thing wrong, in the order in which they are told.
const LADDER: &[Rung] = &[
    (Refusal::Halted, |it| it.policy.halt = Halt { reason: 1, until: 0 }),
    (Refusal::Blackout, |it| it.policy.blackout = Blackout { from: NOW, until: NOW + 1 }),
    (Refusal::AssetLocked, |it| it.policy.locked_until = NOW + 1),
    (Refusal::SourceSuspended, |it| sender(it, |of| of.status = HolderStatus::Suspended)),
    (Refusal::SourceExpired, |it| sender(it, |of| of.kyc_expires_at = NOW)),
    (Refusal::SourceJurisdiction, |it| sender(it, |of| of.jurisdiction = UNITED_STATES)),
    (Refusal::SourceClassRefused, |it| sender(it, |of| of.investor_classes = 1)),
    (Refusal::SourceClassNotAdmitted, |it| sender(it, |of| of.investor_classes = 0)),
    (Refusal::SourceLocked, |it| sender(it, |of| of.locked_until = NOW + 1)),
    (Refusal::DestinationRevoked, |it| recipient(it, |of| of.status = HolderStatus::Revoked)),
    (Refusal::DestinationExpired, |it| recipient(it, |of| of.kyc_expires_at = NOW)),
    (Refusal::DestinationJurisdiction, |it| recipient(it, |of| of.jurisdiction = 0)),
    (Refusal::DestinationClassRefused, |it| recipient(it, |of| of.investor_classes = 1)),
    (Refusal::DestinationClassNotAdmitted, |it| recipient(it, |of| of.investor_classes = 0)),
    (Refusal::WalletToWallet, |it| it.policy.paths = Paths(0)),
    (Refusal::AmountHidden, |it| it.transfer.amount = HIDDEN_AMOUNT),
    (Refusal::OverMaxTransfer, |it| it.transfer.amount = 101),
    (Refusal::DestinationOverMaxBalance, |it| it.transfer.balance_after = 1_001),
];

fn sender(situation: &mut Situation, change: fn(&mut HolderFacts)) {
    *situation = situation.with_sender(change);
}

fn recipient(situation: &mut Situation, change: fn(&mut HolderFacts)) {
    *situation = situation.with_recipient(change);
}

#[test]
fn of_all_that_is_wrong_the_first_is_told() {
    // From the last rung up: each further reason takes the place of those below it.
    let mut situation = allowed();
    for (refusal, put_wrong) in LADDER.iter().rev() {
        put_wrong(&mut situation);
        assert_eq!(situation.verdict(), Err(*refusal));
    }
}

#[test]
fn of_any_two_the_first_is_told() {
    for (place, (refusal, put_wrong)) in LADDER.iter().enumerate() {
        for (_, put_wrong_too) in LADDER.iter().skip(place + 1) {
            let situation = allowed().with(put_wrong_too).with(put_wrong);
            assert_eq!(situation.verdict(), Err(*refusal));
        }
    }
}

/// Which records a verdict reads, in order.
fn read_by(situation: &Situation) -> Vec<&'static str> {
    let read = RefCell::new(Vec::new());
    let source = || {
        read.borrow_mut().push("source");
        situation.source
    };
    let destination = || {
        read.borrow_mut().push("destination");
        situation.destination
    };
    let _ = verdict(&situation.facts(), source, destination, situation.transfer, situation.now);
    read.into_inner()
}

#[test]
fn a_record_is_read_once_and_only_when_it_is_needed() {
    assert_eq!(read_by(&allowed()), ["source", "destination"]);
    for (refusal, put_wrong) in LADDER {
        let expected: &[_] = match refusal.code() {
            6100..=6102 => &[],
            6200..=6299 => &["source"],
            _ => &["source", "destination"],
        };
        assert_eq!(read_by(&allowed().with(put_wrong)), expected, "{refusal:?}");
    }
    let by_asset = allowed().with(|it| it.transfer.signed_by_asset = true);
    assert!(read_by(&by_asset).is_empty());
}
