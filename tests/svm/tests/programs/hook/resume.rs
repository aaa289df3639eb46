//! `resume` of the transfer-hook program, by an authority that is a key

use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyResumed;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn ends_a_halt_also_one_that_has_run_out() {
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    for until in [0, START + 10] {
        let mut world = World::new();
        let open: Policy = world.read(&policy);
        world.run(hook_program::halt(2, until));
        world.set_time(START + 20);
        let receipt = world.run(hook_program::resume());
        world.assert_pod(&policy, &open);
        receipt.assert_event(ID, &PolicyResumed { policy, mint, old_reason: 2 });
        assert_eq!(receipt.event_count(), 1);
    }
}

pub const CASES: &[Case] = &[
    case(HookError::NotHalted as u32, "trading is open", |_| hook_program::resume()),
    case(HookError::NotPolicyAuthority as u32, "somebody else signs", |world| {
        world.run(hook_program::halt(1, 0));
        let mut instruction = hook_program::resume();
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
