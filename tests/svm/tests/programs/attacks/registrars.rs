//! Using an appointment that is revoked, expired, another's or for something else, and an authority that is
//! handed over.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::addresses::SYSTEM;
use scrip_svm_tests::cast::Register;
use scrip_svm_tests::setup::{details, registrar_args};
use scrip_svm_tests::{Failure, START, World, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::state::{
    PERMISSION_ONBOARD, PERMISSION_SUSPEND, PERMISSION_VENUES, PERMISSIONS_ALL,
};
use scrip_transfer_hook::{GrantRegistrarArgs, TrustCredentialArgs};
use solana_system_interface::instruction::transfer as send_lamports;

use crate::codes::{NOT_SIGNED, WRONG_OWNER};
use crate::hook::appoint_with;

/// A venue on the company's register.
fn venue() -> Pubkey {
    keys::wallet("venue")
}

/// A world with a venue, and a venue program that is approved of.
fn with_venue() -> World {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(hook_program::add_venue(&register, venue()));
    world.run(hook_program::approve_venue_program(&register, scrip_issuer::ID));
    world
}

/// Fails unless it failed because an account is not of the program. Which number says so depends on who
/// looks first, Anchor or the instruction.
#[track_caller]
fn assert_not_ours(failure: &Failure, what: &str) {
    let refused = [HookError::NotOurAccount as u32, WRONG_OWNER];
    assert!(refused.contains(&failure.code().unwrap()), "{what}: {}", failure.logs.join("\n"));
}

/// What an officer of a register can do there, with the permission that it needs.
fn duties(register: &Register) -> Vec<(Instruction, u8)> {
    let (alice, carol, further) = (cast().alice, cast().carol, [keys::wallet("further")]);
    vec![
        (hook_program::onboard_holder(register, carol, details()), PERMISSION_ONBOARD),
        (hook_program::onboard_holders(register, carol, details(), &further), PERMISSION_ONBOARD),
        (hook_program::update_holder(register, &alice, details()), PERMISSION_ONBOARD),
        (hook_program::close_holder(register, &alice), PERMISSION_ONBOARD),
        (hook_program::set_holder_status(register, &alice, 2), PERMISSION_SUSPEND),
        (hook_program::bar_wallet(register, carol, 2), PERMISSION_SUSPEND),
        (hook_program::add_venue(register, carol), PERMISSION_VENUES),
        (hook_program::set_holder_status(register, &venue(), 2), PERMISSION_VENUES),
        (hook_program::close_holder(register, &venue()), PERMISSION_VENUES),
        (hook_program::approve_venue_program(register, token_2022::ID), PERMISSION_VENUES),
        (hook_program::revoke_venue_program(register, &scrip_issuer::ID), PERMISSION_VENUES),
    ]
}

#[test]
fn a_registrar_does_nothing_without_the_permission_for_it() {
    for (instruction, permission) in duties(&cast().company.register) {
        let mut world = with_venue();
        appoint_with(&mut world, PERMISSIONS_ALL & !permission);
        let failure = world.refuse(instruction.clone());
        failure.assert_code(HookError::RegistrarLacksPermission as u32, "all other permissions");
        // The one permission is enough.
        appoint_with(&mut world, permission);
        world.run(instruction);
    }
}

#[test]
fn a_registrar_whose_appointment_has_expired_does_nothing() {
    for (instruction, _) in duties(&cast().company.register) {
        let mut world = with_venue();
        appoint_with(&mut world, PERMISSIONS_ALL);
        for (time, through) in [(3_599, true), (3_600, false), (i64::MAX - START, false)] {
            world.set_time(START + time);
            if through {
                world.clone().run(instruction.clone());
            } else {
                let failure = world.refuse(instruction.clone());
                failure.assert_code(HookError::RegistrarExpired as u32, "the last second is over");
            }
        }
    }
}

#[test]
fn a_dismissed_registrar_does_nothing() {
    let register = cast().company.register;
    for (instruction, permission) in duties(&register) {
        let mut world = with_venue();
        world.run(hook_program::revoke_registrar(&register, &register.officer));
        assert_not_ours(&world.refuse(instruction.clone()), "a closed appointment");
        // Lamports do not bring it back.
        world.give_lamports(register.registrar, 10_000_000);
        assert_not_ours(&world.refuse(instruction.clone()), "with lamports");
        // The authority can, with other permissions and another end: the old ones are gone.
        let args = GrantRegistrarArgs {
            permissions: PERMISSIONS_ALL & !permission,
            ..registrar_args(register.officer)
        };
        world.run(hook_program::grant_registrar(&register, args));
        let failure = world.refuse(instruction);
        failure.assert_code(HookError::RegistrarLacksPermission as u32, "appointed anew");
    }
}

#[test]
fn a_closed_appointment_is_not_revived_within_its_transaction() {
    let mut world = World::new();
    let register = cast().company.register;
    let failure = world.send_all(&[
        hook_program::revoke_registrar(&register, &register.officer),
        send_lamports(&cast().payer, &register.registrar, 10_000_000),
        hook_program::onboard_holder(&register, cast().carol, details()),
    ]);
    assert_not_ours(&failure.unwrap_err(), "lamports and nothing else");
}

#[test]
fn nobody_signs_for_the_officer() {
    // The appointment names her.
    let mut world = with_venue();
    let register = cast().company.register;
    for (mut instruction, _) in duties(&register) {
        for key in [cast().mallory, register.authority, cast().foreign_company.register.officer] {
            instruction.accounts[0].pubkey = key;
            let failure = world.refuse(instruction.clone());
            failure.assert_code(HookError::NotRegistrar as u32, "not the officer");
        }
        instruction.accounts[0].pubkey = register.officer;
        instruction.accounts[0].is_signer = false;
        world.refuse(instruction).assert_code(NOT_SIGNED, "the officer, who does not sign");
    }
}

#[test]
fn officers_of_another_registry_have_no_say() {
    let (register, foreign) = (cast().company.register, cast().foreign_company.register);
    let mut world = with_venue();
    for (ours, _) in duties(&register) {
        let place = |key| ours.accounts.iter().position(|meta| meta.pubkey == key).unwrap();
        let (registry, registrar) = (place(register.address), place(register.registrar));
        // With their own appointment, at our registry.
        let mut instruction = ours.clone();
        instruction.accounts[0].pubkey = foreign.officer;
        instruction.accounts[registrar].pubkey = foreign.registrar;
        let failure = world.refuse(instruction.clone());
        failure.assert_code(HookError::OtherRegistry as u32, "an appointment elsewhere");
        // With their own registry too, but an account of ours, or the address of one to come.
        instruction.accounts[registry].pubkey = foreign.address;
        let creates = instruction.accounts.iter().any(|meta| meta.pubkey == SYSTEM);
        let code = if creates { HookError::AddressWrong } else { HookError::OtherRegistry };
        world.refuse(instruction).assert_code(code as u32, "an account of our registry");
    }
}

#[test]
fn the_old_authority_has_no_power_after_the_hand_over() {
    let mut world = World::new();
    let register = cast().company.register;
    let trust = |number| TrustCredentialArgs {
        number,
        credential: keys::wallet("credential"),
        schema: keys::wallet("schema"),
    };
    world.run(hook_program::trust_credential(&register, trust(1)));
    world.run(hook_program::propose_registry_authority(&register, Some(cast().mallory)));
    let powers = |register: &Register| {
        [
            hook_program::propose_registry_authority(register, Some(register.authority)),
            hook_program::propose_registry_authority(register, None),
            hook_program::grant_registrar(register, registrar_args(cast().carol)),
            hook_program::revoke_registrar(register, &register.officer),
            hook_program::trust_credential(register, trust(2)),
            hook_program::distrust_credential(register, 1),
        ]
    };
    for power in powers(&register) {
        world.clone().run(power);
    }
    world.run(hook_program::accept_registry_authority(&register, cast().mallory));
    for power in powers(&register) {
        let failure = world.refuse(power);
        failure.assert_code(HookError::NotRegistryAuthority as u32, "the old authority");
    }
    let failure =
        world.refuse(hook_program::accept_registry_authority(&register, register.authority));
    failure.assert_code(HookError::NotPendingAuthority as u32, "nor by accepting");
    for power in powers(&Register { authority: cast().mallory, ..register }) {
        world.clone().run(power);
    }
}
