//! `set_blackout` of the transfer-hook program, by an authority that is a key

use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::BlackoutSet;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn sets_and_replaces_a_blackout() {
    let mut world = World::new();
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    world.run(hook_program::halt(1, 0));
    let mut old = (0, 0);
    let windows = [
        (START, START + 1),
        (START - 10, START + 10),
        (START + 10, START + 20),
        (START + 10, START + 20),
        (i64::MIN, i64::MAX),
        (0, START + 1),
    ];
    for new in windows {
        let mut expected: Policy = world.read(&policy);
        (expected.blackout_from, expected.blackout_until) = new;
        let receipt = world.run(hook_program::set_blackout(new.0, new.1));
        world.assert_pod(&policy, &expected);
        let event = BlackoutSet {
            policy,
            mint,
            old_from: old.0,
            new_from: new.0,
            old_until: old.1,
            new_until: new.1,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        old = new;
    }
}

pub const CASES: &[Case] = &[
    case(HookError::NotPolicyAuthority as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::set_blackout(START, START + 1);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::BlackoutMalformed as u32, "it ends as it begins", |_| {
        hook_program::set_blackout(START + 5, START + 5)
    }),
    case(HookError::BlackoutMalformed as u32, "it ends before it begins", |_| {
        hook_program::set_blackout(START + 6, START + 5)
    }),
    case(HookError::BlackoutMalformed as u32, "it ends now", |_| {
        hook_program::set_blackout(START - 5, START)
    }),
    case(HookError::BlackoutMalformed as u32, "zeros, which are no window", |_| {
        hook_program::set_blackout(0, 0)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
