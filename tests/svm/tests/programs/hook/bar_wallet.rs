//! `bar_wallet`: a record for a wallet that nobody knows, so that it may not hold under an open policy.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::hook_program::CASE;
use scrip_svm_tests::{START, Transfer, World, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderStatusChanged;
use scrip_transfer_hook::state::{
    Holder, PERMISSION_ONBOARD, PERMISSION_SUSPEND, PERMISSIONS_ALL, Registrar,
};
use scrip_transfer_hook::{HolderDetails, ID};

use super::appoint_with;
use super::onboard_holder::expected_record;
use crate::case::{Case, assert_all_fail, case};

/// What a record says of a wallet of which nothing is known.
pub const NOTHING: HolderDetails = HolderDetails {
    jurisdiction: 0,
    investor_classes: 0,
    kyc_expires_at: 0,
    locked_until: 0,
    identity: [0; 16],
};

fn bar(status: u8) -> Instruction {
    hook_program::bar_wallet(&cast().company.register, cast().carol, status)
}

#[test]
fn bars_a_wallet_and_says_nothing_else_of_it() {
    let (register, carol) = (cast().company.register, cast().carol);
    for (status, refusal) in [
        (2, Refusal::DestinationSuspended),
        (3, Refusal::DestinationRevoked),
        (4, Refusal::DestinationSanctioned),
    ] {
        let mut world = World::new();
        appoint_with(&mut world, PERMISSION_SUSPEND);
        let mut registrar: Registrar = world.read(&register.registrar);
        let receipt = world.run(bar(status));
        let expected = Holder { status, ..expected_record(carol, &NOTHING) };
        world.assert_pod(&register.holder(&carol), &expected);
        let event = HolderStatusChanged {
            registry: register.address,
            wallet: carol,
            actor: register.officer,
            old_status: 0,
            new_status: status,
            case_reference: CASE,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        registrar.created += 1;
        world.assert_pod(&register.registrar, &registrar);
        let transfer = Transfer::new(&cast().share.mint, &cast().alice, &carol, 1);
        assert_eq!(transfer.check(&mut world), refusal.code());
    }
}

#[test]
fn facts_that_come_later_do_not_lift_the_bar() {
    let mut world = World::new();
    let (register, carol) = (cast().company.register, cast().carol);
    world.run(bar(4));
    world.run(hook_program::update_holder(&register, &carol, UPDATE));
    let expected = Holder { status: 4, ..expected_record(carol, &UPDATE) };
    world.assert_pod(&register.holder(&carol), &expected);
}

#[test]
fn who_is_no_longer_barred_must_be_known_before_holding() {
    let mut world = World::new();
    let (register, carol) = (cast().company.register, cast().carol);
    world.run(bar(2));
    world.run(hook_program::set_holder_status(&register, &carol, 1));
    world.assert_pod(&register.holder(&carol), &expected_record(carol, &NOTHING));
    let transfer = Transfer::new(&cast().share.mint, &cast().alice, &carol, 1);
    assert_eq!(transfer.check(&mut world), Refusal::DestinationExpired.code());
    world.run(hook_program::update_holder(&register, &carol, UPDATE));
    assert_eq!(transfer.check(&mut world), 0);
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = bar(2);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        bar(2)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_SUSPEND);
        bar(2)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may only onboard", |world| {
        appoint_with(world, PERMISSION_ONBOARD);
        bar(4)
    }),
    case(HookError::UnknownStatus as u32, "status 0", |_| bar(0)),
    case(HookError::UnknownStatus as u32, "status 5", |_| bar(5)),
    case(HookError::StatusChangeRefused as u32, "active is no bar", |_| bar(1)),
    case(HookError::AlreadyExists as u32, "the wallet is on the register", |_| {
        hook_program::bar_wallet(&cast().company.register, cast().alice, 2)
    }),
    case(HookError::AlreadyExists as u32, "the wallet is barred already", |world| {
        world.run(bar(2));
        bar(3)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
