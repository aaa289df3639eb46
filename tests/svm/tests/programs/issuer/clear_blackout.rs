//! `clear_blackout` of the issuer program

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::BlackoutChanged;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, Transfer, World, cast, issuer_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::BlackoutSet;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn lets_the_share_move_again() {
    let mut world = World::new();
    let share = cast().share;
    let before: Policy = world.read(&share.policy);
    world.run(issuer_program::set_blackout(&share, START - 1, START + 1));
    let receipt = world.run(issuer_program::clear_blackout(&share));
    world.assert_pod(&share.policy, &before);
    let actor = share.company.member(Duty::CorporateActions);
    let event = BlackoutChanged { asset: share.asset, actor, from: 0, until: 0 };
    receipt.assert_event(ID, &event);
    let event = BlackoutSet {
        policy: share.policy,
        mint: share.mint,
        old_from: START - 1,
        new_from: 0,
        old_until: START + 1,
        new_until: 0,
    };
    receipt.assert_event(scrip_transfer_hook::ID, &event);
    assert_eq!(receipt.event_count(), 2);
    Transfer::new(&share.mint, &cast().alice, &cast().bob, 1).send(&mut world).unwrap();
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only resume", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        let mut instruction = issuer_program::clear_blackout(&cast().share);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Resume);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Resume);
        instruction
    }),
    case(HookError::NoBlackout as u32, "there is none", |_| {
        issuer_program::clear_blackout(&cast().share)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
