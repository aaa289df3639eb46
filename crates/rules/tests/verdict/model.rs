//! The whole verdict again, written in another way: a list of objections, of which the first that is
//! justified is the answer. The real one must agree in every situation.

use proptest::prelude::*;
use scrip_rules::holder::{HolderFacts, HolderKind, HolderStatus};
use scrip_rules::jurisdiction::JurisdictionMode;
use scrip_rules::policy::AdmissionMode;
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_rules::verdict::Record;

use crate::any::situation;
use crate::{Situation, allowed};

/// A reason, and whether it holds.
type Objection = (Refusal, bool);

fn model(situation: &Situation) -> Option<Refusal> {
    if situation.transfer.signed_by_asset {
        return None;
    }
    let mut objections = standstills(situation);
    objections.extend(faults(situation, &situation.source, Refusal::of_source));
    let locked = matches!(&situation.source, Record::Holder(it) if it.locked_until > situation.now);
    objections.push((Refusal::SourceLocked, locked));
    objections.extend(faults(situation, &situation.destination, Refusal::of_destination));
    if situation.source != Record::Asset && situation.destination != Record::Asset {
        objections.push(closed_path(situation));
        objections.extend(amounts(situation));
    }
    objections.into_iter().find(|(_, justified)| *justified).map(|(refusal, _)| refusal)
}

fn standstills(Situation { policy, now, .. }: &Situation) -> Vec<Objection> {
    let halt = policy.halt;
    let window = policy.blackout.from..policy.blackout.until;
    vec![
        (Refusal::Halted, halt.reason != 0 && !(halt.until != 0 && halt.until <= *now)),
        (Refusal::Blackout, window.contains(now)),
        (Refusal::AssetLocked, policy.locked_until > *now),
    ]
}

fn faults(
    situation: &Situation,
    record: &Record,
    of_side: fn(RecordFault) -> Refusal,
) -> Vec<Objection> {
    let open = situation.policy.admission == Some(AdmissionMode::Open);
    let found = match record {
        Record::Asset => vec![],
        Record::Fault(RecordFault::Missing) => vec![(RecordFault::Missing, !open)],
        Record::Fault(fault) => vec![(*fault, true)],
        Record::Holder(holder) => faults_of_holder(situation, holder),
    };
    found.into_iter().map(|(fault, holds)| (of_side(fault), holds)).collect()
}

fn faults_of_holder(situation: &Situation, holder: &HolderFacts) -> Vec<(RecordFault, bool)> {
    let person = holder.kind == HolderKind::Wallet;
    let (country, bits) = (usize::from(holder.jurisdiction), situation.countries);
    let listed = (0..bits.len() * 8)
        .filter(|place| bits[place / 8] >> (place % 8) & 1 == 1)
        .any(|place| place == country);
    let welcome = (1..1_024).contains(&country)
        && match situation.policy.jurisdictions.mode {
            Some(JurisdictionMode::Allow) => listed,
            Some(JurisdictionMode::Deny) => !listed,
            None => false,
        };
    let classes = situation.policy.classes;
    let has_one_of = |wanted: u8| (0..8).any(|bit| (holder.investor_classes & wanted) >> bit == 1);
    vec![
        (RecordFault::Suspended, holder.status == HolderStatus::Suspended),
        (RecordFault::Revoked, holder.status == HolderStatus::Revoked),
        (RecordFault::Sanctioned, holder.status == HolderStatus::Sanctioned),
        (RecordFault::Expired, holder.kyc_expires_at <= situation.now),
        (RecordFault::Jurisdiction, person && !welcome),
        (RecordFault::ClassRefused, person && has_one_of(classes.refused)),
        (
            RecordFault::ClassNotAdmitted,
            person && classes.admitted != 0 && !has_one_of(classes.admitted),
        ),
    ]
}

/// What the path is called, by the letters of its ends; unknown accounts are met in open mode only.
fn closed_path(situation: &Situation) -> Objection {
    let letter = |record: &Record| match record {
        Record::Holder(HolderFacts { kind: HolderKind::Wallet, .. }) => 'w',
        Record::Holder(HolderFacts { kind: HolderKind::Venue, .. }) => 'v',
        Record::Asset | Record::Fault(_) => 'u',
    };
    let (bit, refusal) = match (letter(&situation.source), letter(&situation.destination)) {
        ('w', 'w') => (0x001, Refusal::WalletToWallet),
        ('w', 'v') => (0x002, Refusal::WalletToVenue),
        ('w', _) => (0x004, Refusal::DestinationMissing),
        ('v', 'w') => (0x008, Refusal::VenueToWallet),
        ('v', 'v') => (0x010, Refusal::VenueToVenue),
        ('v', _) => (0x020, Refusal::DestinationMissing),
        (_, 'w') => (0x040, Refusal::SourceMissing),
        (_, 'v') => (0x080, Refusal::SourceMissing),
        _ => (0x100, Refusal::SourceMissing),
    };
    (refusal, situation.policy.paths.0 & bit == 0)
}

fn amounts(situation: &Situation) -> [Objection; 3] {
    let (limits, transfer) = (situation.policy.limits, situation.transfer);
    let to_venue =
        matches!(situation.destination, Record::Holder(it) if it.kind == HolderKind::Venue);
    let most_moved = (limits.max_transfer != u64::MAX).then_some(limits.max_transfer);
    let most_held = (limits.max_balance != u64::MAX && !to_venue).then_some(limits.max_balance);
    let hidden = transfer.amount == u64::MAX;
    [
        (Refusal::AmountHidden, hidden && (most_moved.is_some() || most_held.is_some())),
        (Refusal::OverMaxTransfer, most_moved.is_some_and(|most| transfer.amount > most)),
        (
            Refusal::DestinationOverMaxBalance,
            most_held.is_some_and(|most| transfer.balance_after > most),
        ),
    ]
}

#[test]
fn the_model_knows_the_situation_in_which_all_is_well() {
    assert_eq!(model(&allowed()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn verdict_and_model_agree(situation in situation()) {
        prop_assert_eq!(situation.verdict().err(), model(&situation));
    }
}

/// What no path of the generator leads to would be agreed upon for nothing.
#[test]
fn the_situations_reach_every_answer() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut missing: Vec<_> =
        Refusal::ALL.iter().filter(|refusal| refusal.code() >= 6100).map(|it| Some(*it)).collect();
    missing.push(None);
    for _ in 0..20_000 {
        let situation = situation().new_tree(&mut runner).unwrap().current();
        let answer = situation.verdict().err();
        missing.retain(|expected| *expected != answer);
    }
    assert!(missing.is_empty(), "{missing:?}");
}
