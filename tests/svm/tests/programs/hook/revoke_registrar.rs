//! `revoke_registrar`

use scrip_svm_tests::setup::details;
use scrip_svm_tests::{World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RegistrarRevoked;
use scrip_transfer_hook::state::PERMISSIONS_ALL;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn dismisses_a_registrar() {
    let mut world = World::new();
    let register = cast().company.register;
    // Alice and Bob are hers already; Carol comes and goes.
    world.run(hook_program::onboard_holder(&register, cast().carol, details()));
    world.run(hook_program::close_holder(&register, &cast().carol));
    let rent = world.account(&register.registrar).unwrap().lamports;
    let before = world.account(&cast().payer).unwrap().lamports;
    let receipt = world.run(hook_program::revoke_registrar(&register, &register.officer));
    assert!(world.account(&register.registrar).is_none());
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before + rent);
    let event = RegistrarRevoked {
        registry: register.address,
        officer: register.officer,
        actor: register.authority,
        old_permissions: PERMISSIONS_ALL,
        records_created: 3,
        records_closed: 1,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] =
    &[case(HookError::NotRegistryAuthority as u32, "somebody else signs", |_| {
        let register = cast().company.register;
        let mut instruction = hook_program::revoke_registrar(&register, &register.officer);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    })];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
