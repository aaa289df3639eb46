//! Attestations that are forged, borrowed, used twice or used against their holder.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::attestation_service::{Attestation, Credential, attested, imported};
use scrip_svm_tests::{World, cast, hook_program, keys};
use scrip_transfer_hook::error::HookError;
use solana_account::Account;

use crate::attestations::record;
use crate::codes::WRONG_OWNER;

const TRUST: usize = 2;
const CREDENTIAL: usize = 3;
const ATTESTATION: usize = 4;
const HOLDER: usize = 5;

/// An import for Carol in which a changed copy takes the place of one account; it must fail.
#[track_caller]
fn refuse_copy(place: usize, code: u32, what: &str, change: fn(&mut Account)) {
    let mut world = World::new();
    let mut instruction = attested(&mut world, cast().carol).import(&cast().company.register, 1);
    let mut copy = world.account(&instruction.accounts[place].pubkey).unwrap();
    change(&mut copy);
    instruction.accounts[place].pubkey = keys::wallet("forged");
    world.set_account(keys::wallet("forged"), copy);
    world.refuse(instruction).assert_code(code, what);
}

fn import() -> (World, Attestation, Instruction) {
    let mut world = World::new();
    let attestation = attested(&mut world, cast().carol);
    let instruction = attestation.import(&cast().company.register, 1);
    (world, attestation, instruction)
}

#[test]
fn an_attestation_of_another_owner_is_none() {
    let malformed = HookError::AttestationMalformed as u32;
    for owner in [
        |account: &mut Account| account.owner = cast().mallory,
        |account: &mut Account| account.owner = scrip_transfer_hook::ID,
        |account: &mut Account| account.owner = Pubkey::default(),
    ] {
        refuse_copy(ATTESTATION, malformed, "a forged attestation", owner);
    }
}

#[test]
fn a_credential_of_another_owner_or_address_lists_nobody() {
    let untrusted = HookError::AttestationUntrusted as u32;
    refuse_copy(CREDENTIAL, untrusted, "a copy", |_| {});
    refuse_copy(CREDENTIAL, untrusted, "a forged copy", |account| account.owner = cast().mallory);
    // At its own address, as if the service had given it away.
    let (mut world, attestation, instruction) = import();
    world.edit(attestation.credential, |account| account.owner = cast().mallory);
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::AttestationMalformed as u32, "another owner");
}

#[test]
fn a_trust_of_another_owner_is_none() {
    refuse_copy(TRUST, WRONG_OWNER, "a forged trust", |account| account.owner = cast().mallory);
}

#[test]
fn accounts_of_the_service_do_not_stand_in_for_each_other() {
    let (mut world, attestation, instruction) = import();
    let mut credential_twice = instruction.clone();
    credential_twice.accounts[ATTESTATION].pubkey = attestation.credential;
    let failure = world.refuse(credential_twice);
    failure.assert_code(HookError::AttestationMalformed as u32, "the credential as attestation");
    let mut attestation_twice = instruction;
    attestation_twice.accounts[CREDENTIAL].pubkey = attestation.address();
    let failure = world.refuse(attestation_twice);
    failure.assert_code(HookError::AttestationUntrusted as u32, "the attestation as credential");
}

#[test]
fn a_credential_of_the_same_name_is_another_one() {
    // Anybody may open a credential of any name with the service, and attest what they like.
    let (mut world, honest, _) = import();
    let mut namesake = Credential::new("know your customer");
    namesake.authority = cast().mallory;
    namesake.put(&mut world);
    assert_ne!(namesake.address(), honest.credential);
    let attestation = Attestation::new(&namesake, cast().mallory);
    attestation.put(&mut world);
    let register = cast().company.register;
    let untrusted = HookError::AttestationUntrusted as u32;
    world.refuse(attestation.import(&register, 1)).assert_code(untrusted, "with its credential");
    let mut mixed = attestation.import(&register, 1);
    mixed.accounts[CREDENTIAL].pubkey = honest.credential;
    world.refuse(mixed).assert_code(untrusted, "with the trusted credential");
}

#[test]
fn an_attestation_does_not_serve_a_second_wallet() {
    let (mut world, attestation, instruction) = import();
    world.run(instruction);
    let register = cast().company.register;
    let borrowed = hook_program::import_attestation(
        &register,
        1,
        attestation.credential,
        attestation.address(),
        cast().mallory,
    );
    let failure = world.refuse(borrowed.clone());
    failure.assert_code(HookError::AttestationOfOtherWallet as u32, "for Mallory");
    // Nor with the arguments of the one and the record of the other.
    let mut mixed = borrowed;
    mixed.accounts[HOLDER].pubkey = register.holder(&cast().carol);
    let failure = world.refuse(mixed);
    failure.assert_code(HookError::AttestationOfOtherWallet as u32, "Carol's record");
    for (wallet, code) in [
        (cast().mallory, HookError::AddressWrong),
        (cast().alice, HookError::AttestationOfOtherWallet),
    ] {
        let mut mixed = attestation.import(&register, 1);
        mixed.accounts[HOLDER].pubkey = register.holder(&wallet);
        world.refuse(mixed).assert_code(code as u32, "another wallet's record");
    }
}

#[test]
fn an_officers_word_is_not_undone_by_importing_again() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    world.run(hook_program::set_holder_status(&register, &cast().carol, 3));
    let before = world.account(&register.holder(&cast().carol));
    // Neither does closing the record help, to have it created afresh.
    let failure = world.refuse(hook_program::close_holder(&register, &cast().carol));
    failure.assert_code(HookError::BarredRecordStays as u32, "closing");
    world.run(attestation.import(&register, 1));
    assert_eq!(world.account(&register.holder(&cast().carol)), before);
}

#[test]
fn nobody_ends_a_record_by_the_absence_of_something_else() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    let another = Credential::new("another");
    another.put_trusted(&mut world, &register, 2);
    // Carol has no attestation of the other credential; her record does not rest on it.
    let absent = Attestation::new(&another, cast().carol);
    let failure = world.refuse(absent.import_revocation(&register, 2));
    failure.assert_code(HookError::RecordNotAttested as u32, "the other credential");
    let mut instruction = attestation.import_revocation(&register, 1);
    instruction.accounts[2].pubkey = absent.address();
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::AttestationAddressWrong as u32, "its attestation");
    world.assert_pod(&register.holder(&cast().carol), &record());
}
