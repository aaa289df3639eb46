//! `distrust_credential`

use scrip_svm_tests::attestation_service::{Credential, attested, imported};
use scrip_svm_tests::{World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::CredentialDistrusted;
use scrip_transfer_hook::state::{Holder, Registry};

use super::record;
use crate::case::{Case, assert_all_fail, case};
use crate::codes::WRONG_OWNER;

#[test]
fn ends_the_trust_and_returns_the_rent() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = imported(&mut world, cast().carol);
    let address = addresses::trusted_credential(&register.address, 1);
    let registry: Registry = world.read(&register.address);
    let before = world.account(&cast().payer).unwrap().lamports;
    let receipt = world.run(hook_program::distrust_credential(&register, 1));
    assert!(world.account(&address).is_none());
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before + world.rent(112));
    let event = CredentialDistrusted {
        registry: register.address,
        actor: register.authority,
        number: 1,
        credential: attestation.credential,
        schema: attestation.schema,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    // Neither the number nor the records that rest on the credential change by this alone.
    world.assert_pod(&register.address, &registry);
    world.assert_pod(&register.holder(&cast().carol), &record());
}

#[test]
fn nothing_is_imported_from_now_on() {
    let (mut world, register) = (World::new(), cast().company.register);
    let attestation = attested(&mut world, cast().carol);
    let distrust = hook_program::distrust_credential(&register, 1);
    let result = world.send_all(&[distrust.clone(), attestation.import(&register, 1)]);
    assert_eq!(result.unwrap_err().code(), Some(WRONG_OWNER));
    world.run(distrust.clone());
    let failure = world.refuse(attestation.import(&register, 1));
    failure.assert_code(WRONG_OWNER, "after the end of the trust");
    world.refuse(distrust).assert_code(WRONG_OWNER, "a second time");
}

#[test]
fn numbers_are_never_given_again() {
    // Otherwise the records of a credential that is out would rest on the next one.
    let (mut world, register) = (World::new(), cast().company.register);
    let old = imported(&mut world, cast().carol);
    world.run(hook_program::distrust_credential(&register, 1));
    let credential = Credential::new("know your customer");
    credential.put_trusted(&mut world, &register, 2);
    assert!(world.account(&addresses::trusted_credential(&register.address, 1)).is_none());
    // The same credential and attestation, under its new number: the record stays the old number's.
    let failure = world.refuse(old.import(&register, 2));
    failure.assert_code(HookError::RecordNotAttested as u32, "another number");
    world.run(old.import_revocation(&register, 1));
    let failure = world.refuse(old.import(&register, 2));
    failure.assert_code(HookError::RecordNotAttested as u32, "an ended record");
    // An officer who closes it makes room for a new one.
    world.run(hook_program::close_holder(&register, &cast().carol));
    world.run(old.import(&register, 2));
    world.assert_pod(&register.holder(&cast().carol), &Holder { origin: 2, ..record() });
}

#[test]
fn the_trust_of_another_registry_is_not_ours_to_end() {
    let (mut world, register) = (World::new(), cast().company.register);
    let foreign = cast().foreign_company.register;
    Credential::new("know your customer").put_trusted(&mut world, &foreign, 1);
    let mut instruction = hook_program::distrust_credential(&register, 1);
    instruction.accounts[3].pubkey = addresses::trusted_credential(&foreign.address, 1);
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::OtherRegistry as u32, "the trust of another registry");
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistryAuthority as u32, "somebody else signs", |world| {
        attested(world, cast().carol);
        let mut instruction = hook_program::distrust_credential(&cast().company.register, 1);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NotRegistryAuthority as u32, "an officer signs", |world| {
        attested(world, cast().carol);
        let mut instruction = hook_program::distrust_credential(&cast().company.register, 1);
        instruction.accounts[0].pubkey = cast().company.register.officer;
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
