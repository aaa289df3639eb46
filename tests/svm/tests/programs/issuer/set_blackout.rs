//! `set_blackout` of the issuer program

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::BlackoutChanged;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, Transfer, World, cast, issuer_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::BlackoutSet;
use scrip_transfer_hook::state::Policy;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn lets_the_share_stand_still() {
    let mut world = World::new();
    let share = cast().share;
    let mut expected: Policy = world.read(&share.policy);
    let (from, until) = (START + 10, START + 20);
    (expected.blackout_from, expected.blackout_until) = (from, until);
    let receipt = world.run(issuer_program::set_blackout(&share, from, until));
    world.assert_pod(&share.policy, &expected);
    let actor = share.company.member(Duty::CorporateActions);
    receipt.assert_event(ID, &BlackoutChanged { asset: share.asset, actor, from, until });
    let event = BlackoutSet {
        policy: share.policy,
        mint: share.mint,
        old_from: 0,
        new_from: from,
        old_until: 0,
        new_until: until,
    };
    receipt.assert_event(scrip_transfer_hook::ID, &event);
    assert_eq!(receipt.event_count(), 2);
    let transfer = Transfer::new(&share.mint, &cast().alice, &cast().bob, 1);
    for (time, answer) in [
        (from - 1, 0),
        (from, Refusal::Blackout.code()),
        (until - 1, Refusal::Blackout.code()),
        (until, 0),
    ] {
        world.set_time(time);
        assert_eq!(transfer.check(&mut world), answer, "{time}");
    }
}

fn set(from: i64, until: i64) -> Instruction {
    issuer_program::set_blackout(&cast().share, from, until)
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only halt", |_| {
        let mut instruction = set(START, START + 1);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Halt);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Halt);
        instruction
    }),
    case(HookError::BlackoutMalformed as u32, "it ends now", |_| set(START - 1, START)),
    case(HookError::BlackoutMalformed as u32, "it ends as it begins", |_| {
        set(START + 1, START + 1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
