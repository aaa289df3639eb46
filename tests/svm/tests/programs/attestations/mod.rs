//! Records that rest on attestations: the instructions about them, one module each, and here what is common
//! to them and what a transfer makes of such a record.

pub mod distrust_credential;
pub mod import_attestation;
pub mod import_revocation;
pub mod trust_credential;

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::attestation_service::{EXPIRY, FACTS, imported};
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::{START, TOKEN, Transfer, World, cast, hook_program};
use scrip_transfer_hook::HolderDetails;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::state::Holder;

use crate::hook::onboard_holder::expected_record;
use crate::transfer::assert_refused;

/// Carol's record after the import of an attestation of `FACTS` under the first trusted credential.
pub fn record() -> Holder {
    let details = HolderDetails {
        jurisdiction: FACTS.jurisdiction,
        investor_classes: FACTS.investor_classes,
        kyc_expires_at: EXPIRY,
        locked_until: 0,
        identity: FACTS.identity,
    };
    Holder { origin: 1, ..expected_record(cast().carol, &details) }
}

/// From Alice to Carol, whom only an attestation brings onto the register.
pub fn to_carol() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &cast().carol, TOKEN)
}

/// Back from Carol to Alice.
pub fn from_carol() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().carol, &cast().alice, TOKEN)
}

#[test]
fn an_attested_wallet_holds_and_sends_until_its_attestation_expires() {
    let mut world = World::new();
    assert_refused(&world, &to_carol(), Refusal::DestinationMissing);
    imported(&mut world, cast().carol);
    world.set_time(EXPIRY - 1);
    to_carol().send(&mut world).unwrap();
    from_carol().send(&mut world).unwrap();
    to_carol().send(&mut world).unwrap();
    world.set_time(EXPIRY);
    assert_refused(&world, &to_carol(), Refusal::DestinationExpired);
    assert_refused(&world, &from_carol(), Refusal::SourceExpired);
}

#[test]
fn a_revoked_attestation_stops_its_wallet_once_it_is_brought_in() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    to_carol().send(&mut world).unwrap();
    attestation.close(&mut world);
    // The record is all that a transfer reads: until somebody brings the end in, nothing has changed.
    assert_eq!(from_carol().check(&mut world), 0);
    world.run(attestation.import_revocation(&register, 1));
    assert_refused(&world, &to_carol(), Refusal::DestinationExpired);
    assert_refused(&world, &from_carol(), Refusal::SourceExpired);
    // A clock that goes back by a second would let it pass again: the end is a time, not a switch.
    world.set_time(START - 1);
    assert_eq!(from_carol().check(&mut world), 0);
    world.set_time(START);
    attestation.put(&mut world);
    world.run(attestation.import(&register, 1));
    from_carol().send(&mut world).unwrap();
}

#[test]
fn officers_have_the_same_power_over_attested_records() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    for (status, refusal) in [
        (2, Refusal::DestinationSuspended),
        (4, Refusal::DestinationSanctioned),
        (3, Refusal::DestinationRevoked),
    ] {
        world.run(hook_program::set_holder_status(&register, &cast().carol, status));
        // The attestation is still there, and as good as ever.
        world.run(attestation.import(&register, 1));
        assert_refused(&world, &to_carol(), refusal);
    }
}

#[test]
fn an_officer_takes_a_record_over_for_good() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    let details = HolderDetails { kyc_expires_at: EXPIRY + 1, ..UPDATE };
    world.run(hook_program::update_holder(&register, &cast().carol, details));
    let expected = Holder {
        origin: 0,
        jurisdiction: UPDATE.jurisdiction,
        investor_classes: UPDATE.investor_classes,
        kyc_expires_at: EXPIRY + 1,
        locked_until: UPDATE.locked_until,
        identity: UPDATE.identity,
        ..record()
    };
    world.assert_pod(&register.holder(&cast().carol), &expected);
    // From now on it neither lives nor ends by an attestation.
    let not_attested = HookError::RecordNotAttested as u32;
    world.refuse(attestation.import(&register, 1)).assert_code(not_attested, "a renewal");
    attestation.close(&mut world);
    for number in [0, 1] {
        world.refuse(attestation.import_revocation(&register, number));
    }
    assert_eq!(to_carol().check(&mut world), 0);
}

#[test]
fn a_closed_record_can_be_imported_again() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    world.run(hook_program::close_holder(&register, &cast().carol));
    assert!(world.account(&register.holder(&cast().carol)).is_none());
    assert_refused(&world, &to_carol(), Refusal::DestinationMissing);
    world.run(attestation.import(&register, 1));
    world.assert_pod(&register.holder(&cast().carol), &record());
}
