//! `set_holder_status`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{START, World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderStatusChanged;
use scrip_transfer_hook::state::Holder;

use super::onboard_holder::appoint_with;
use crate::case::{Case, assert_all_fail, case};

#[test]
fn changes_the_standing_and_nothing_else() {
    let mut world = World::new();
    let register = cast().company.register;
    let address = register.holder(&cast().alice);
    for (old_status, new_status) in [(1, 2), (2, 1), (1, 2), (2, 3)] {
        let mut expected: Holder = world.read(&address);
        assert_eq!(expected.status, old_status);
        expected.status = new_status;
        let instruction = hook_program::set_holder_status(&register, &cast().alice, new_status);
        let receipt = world.run(instruction);
        world.assert_pod(&address, &expected);
        let event = HolderStatusChanged {
            registry: register.address,
            wallet: cast().alice,
            actor: register.officer,
            old_status,
            new_status,
            case_reference: [7; 32],
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
}

fn set(status: u8) -> Instruction {
    hook_program::set_holder_status(&cast().company.register, &cast().alice, status)
}

pub const CASES: &[Case] = &[
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, 3);
        world.set_time(START + 3_600);
        set(2)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may only onboard", |world| {
        appoint_with(world, 1);
        set(2)
    }),
    case(HookError::UnknownStatus as u32, "status 0", |_| set(0)),
    case(HookError::UnknownStatus as u32, "status 4", |_| set(4)),
    case(HookError::StatusChangeRefused as u32, "no change", |_| set(1)),
    case(HookError::StatusChangeRefused as u32, "a revoked record is reinstated", |world| {
        world.run(set(3));
        set(1)
    }),
    case(HookError::StatusChangeRefused as u32, "a revoked record is suspended", |world| {
        world.run(set(3));
        set(2)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
