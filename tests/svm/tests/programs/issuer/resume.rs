//! `resume` of the issuer program

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::TradingResumed;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{World, cast, issuer_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyResumed;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn resumes_trading() {
    let mut world = World::new();
    let share = cast().share;
    let open: Policy = world.read(&share.policy);
    world.run(issuer_program::halt(&share, 4, 0));
    let receipt = world.run(issuer_program::resume(&share));
    world.assert_pod(&share.policy, &open);
    let actor = share.company.member(Duty::Resume);
    receipt.assert_event(ID, &TradingResumed { asset: share.asset, actor });
    let event = PolicyResumed { policy: share.policy, mint: share.mint, old_reason: 4 };
    receipt.assert_event(scrip_transfer_hook::ID, &event);
    assert_eq!(receipt.event_count(), 2);
}

pub const CASES: &[Case] = &[
    case(HookError::NotHalted as u32, "trading is open", |_| issuer_program::resume(&cast().share)),
    case(IssuerError::RoleLacksPermission as u32, "a member who may only halt", |world| {
        world.run(issuer_program::halt(&cast().share, 1, 0));
        let mut instruction = issuer_program::resume(&cast().share);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Halt);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Halt);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
