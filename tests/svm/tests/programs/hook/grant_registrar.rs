//! `grant_registrar`

use anchor_lang::prelude::Pubkey;
use scrip_svm_tests::setup::registrar_args;
use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::RegistrarGranted;
use scrip_transfer_hook::state::{REGISTRAR_VERSION, Registrar};
use scrip_transfer_hook::{GrantRegistrarArgs, ID};

use crate::case::{Case, assert_all_fail, case};

fn new_officer() -> Pubkey {
    cast().mallory
}

#[test]
fn appoints_a_registrar() {
    let mut world = World::new();
    let register = cast().company.register;
    let officer = new_officer();
    let args = GrantRegistrarArgs { officer, permissions: 6, expires_at: START + 1 };
    let receipt = world.run(hook_program::grant_registrar(&register, args));
    let address = addresses::registrar(&register.address, &officer);
    let expected = Registrar {
        version: REGISTRAR_VERSION,
        bump: addresses::bump(&address),
        permissions: 6,
        padding: [0; 5],
        expires_at: START + 1,
        created: 0,
        closed: 0,
        registry: register.address,
        officer,
    };
    world.assert_pod(&address, &expected);
    let event = RegistrarGranted {
        registry: register.address,
        officer,
        actor: register.authority,
        permissions: 6,
        expires_at: START + 1,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

fn with_permissions(permissions: u8) -> GrantRegistrarArgs {
    GrantRegistrarArgs { permissions, ..registrar_args(new_officer()) }
}

fn expiring_at(expires_at: i64) -> GrantRegistrarArgs {
    GrantRegistrarArgs { expires_at, ..registrar_args(new_officer()) }
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistryAuthority as u32, "somebody else signs", |_| {
        let register = cast().company.register;
        let mut instruction =
            hook_program::grant_registrar(&register, registrar_args(new_officer()));
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::UnknownPermissions as u32, "no permission", |_| {
        hook_program::grant_registrar(&cast().company.register, with_permissions(0))
    }),
    case(HookError::UnknownPermissions as u32, "a bit without a meaning", |_| {
        hook_program::grant_registrar(&cast().company.register, with_permissions(8 | 1))
    }),
    case(HookError::ExpiryInThePast as u32, "ends now", |_| {
        hook_program::grant_registrar(&cast().company.register, expiring_at(START))
    }),
    case(HookError::AlreadyExists as u32, "she is appointed already", |_| {
        let register = cast().company.register;
        hook_program::grant_registrar(&register, registrar_args(register.officer))
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
