//! `clear_blackout` of the transfer-hook program, by an authority that is a key

use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::BlackoutSet;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn clears_a_blackout_before_during_and_after_it() {
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    for time in [START, START + 10, START + 20] {
        let mut world = World::new();
        // A halt is another matter.
        world.run(hook_program::halt(1, 0));
        let before: Policy = world.read(&policy);
        world.run(hook_program::set_blackout(START + 10, START + 20));
        world.set_time(time);
        let receipt = world.run(hook_program::clear_blackout());
        world.assert_pod(&policy, &before);
        let event = BlackoutSet {
            policy,
            mint,
            old_from: START + 10,
            new_from: 0,
            old_until: START + 20,
            new_until: 0,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
}

pub const CASES: &[Case] = &[
    case(HookError::NotPolicyAuthority as u32, "somebody else signs", |world| {
        world.run(hook_program::set_blackout(START, START + 1));
        let mut instruction = hook_program::clear_blackout();
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NoBlackout as u32, "there is none", |_| hook_program::clear_blackout()),
    case(HookError::NoBlackout as u32, "it was cleared before", |world| {
        world.run(hook_program::set_blackout(START, START + 1));
        world.run(hook_program::clear_blackout());
        hook_program::clear_blackout()
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
