//! `accept_registry_authority`. What the old authority can do no more is in `attacks::registrars`.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::Register;
use scrip_svm_tests::setup::registrar_args;
use scrip_svm_tests::{World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RegistryAuthorityAccepted;
use scrip_transfer_hook::state::Registry;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn hands_the_registry_over() {
    let mut world = World::new();
    let register = cast().company.register;
    let mut expected: Registry = world.read(&register.address);
    world.run(hook_program::propose_registry_authority(&register, Some(cast().mallory)));
    let receipt = world.run(hook_program::accept_registry_authority(&register, cast().mallory));
    (expected.authority, expected.pending_authority) = (cast().mallory, Pubkey::default());
    world.assert_pod(&register.address, &expected);
    let event = RegistryAuthorityAccepted {
        registry: register.address,
        old_authority: register.authority,
        new_authority: cast().mallory,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    // The officers stay appointed; the new authority can dismiss them.
    let handed_over = Register { authority: cast().mallory, ..register };
    world.run(hook_program::grant_registrar(&handed_over, registrar_args(cast().carol)));
    world.run(hook_program::revoke_registrar(&handed_over, &register.officer));
}

#[test]
fn the_authority_may_be_handed_back() {
    let mut world = World::new();
    let register = cast().company.register;
    let before: Registry = world.read(&register.address);
    world.run(hook_program::propose_registry_authority(&register, Some(cast().mallory)));
    world.run(hook_program::accept_registry_authority(&register, cast().mallory));
    let handed_over = Register { authority: cast().mallory, ..register };
    world.run(hook_program::propose_registry_authority(&handed_over, Some(register.authority)));
    world.run(hook_program::accept_registry_authority(&handed_over, register.authority));
    world.assert_pod(&register.address, &before);
}

fn accept(signer: Pubkey) -> Instruction {
    hook_program::accept_registry_authority(&cast().company.register, signer)
}

fn propose(world: &mut World, proposed: Option<Pubkey>) {
    world.run(hook_program::propose_registry_authority(&cast().company.register, proposed));
}

pub const CASES: &[Case] = &[
    case(HookError::NotPendingAuthority as u32, "nobody is proposed", |_| accept(cast().mallory)),
    case(HookError::NotPendingAuthority as u32, "somebody else is proposed", |world| {
        propose(world, Some(cast().alice));
        accept(cast().mallory)
    }),
    case(HookError::NotPendingAuthority as u32, "the authority accepts for her", |world| {
        propose(world, Some(cast().alice));
        accept(cast().company.register.authority)
    }),
    case(HookError::NotPendingAuthority as u32, "another was proposed since", |world| {
        propose(world, Some(cast().mallory));
        propose(world, Some(cast().alice));
        accept(cast().mallory)
    }),
    case(HookError::NotPendingAuthority as u32, "the proposal was taken back", |world| {
        propose(world, Some(cast().mallory));
        propose(world, None);
        accept(cast().mallory)
    }),
    case(HookError::NotPendingAuthority as u32, "it was accepted before", |world| {
        propose(world, Some(cast().mallory));
        world.run(accept(cast().mallory));
        accept(cast().mallory)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
