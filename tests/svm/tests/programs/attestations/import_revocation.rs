//! `import_revocation`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::attestation_service::{Attestation, EXPIRY, attested, imported};
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::{START, World, cast, hook_program, keys};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RevocationImported;
use scrip_transfer_hook::state::Holder;
use solana_account::Account;

use super::record;
use crate::case::{Case, assert_all_fail, case};

/// Where an attestation of Carol's was, and what became of it.
fn revoked(world: &mut World) -> Attestation {
    let attestation = imported(world, cast().carol);
    attestation.close(world);
    attestation
}

fn revocation(attestation: &Attestation) -> Instruction {
    attestation.import_revocation(&cast().company.register, 1)
}

#[test]
fn anybody_ends_the_check_and_nothing_else() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = revoked(&mut world);
    world.set_time(START + 7);
    let instruction = revocation(&attestation);
    assert!(instruction.accounts.iter().all(|meta| !meta.is_signer));
    let receipt = world.run(instruction);
    let expected = Holder { kyc_expires_at: START + 7, ..record() };
    world.assert_pod(&register.holder(&cast().carol), &expected);
    let event = RevocationImported {
        registry: register.address,
        wallet: cast().carol,
        attestation: attestation.address(),
        old_kyc_expires_at: EXPIRY,
        new_kyc_expires_at: START + 7,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

/// What became of an account.
type Remains = (&'static str, fn(&mut Account));

/// What may lie where an attestation was.
const REMAINS: [Remains; 6] = [
    ("nothing", |account| *account = Account::default()),
    ("lamports that somebody has sent", |account| {
        *account = Account { lamports: 1_000_000_000, ..Account::default() };
    }),
    ("an empty account of the service", |account| account.data.clear()),
    ("an account of zeros", |account| account.data.fill(0)),
    ("a shorter account", |account| account.data.truncate(100)),
    ("the same bytes in an account of others", |account| account.owner = cast().mallory),
];

#[test]
fn whatever_is_left_of_it_is_no_attestation() {
    for (what, change) in REMAINS {
        let mut world = World::new();
        let attestation = imported(&mut world, cast().carol);
        let mut account = world.account(&attestation.address()).unwrap();
        change(&mut account);
        world.set_account(attestation.address(), account);
        world.run(revocation(&attestation));
        let record: Holder = world.read(&cast().company.register.holder(&cast().carol));
        assert_eq!(record.kyc_expires_at, START, "{what}");
    }
}

#[test]
fn it_is_brought_in_once() {
    let mut world = World::new();
    let attestation = revoked(&mut world);
    world.run(revocation(&attestation));
    let failure = world.refuse(revocation(&attestation));
    failure.assert_code(HookError::AttestationExpired as u32, "a second time");
    world.set_time(START + 1);
    let failure = world.refuse(revocation(&attestation));
    failure.assert_code(HookError::AttestationExpired as u32, "a second later");
}

#[test]
fn a_new_attestation_brings_the_record_back() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = revoked(&mut world);
    world.run(revocation(&attestation));
    let failure = world.refuse(attestation.import(&register, 1));
    failure.assert_code(HookError::AttestationMalformed as u32, "a revoked attestation");
    let new = Attestation { expiry: EXPIRY + 5, ..attestation };
    new.put(&mut world);
    world.run(new.import(&register, 1));
    let expected = Holder { kyc_expires_at: EXPIRY + 5, ..record() };
    world.assert_pod(&register.holder(&cast().carol), &expected);
    let failure = world.refuse(revocation(&new));
    failure.assert_code(HookError::AttestationLive as u32, "the new one is there");
}

#[test]
fn a_suspended_record_stays_suspended() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = revoked(&mut world);
    world.run(hook_program::set_holder_status(&register, &cast().carol, 2));
    world.run(revocation(&attestation));
    let expected = Holder { status: 2, kyc_expires_at: START, ..record() };
    world.assert_pod(&register.holder(&cast().carol), &expected);
}

#[test]
fn after_the_end_of_the_trust_any_account_will_do() {
    let register = cast().company.register;
    for there in [cast().alice, keys::wallet("nobody"), register.address] {
        let mut world = World::new();
        let attestation = imported(&mut world, cast().carol);
        // The attestation itself lives, and the trust's address has lamports again.
        world.run(hook_program::distrust_credential(&register, 1));
        let mut instruction = revocation(&attestation);
        world.give_lamports(instruction.accounts[1].pubkey, 10_000_000);
        instruction.accounts[2].pubkey = there;
        world.run(instruction);
        let expected = Holder { kyc_expires_at: START, ..record() };
        world.assert_pod(&register.holder(&cast().carol), &expected);
    }
}

#[test]
fn the_trust_must_be_looked_for_where_it_would_be() {
    let mut world = World::new();
    let attestation = revoked(&mut world);
    for number in [0, 2, 255] {
        let elsewhere = attestation.import_revocation(&cast().company.register, number);
        let failure = world.refuse(elsewhere);
        failure.assert_code(HookError::RecordNotAttested as u32, "another number");
    }
}

pub const CASES: &[Case] = &[
    case(HookError::AttestationLive as u32, "it is there", |world| {
        revocation(&imported(world, cast().carol))
    }),
    case(HookError::AttestationAddressWrong as u32, "an address without an account", |world| {
        let attestation = imported(world, cast().carol);
        let mut instruction = revocation(&attestation);
        instruction.accounts[2].pubkey = keys::wallet("nobody");
        instruction
    }),
    case(HookError::AttestationAddressWrong as u32, "of another wallet", |world| {
        let attestation = imported(world, cast().carol);
        let mut instruction = revocation(&attestation);
        let other = Attestation { nonce: cast().bob, ..attestation };
        instruction.accounts[2].pubkey = other.address();
        instruction
    }),
    case(HookError::AttestationAddressWrong as u32, "of another schema", |world| {
        let attestation = imported(world, cast().carol);
        let mut instruction = revocation(&attestation);
        let other = Attestation { schema: keys::wallet("another schema"), ..attestation };
        instruction.accounts[2].pubkey = other.address();
        instruction
    }),
    case(HookError::AttestationExpired as u32, "the check ends now", |world| {
        let attestation = revoked(world);
        world.set_time(EXPIRY);
        revocation(&attestation)
    }),
    case(HookError::AttestationExpired as u32, "a second time", |world| {
        let attestation = revoked(world);
        world.run(revocation(&attestation));
        revocation(&attestation)
    }),
    case(HookError::RecordNotAttested as u32, "a registrar's record", |world| {
        let attestation = attested(world, cast().alice);
        attestation.close(world);
        attestation.import_revocation(&cast().company.register, 0)
    }),
    case(HookError::RecordNotAttested as u32, "a record that an officer took over", |world| {
        let attestation = revoked(world);
        let register = cast().company.register;
        world.run(hook_program::update_holder(&register, &cast().carol, UPDATE));
        attestation.import_revocation(&register, 0)
    }),
    case(HookError::RecordNotAttested as u32, "a registered venue", |world| {
        let (register, venue) = (cast().company.register, crate::venues::venue());
        venue.put_registered(world, &register);
        let attestation = attested(world, venue.address);
        attestation.close(world);
        revocation(&attestation)
    }),
    case(HookError::OtherRegistry as u32, "a registry without the trust", |world| {
        let attestation = imported(world, cast().carol);
        let mut instruction = attestation.import_revocation(&cast().foreign_company.register, 1);
        instruction.accounts[3].pubkey = cast().company.register.holder(&cast().carol);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
