//! `grant_role`

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::RoleGranted;
use scrip_issuer::state::{PERMISSIONS_ALL, ROLE_VERSION, Role};
use scrip_svm_tests::{START, World, addresses, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

#[test]
fn gives_a_member_a_role() {
    let mut world = World::new();
    let (company, member) = (cast().company, cast().mallory);
    let expires_at = START + 1;
    let grant = issuer_program::grant_role_until(&company, member, PERMISSIONS_ALL, expires_at);
    let receipt = world.run(grant);
    let role = addresses::role(&company.address, &member);
    let expected = Role {
        version: ROLE_VERSION,
        bump: addresses::bump(&role),
        permissions: PERMISSIONS_ALL,
        starts_at: START,
        expires_at,
        issuer: company.address,
        member,
    };
    world.assert_account(&role, &expected);
    let event = RoleGranted {
        issuer: company.address,
        member,
        actor: company.admin,
        permissions: PERMISSIONS_ALL,
        starts_at: START,
        expires_at,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
        let mut instruction = issuer_program::grant_role(&cast().company, cast().mallory, 1);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::ExpiryInThePast as u32, "it would end now", |_| {
        issuer_program::grant_role_until(&cast().company, cast().mallory, 1, START)
    }),
    case(IssuerError::UnknownPermissions as u32, "no permission", |_| {
        issuer_program::grant_role(&cast().company, cast().mallory, 0)
    }),
    case(IssuerError::UnknownPermissions as u32, "a bit without a meaning", |_| {
        issuer_program::grant_role(&cast().company, cast().mallory, 1 | (PERMISSIONS_ALL + 1))
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
