//! `change_setting` of the terms: what the policy makes of it

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{START, World, cast, issuer_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::events::PolicyUpdated;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, assert_fails, case};
use crate::hook::unsound_terms::UNSOUND;
use crate::hook::update_policy::{other_terms, with_terms};

#[test]
fn replaces_the_terms_of_this_share_alone() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::halt(&share, 4, 0));
    world.run(issuer_program::set_blackout(&share, START, START + 9));
    let before: Policy = world.read(&share.policy);
    let other = world.account(&cast().other_share.policy);
    let receipt = world.run(issuer_program::update_policy(&share, other_terms()));
    world.assert_pod(&share.policy, &with_terms(before, &other_terms()));
    assert_eq!(world.account(&cast().other_share.policy), other);
    let (policy, mint) = (share.policy, share.mint);
    let event = PolicyUpdated { policy, mint, old: terms(), new: other_terms() };
    receipt.assert_event(ID, &event);
    // The other one is the issuer program's own.
    assert_eq!(receipt.event_count(), 2);
}

#[test]
fn unsound_terms_are_refused() {
    for (_, what, change) in UNSOUND {
        let mut terms = terms();
        change(&mut terms);
        let update = issuer_program::update_policy(&cast().share, terms);
        assert_fails(&mut World::new(), update, IssuerError::UnsoundSetting as u32, what);
    }
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
        let mut instruction = issuer_program::update_policy(&cast().share, other_terms());
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::NotAdmin as u32, "a member of staff signs", |_| {
        let mut instruction = issuer_program::update_policy(&cast().share, other_terms());
        instruction.accounts[0].pubkey = cast().company.member(Duty::CorporateActions);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
