//! `revoke_venue_program`

use scrip_svm_tests::{START, World, addresses, cast};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::VenueProgramRevoked;

use super::{approval, registered, venue};
use crate::case::{Case, assert_all_fail, case};
use crate::codes::WRONG_OWNER;
use crate::hook::appoint_with;

#[test]
fn ends_an_approval() {
    let mut world = World::new();
    let register = cast().company.register;
    let address = addresses::venue_program(&register.address, &venue().program);
    venue().put_registered(&mut world, &register);
    let before = world.account(&cast().payer).unwrap().lamports;
    let receipt = world.run(venue().revoke(&register));
    assert!(world.account(&address).is_none());
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before + world.rent(80));
    let event = VenueProgramRevoked {
        registry: register.address,
        actor: register.officer,
        program: venue().program,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    // The venue's own record stays as it was until somebody brings the end into it.
    world.assert_pod(&register.holder(&venue().address), &registered());
}

#[test]
fn no_venue_is_registered_from_now_on() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(venue().approve(&register));
    let result = world.send_all(&[venue().revoke(&register), venue().register(&register)]);
    assert_eq!(result.unwrap_err().code(), Some(WRONG_OWNER));
    world.run(venue().revoke(&register));
    world.refuse(venue().register(&register)).assert_code(WRONG_OWNER, "revoked");
    world.refuse(venue().revoke(&register)).assert_code(WRONG_OWNER, "revoked twice");
    world.run(venue().approve(&register));
    world.assert_pod(&addresses::venue_program(&register.address, &venue().program), &approval());
    world.run(venue().register(&register));
}

#[test]
fn an_approval_of_another_registry_is_not_ours_to_end() {
    let mut world = World::new();
    let (register, foreign) = (cast().company.register, cast().foreign_company.register);
    world.run(venue().approve(&foreign));
    let mut instruction = venue().revoke(&register);
    instruction.accounts[4].pubkey = addresses::venue_program(&foreign.address, &venue().program);
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::OtherRegistry as u32, "the approval of another registry");
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |world| {
        world.run(venue().approve(&cast().company.register));
        let mut instruction = venue().revoke(&cast().company.register);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        world.run(venue().approve(&cast().company.register));
        appoint_with(world, 7);
        world.set_time(START + 3_600);
        venue().revoke(&cast().company.register)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do all but venues", |world| {
        world.run(venue().approve(&cast().company.register));
        appoint_with(world, 3);
        venue().revoke(&cast().company.register)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
