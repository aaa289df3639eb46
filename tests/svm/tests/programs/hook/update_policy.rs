//! `update_policy` of the transfer-hook program, by an authority that is a key

use scrip_rules::{paths, policy};
use scrip_svm_tests::setup::{bitmap, terms};
use scrip_svm_tests::{START, UNITED_STATES, World, addresses, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyUpdated;
use scrip_transfer_hook::state::Policy;
use scrip_transfer_hook::{ID, PolicyTerms};

use super::unsound_terms;
use crate::case::{Case, assert_all_fail, case};

/// Terms of which each differs from the ones of the set-up.
pub fn other_terms() -> PolicyTerms {
    PolicyTerms {
        admission_mode: policy::AdmissionMode::Open as u8,
        paths: paths::ALL,
        jurisdiction_mode: 2,
        jurisdictions: bitmap(&[UNITED_STATES, 999]),
        classes_admitted: 12,
        classes_refused: 1,
        max_balance: 1,
        max_transfer: 2,
        locked_until: i64::MAX,
    }
}

/// A policy with these terms, and the rest as it is.
pub fn with_terms(policy: Policy, terms: &PolicyTerms) -> Policy {
    Policy {
        admission_mode: terms.admission_mode,
        paths: terms.paths,
        jurisdiction_mode: terms.jurisdiction_mode,
        jurisdictions: terms.jurisdictions,
        classes_admitted: terms.classes_admitted,
        classes_refused: terms.classes_refused,
        max_balance: terms.max_balance,
        max_transfer: terms.max_transfer,
        locked_until: terms.locked_until,
        ..policy
    }
}

#[test]
fn replaces_every_term_and_leaves_halt_and_blackout() {
    let mut world = World::new();
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    world.run(hook_program::halt(3, START + 7));
    world.run(hook_program::set_blackout(START + 8, START + 9));
    let before: Policy = world.read(&policy);
    assert_eq!((before.halt_reason, before.halted_until), (3, START + 7));
    assert_eq!((before.blackout_from, before.blackout_until), (START + 8, START + 9));
    // There, again, and back.
    let mut old = terms();
    for new in [other_terms(), other_terms(), terms()] {
        let receipt = world.run(hook_program::update_policy(new));
        world.assert_pod(&policy, &with_terms(before, &new));
        receipt.assert_event(ID, &PolicyUpdated { policy, mint, old, new });
        assert_eq!(receipt.event_count(), 1);
        old = new;
    }
}

#[test]
fn unsound_terms_are_refused() {
    unsound_terms::assert_refused(|_, terms| hook_program::update_policy(terms));
}

pub const CASES: &[Case] =
    &[case(HookError::NotPolicyAuthority as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::update_policy(other_terms());
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    })];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
