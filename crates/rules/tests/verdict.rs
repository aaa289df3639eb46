//! The transfer verdict by a table of cases and by properties.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]

use proptest::prelude::*;
use scrip_rules::holder::{HolderFacts, HolderStatus};
use scrip_rules::jurisdiction::{BITMAP_BYTES, JurisdictionMode, Jurisdictions};
use scrip_rules::policy::{Halt, PolicyFacts};
use scrip_rules::refusal::{RecordFault, Refusal, Side};
use scrip_rules::verdict::{Record, Transfer, verdict};

const NOW: i64 = 1_782_993_586;
const SWITZERLAND: u16 = 756;
const UNITED_STATES: u16 = 840;
const BY_HOLDER: Transfer = Transfer { signed_by_asset: false };
const BY_ASSET: Transfer = Transfer { signed_by_asset: true };
const OPEN: Halt = Halt { reason: 0, until: 0 };

/// Everybody but residents of the United States.
fn bitmap() -> [u8; BITMAP_BYTES] {
    let mut bitmap = [0; BITMAP_BYTES];
    *bitmap.get_mut(usize::from(UNITED_STATES >> 3)).unwrap() |= 1 << (UNITED_STATES & 7);
    bitmap
}

fn policy(halt: Halt, bitmap: &[u8; BITMAP_BYTES]) -> PolicyFacts<'_> {
    PolicyFacts {
        halt,
        jurisdictions: Jurisdictions { mode: Some(JurisdictionMode::Deny), bitmap },
    }
}

fn holder(status: HolderStatus, jurisdiction: u16, kyc_expires_at: i64) -> HolderFacts {
    HolderFacts { status, jurisdiction, kyc_expires_at }
}

fn good() -> Record {
    Ok(holder(HolderStatus::Active, SWITZERLAND, NOW + 1))
}

/// Every fault that a record can have, with a record that has it.
fn faulty() -> [(Record, RecordFault); 8] {
    use RecordFault::*;
    [
        (Err(Missing), Missing),
        (Err(Forged), Forged),
        (Err(OtherRegistry), OtherRegistry),
        (Err(OtherWallet), OtherWallet),
        (Ok(holder(HolderStatus::Suspended, SWITZERLAND, NOW + 1)), Suspended),
        (Ok(holder(HolderStatus::Revoked, SWITZERLAND, NOW + 1)), Revoked),
        (Ok(holder(HolderStatus::Active, SWITZERLAND, NOW)), Expired),
        (Ok(holder(HolderStatus::Active, UNITED_STATES, NOW + 1)), Jurisdiction),
    ]
}

#[test]
fn each_fault_is_told_for_its_side() {
    let bitmap = bitmap();
    let policy = policy(OPEN, &bitmap);
    assert_eq!(verdict(&policy, good(), good(), BY_HOLDER, NOW), Ok(()));
    for (record, fault) in faulty() {
        assert_eq!(
            verdict(&policy, record, good(), BY_HOLDER, NOW),
            Err(Refusal::of_source(fault))
        );
        assert_eq!(
            verdict(&policy, good(), record, BY_HOLDER, NOW),
            Err(Refusal::of_destination(fault))
        );
    }
}

#[test]
fn the_sender_is_judged_before_the_recipient_and_the_halt_before_both() {
    let bitmap = bitmap();
    let halted = policy(Halt { reason: 1, until: 0 }, &bitmap);
    let open = policy(OPEN, &bitmap);
    for (source, fault) in faulty() {
        for (destination, _) in faulty() {
            assert_eq!(
                verdict(&open, source, destination, BY_HOLDER, NOW),
                Err(Refusal::of_source(fault))
            );
            assert_eq!(verdict(&halted, source, destination, BY_HOLDER, NOW), Err(Refusal::Halted));
        }
    }
}

#[test]
fn the_asset_itself_is_never_stranded() {
    let bitmap = bitmap();
    let halted = policy(Halt { reason: 2, until: 0 }, &bitmap);
    for (record, _) in faulty() {
        assert_eq!(verdict(&halted, record, record, BY_ASSET, NOW), Ok(()));
    }
}

#[test]
fn a_check_expires_at_its_second() {
    let bitmap = bitmap();
    let policy = policy(OPEN, &bitmap);
    for (now, expected) in [
        (NOW - 1, Ok(())),
        (NOW, Err(Refusal::SourceExpired)),
        (NOW + 1, Err(Refusal::SourceExpired)),
    ] {
        let record = Ok(holder(HolderStatus::Active, SWITZERLAND, NOW));
        let other = Ok(holder(HolderStatus::Active, SWITZERLAND, i64::MAX));
        assert_eq!(verdict(&policy, record, other, BY_HOLDER, now), expected);
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    let status = prop_oneof![
        Just(HolderStatus::Active),
        Just(HolderStatus::Suspended),
        Just(HolderStatus::Revoked)
    ];
    prop_oneof![
        4 => (status, 0u16..1100, -5i64..5).prop_map(|(status, country, left)| Ok(holder(status, country, NOW + left))),
        1 => Just(Err(RecordFault::Missing)),
        1 => Just(Err(RecordFault::OtherWallet)),
    ]
}

proptest! {
    #[test]
    fn allowed_exactly_when_nothing_speaks_against_it(
        source in any_record(), destination in any_record(),
        reason in 0u8..3, left in -2i64..3, deny: bool, bytes in proptest::collection::vec(any::<u8>(), BITMAP_BYTES),
    ) {
        let bitmap: [u8; BITMAP_BYTES] = bytes.try_into().unwrap();
        let mode = if deny { JurisdictionMode::Deny } else { JurisdictionMode::Allow };
        let policy = PolicyFacts {
            halt: Halt { reason, until: NOW + left },
            jurisdictions: Jurisdictions { mode: Some(mode), bitmap: &bitmap },
        };
        let admitted = |record: Record| record.is_ok_and(|holder| {
            holder.status == HolderStatus::Active
                && NOW < holder.kyc_expires_at
                && policy.jurisdictions.admit(holder.jurisdiction)
        });
        let halted = reason != 0 && left > 0;
        let answer = verdict(&policy, source, destination, BY_HOLDER, NOW);
        prop_assert_eq!(answer.is_ok(), !halted && admitted(source) && admitted(destination));
        if let Err(refusal) = answer {
            match refusal.side() {
                Side::Asset => prop_assert!(halted),
                Side::Source => prop_assert!(!admitted(source)),
                Side::Destination => prop_assert!(admitted(source) && !admitted(destination)),
            }
        }
    }
}
