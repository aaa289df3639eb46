//! `create_registry`

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::{World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RegistryCreated;
use scrip_transfer_hook::state::{REGISTRY_VERSION, Registry};

use crate::case::{Case, assert_all_fail, case};

#[test]
fn opens_a_registry() {
    let mut world = World::new();
    let creator = cast().mallory;
    for index in [0, 1, u16::MAX] {
        let receipt = world.run(hook_program::create_registry(creator, index));
        let registry = addresses::registry(&creator, index);
        let expected = Registry {
            version: REGISTRY_VERSION,
            bump: addresses::bump(&registry),
            index,
            credentials: 0,
            padding: [0; 3],
            creator,
            authority: creator,
            pending_authority: Pubkey::default(),
        };
        world.assert_pod(&registry, &expected);
        receipt.assert_event(ID, &RegistryCreated { registry, authority: creator, index });
        assert_eq!(receipt.event_count(), 1);
    }
}

pub const CASES: &[Case] =
    &[case(HookError::AlreadyExists as u32, "the creator has one with this index", |_| {
        hook_program::create_registry(cast().company.register.authority, 0)
    })];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
