//! `revoke_role`

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::RoleRevoked;
use scrip_issuer::state::PERMISSION_MINT;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{World, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

#[test]
fn takes_a_role_away() {
    let mut world = World::new();
    let company = cast().company;
    let (member, role) = (company.member(Duty::Mint), company.role(Duty::Mint));
    let rent = world.account(&role).unwrap().lamports;
    let before = world.account(&cast().payer).unwrap().lamports;
    let receipt = world.run(issuer_program::revoke_role(&company, &member));
    assert!(world.account(&role).is_none());
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before + rent);
    let event = RoleRevoked {
        issuer: company.address,
        member,
        actor: company.admin,
        old_permissions: PERMISSION_MINT,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] = &[case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
    let company = cast().company;
    let mut instruction = issuer_program::revoke_role(&company, &company.member(Duty::Mint));
    instruction.accounts[0].pubkey = cast().mallory;
    instruction
})];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
