//! `halt` of the transfer-hook program, by an authority that is a key

use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyHalted;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn halts_and_replaces_reason_and_end() {
    let mut world = World::new();
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    let mut old = (0, 0);
    for new in [(1, 0), (2, START + 1), (3, i64::MAX), (4, 0)] {
        let mut expected: Policy = world.read(&policy);
        (expected.halt_reason, expected.halted_until) = new;
        let receipt = world.run(hook_program::halt(new.0, new.1));
        world.assert_pod(&policy, &expected);
        let event = PolicyHalted {
            policy,
            mint,
            old_reason: old.0,
            new_reason: new.0,
            old_until: old.1,
            new_until: new.1,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        old = new;
    }
}

pub const CASES: &[Case] = &[
    case(HookError::InvariantViolated as u32, "a policy of another version", |world| {
        world.edit(addresses::policy(&cast().hooked_mint), |account| account.data[8] = 2);
        hook_program::halt(1, 0)
    }),
    case(HookError::NotOurAccount as u32, "a policy of another program", |world| {
        let policy = addresses::policy(&cast().hooked_mint);
        world.edit(policy, |account| account.owner = scrip_issuer::ID);
        hook_program::halt(1, 0)
    }),
    case(HookError::NotPolicyAuthority as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::halt(1, 0);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::UnknownHaltReason as u32, "reason 0", |_| hook_program::halt(0, 0)),
    case(HookError::UnknownHaltReason as u32, "reason 5", |_| hook_program::halt(5, 0)),
    case(HookError::HaltEndsInThePast as u32, "ends now", |_| hook_program::halt(1, START)),
    case(HookError::HaltEndsInThePast as u32, "ends before 1970", |_| hook_program::halt(1, -1)),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
