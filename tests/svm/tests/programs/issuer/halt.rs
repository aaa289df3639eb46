//! `halt` of the issuer program

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::TradingHalted;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, World, cast, issuer_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyHalted;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn halts_trading() {
    let mut world = World::new();
    let share = cast().share;
    let mut expected: Policy = world.read(&share.policy);
    (expected.halt_reason, expected.halted_until) = (3, START + 60);
    let receipt = world.run(issuer_program::halt(&share, 3, START + 60));
    world.assert_pod(&share.policy, &expected);
    let event = TradingHalted {
        asset: share.asset,
        actor: share.company.member(Duty::Halt),
        reason: 3,
        until: START + 60,
    };
    receipt.assert_event(ID, &event);
    let event = PolicyHalted {
        policy: share.policy,
        mint: share.mint,
        old_reason: 0,
        new_reason: 3,
        old_until: 0,
        new_until: START + 60,
    };
    receipt.assert_event(scrip_transfer_hook::ID, &event);
    assert_eq!(receipt.event_count(), 2);
}

fn halt(reason: u8, until: i64) -> Instruction {
    issuer_program::halt(&cast().share, reason, until)
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only resume", |_| {
        let mut instruction = halt(1, 0);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Resume);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Resume);
        instruction
    }),
    case(HookError::UnknownHaltReason as u32, "reason 5", |_| halt(5, 0)),
    case(HookError::HaltEndsInThePast as u32, "ends now", |_| halt(1, START)),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
