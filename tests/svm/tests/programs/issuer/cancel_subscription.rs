//! `cancel_subscription`, `reject_subscription`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{RejectArgs, instruction};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::SUBSCRIPTION;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{World, addresses, cast};

use super::money::{dollars_of, hookable_money, paid_in};
use crate::case::{Case, assert_all_fail, case};

fn subscribe(world: &mut World) {
    world.run(issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION));
}

/// Subscribes, and lets the deadline pass.
fn cancellable(world: &mut World) -> Instruction {
    subscribe(world);
    world.set_time(SUBSCRIPTION.deadline);
    issuer_program::cancel_subscription(&cast().share, &cast().alice, 7)
}

fn rejectable(world: &mut World) -> Instruction {
    subscribe(world);
    issuer_program::reject_subscription(&cast().share, &cast().alice, 7)
}

pub const CASES: &[Case] = &[
    case(IssuerError::DeadlineNotReached as u32, "a second too early", |world| {
        let instruction = cancellable(world);
        world.set_time(SUBSCRIPTION.deadline - 1);
        instruction
    }),
    case(IssuerError::NotEscrowOwner as u32, "cancelled by somebody else", |world| {
        with("cancel_subscription", cancellable(world), [("investor", cast().bob)])
    }),
    case(IssuerError::NotEscrowOwner as u32, "cancelled by who paid the rent", |world| {
        with("cancel_subscription", cancellable(world), [("investor", cast().payer)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "cancelled to another's account", |world| {
        with("cancel_subscription", cancellable(world), [("refund", dollars_of(&cast().bob))])
    }),
    case(IssuerError::EscrowMismatch as u32, "cancelled for another share", |world| {
        with("cancel_subscription", cancellable(world), [("asset", cast().other_share.asset)])
    }),
    case(IssuerError::EscrowMismatch as u32, "cancelled in another token", |world| {
        let money = hookable_money(world);
        paid_in("cancel_subscription", cancellable(world), &money)
    }),
    case(IssuerError::NotRentPayer as u32, "cancelled for the rent", |world| {
        with("cancel_subscription", cancellable(world), [("rent_receiver", cast().alice)])
    }),
    case(IssuerError::RoleLacksPermission as u32, "rejected by a redeemer", |world| {
        let (company, duty) = (cast().company, Duty::Redeem);
        let others = [("actor", company.member(duty)), ("role", company.role(duty))];
        with("reject_subscription", rejectable(world), others)
    }),
    case(IssuerError::ReasonMissing as u32, "rejected without a reason", |world| {
        let args = RejectArgs { reason: 0, reference: issuer_program::REFERENCE };
        let data = anchor_lang::InstructionData::data(&instruction::RejectSubscription { args });
        Instruction { data, ..rejectable(world) }
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "rejected into the treasury", |world| {
        let treasury = dollars_of(&cast().company.treasury());
        with("reject_subscription", rejectable(world), [("refund", treasury)])
    }),
    case(IssuerError::EscrowMismatch as u32, "rejected for another share", |world| {
        with("reject_subscription", rejectable(world), [("asset", cast().other_share.asset)])
    }),
    case(IssuerError::EscrowMismatch as u32, "another share's, rejected for this one", |world| {
        let instruction = rejectable(world);
        world.run(issuer_program::subscribe(&cast().other_share, &cast().alice, SUBSCRIPTION));
        let other = addresses::subscription(&cast().other_share.asset, &cast().alice, 7);
        let others = [("subscription", other), ("payment_escrow", addresses::escrow(&other))];
        with("reject_subscription", instruction, others)
    }),
    case(IssuerError::NotRentPayer as u32, "rejected for the rent", |world| {
        with("reject_subscription", rejectable(world), [("rent_receiver", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
