//! `propose_registry_authority`

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::{World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RegistryAuthorityProposed;
use scrip_transfer_hook::state::Registry;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn proposes_replaces_and_takes_back() {
    let mut world = World::new();
    let register = cast().company.register;
    let mut expected: Registry = world.read(&register.address);
    let mut old_pending = Pubkey::default();
    let proposals =
        [Some(cast().mallory), Some(cast().alice), Some(cast().alice), None, None, Some(ID)];
    for proposed in proposals {
        let receipt = world.run(hook_program::propose_registry_authority(&register, proposed));
        let new_pending = proposed.unwrap_or_default();
        expected.pending_authority = new_pending;
        world.assert_pod(&register.address, &expected);
        let event = RegistryAuthorityProposed {
            registry: register.address,
            authority: register.authority,
            old_pending,
            new_pending,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        old_pending = new_pending;
    }
}

#[test]
fn a_proposal_moves_no_power() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(hook_program::propose_registry_authority(&register, Some(cast().mallory)));
    let mut instruction = hook_program::revoke_registrar(&register, &register.officer);
    let by_the_authority = instruction.clone();
    instruction.accounts[0].pubkey = cast().mallory;
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::NotRegistryAuthority as u32, "proposed only");
    world.run(by_the_authority);
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistryAuthority as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::propose_registry_authority(
            &cast().company.register,
            Some(cast().mallory),
        );
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NotRegistryAuthority as u32, "the proposed one passes it on", |world| {
        let register = cast().company.register;
        world.run(hook_program::propose_registry_authority(&register, Some(cast().mallory)));
        let mut instruction =
            hook_program::propose_registry_authority(&register, Some(cast().alice));
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NotRegistryAuthority as u32, "another registry's authority signs", |_| {
        let mut instruction =
            hook_program::propose_registry_authority(&cast().company.register, None);
        instruction.accounts[0].pubkey = cast().foreign_company.register.authority;
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
