//! `set_holder_status`: active (1), suspended (2), revoked (3), sanctioned (4).

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::hook_program::CASE;
use scrip_svm_tests::{START, World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderStatusChanged;
use scrip_transfer_hook::state::{Holder, PERMISSION_SUSPEND, PERMISSION_VENUES, PERMISSIONS_ALL};

use super::appoint_with;
use crate::case::{Case, assert_all_fail, case};

/// Every change that there is; all others are refused.
const CHANGES: [(u8, u8); 8] = [(1, 2), (1, 3), (1, 4), (2, 1), (2, 3), (2, 4), (4, 2), (4, 3)];

fn set_status(wallet: &Pubkey, status: u8) -> Instruction {
    hook_program::set_holder_status(&cast().company.register, wallet, status)
}

/// Changes the standing of a record, of which nothing else may change.
fn assert_changes(world: &mut World, wallet: &Pubkey, new_status: u8) {
    let register = cast().company.register;
    let address = register.holder(wallet);
    let mut expected: Holder = world.read(&address);
    let old_status = expected.status;
    expected.status = new_status;
    let receipt = world.run(set_status(wallet, new_status));
    world.assert_pod(&address, &expected);
    let event = HolderStatusChanged {
        registry: register.address,
        wallet: *wallet,
        actor: register.officer,
        old_status,
        new_status,
        case_reference: CASE,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

/// From every status to every status.
fn assert_matrix(ready: &World, wallet: &Pubkey) {
    for old in 1..=4 {
        let mut world = ready.clone();
        if old != 1 {
            assert_changes(&mut world, wallet, old);
        }
        for new in 1..=4 {
            let mut world = world.clone();
            if CHANGES.contains(&(old, new)) {
                assert_changes(&mut world, wallet, new);
            } else {
                let failure = world.refuse(set_status(wallet, new));
                failure
                    .assert_code(HookError::StatusChangeRefused as u32, &format!("{old}, {new}"));
            }
        }
    }
}

#[test]
fn every_change_of_a_wallet() {
    let mut world = World::new();
    appoint_with(&mut world, PERMISSION_SUSPEND);
    assert_matrix(&world, &cast().alice);
}

#[test]
fn every_change_of_a_venue() {
    let mut world = World::new();
    world.run(hook_program::add_venue(&cast().company.register, cast().carol));
    appoint_with(&mut world, PERMISSION_VENUES);
    assert_matrix(&world, &cast().carol);
}

fn set(status: u8) -> Instruction {
    set_status(&cast().alice, status)
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = set(2);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        set(2)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_SUSPEND);
        set(2)
    }),
    case(HookError::RegistrarLacksPermission as u32, "a venue, without that permission", |world| {
        world.run(hook_program::add_venue(&cast().company.register, cast().carol));
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_VENUES);
        set_status(&cast().carol, 2)
    }),
    case(HookError::OtherRegistry as u32, "the record of another registry", |_| {
        let mut instruction = set(2);
        instruction.accounts[3].pubkey = cast().foreign_company.register.holder(&cast().alice);
        instruction
    }),
    case(HookError::UnknownStatus as u32, "status 0", |_| set(0)),
    case(HookError::UnknownStatus as u32, "status 5", |_| set(5)),
    case(HookError::StatusChangeRefused as u32, "no change", |_| set(1)),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
