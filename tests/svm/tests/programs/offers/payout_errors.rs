//! `exchange_shares` with a payout that is not ready, or not the right one. Nothing is burnt.

use scrip_issuer::error::IssuerError;
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::fixtures::effective_at;
use scrip_svm_tests::fixtures::offers::{
    self, DEADLINE, EFFECTIVE, SUPPLY, action, both, cash_for, final_price, no_tree, others_for,
    pay, schedule, stock_treasury, wind_down,
};
use scrip_svm_tests::issuer_program::with;

use super::*;
use crate::case::{assert_all_fail, case};
use crate::codes::DUPLICATE;

/// Two actions in force that bring both: the merger has number 0, the exchange offer 1.
fn two(world: &mut World) -> Instruction {
    stock_treasury(world);
    offers::exchange(world, action(ActionKind::Merger, both()));
    offers::exchange(world, action(ActionKind::ExchangeOffer, both()));
    world.set_time(EFFECTIVE);
    exchange(0, TOKEN)
}

/// With one other account.
fn instead(world: &mut World, account: &str, key: Pubkey) -> Instruction {
    with("exchange_shares", two(world), [(account, key)])
}

/// A merger in force whose payout in shares is complete.
fn half_paid(world: &mut World) -> u32 {
    stock_treasury(world);
    let sequence = schedule(world, action(ActionKind::Merger, both()));
    wind_down(world);
    pay(world, sequence, PaidWith::Shares(&cast().other_share), others_for(SUPPLY));
    sequence
}

pub const CASES: &[Case] = &[
    case(IssuerError::PayoutMissing as u32, "without the cash", |world| {
        two(world);
        let (share, other) = (&cast().share, Some(&cast().other_share));
        issuer_program::exchange_shares(share, 0, &cast().alice, true, false, other, TOKEN)
    }),
    case(IssuerError::PayoutMissing as u32, "without the shares", |world| {
        two(world);
        exchange_for_cash(0, &cast().alice, true, TOKEN)
    }),
    case(IssuerError::PayoutMissing as u32, "with nowhere for the cash", |world| {
        instead(world, "cash_destination", scrip_issuer::ID)
    }),
    case(IssuerError::PayoutMissing as u32, "with nowhere for the shares", |world| {
        instead(world, "share_destination", scrip_issuer::ID)
    }),
    case(IssuerError::PayoutMismatch as u32, "the cash of another action", |world| {
        instead(world, "cash_payout", cash_payout(1))
    }),
    case(IssuerError::PayoutMismatch as u32, "the shares of another action", |world| {
        instead(world, "share_payout", share_payout(1))
    }),
    case(IssuerError::PayoutMismatch as u32, "cash from the vault of another payout", |world| {
        instead(world, "cash_vault", addresses::escrow(&cash_payout(1)))
    }),
    case(IssuerError::PayoutMismatch as u32, "shares from the vault of another", |world| {
        instead(world, "share_vault", addresses::escrow(&share_payout(1)))
    }),
    case(IssuerError::PayoutMismatch as u32, "the cash as if it were shares", |world| {
        let others = [("cash_payout", scrip_issuer::ID), ("share_payout", cash_payout(0))];
        with("exchange_shares", two(world), others)
    }),
    case(IssuerError::PayoutMismatch as u32, "the shares as if they were cash", |world| {
        let others = [("cash_payout", share_payout(0)), ("share_payout", scrip_issuer::ID)];
        with("exchange_shares", two(world), others)
    }),
    case(IssuerError::PayoutMismatch as u32, "another asset of the shares", |world| {
        instead(world, "share_asset", cast().foreign_share.asset)
    }),
    case(IssuerError::PayoutMismatch as u32, "a policy of another asset", |world| {
        instead(world, "share_policy", cast().share.policy)
    }),
    case(IssuerError::PayoutMismatch as u32, "another token of the cash", |world| {
        instead(world, "cash_mint", cast().other_share.mint)
    }),
    case(IssuerError::PayoutMismatch as u32, "another token of the shares", |world| {
        instead(world, "share_mint", cast().foreign_share.mint)
    }),
    case(IssuerError::PayoutNotApproved as u32, "cash that nobody checked", |world| {
        half_paid(world);
        let (share, treasury) = (&cast().share, cast().company.treasury());
        let (with, total) = (PaidWith::Cash, cash_for(SUPPLY));
        world.run(issuer_program::open_payout(share, 0, with, no_tree(total)));
        world.run(issuer_program::fund_payout(share, 0, with, &treasury, total));
        world.set_time(EFFECTIVE);
        exchange(0, TOKEN)
    }),
    case(IssuerError::PayoutNotFunded as u32, "cash that lacks a unit", |world| {
        half_paid(world);
        let (share, treasury) = (&cast().share, cast().company.treasury());
        let (with, total) = (PaidWith::Cash, cash_for(SUPPLY));
        offers::open(world, 0, with, total);
        world.run(issuer_program::fund_payout(share, 0, with, &treasury, total - 1));
        world.set_time(EFFECTIVE);
        exchange(0, TOKEN)
    }),
    case(IssuerError::PayoutNotFunded as u32, "cash that is sent past the books", |world| {
        half_paid(world);
        let treasury = cast().company.treasury();
        offers::open(world, 0, PaidWith::Cash, cash_for(SUPPLY));
        let from = payment::account_of(&treasury, &cast().usd);
        let vault = addresses::escrow(&cash_payout(0));
        let (usd, program) = (&cast().usd, &payment::TOKEN_PROGRAM);
        let all = cash_for(SUPPLY);
        world.run(payment::transfer(&from, usd, &vault, &treasury, all, program));
        world.set_time(EFFECTIVE);
        exchange(0, TOKEN)
    }),
    case(IssuerError::PayoutNotOpen as u32, "in force, but paid later", |world| {
        let mut args = action(ActionKind::Liquidation, final_price(offers::PRICE));
        args.dates.payable_at = EFFECTIVE + 100;
        schedule(world, args);
        wind_down(world);
        let mut late = no_tree(cash_for(SUPPLY));
        late.deadline += 100;
        let share = &cast().share;
        world.run(issuer_program::open_payout(share, 0, PaidWith::Cash, late));
        world.run(issuer_program::approve_payout(share, 0, PaidWith::Cash, &late));
        let treasury = cast().company.treasury();
        let all = cash_for(SUPPLY);
        world.run(issuer_program::fund_payout(share, 0, PaidWith::Cash, &treasury, all));
        world.set_time(EFFECTIVE + 99);
        exchange_for_cash(0, &cast().alice, true, TOKEN)
    }),
    case(IssuerError::PayoutOver as u32, "at the deadline", |world| {
        let instruction = two(world);
        world.set_time(DEADLINE);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn one_payout_is_not_both() {
    for (place, payout) in [("share_payout", cash_payout(0)), ("cash_payout", share_payout(0))] {
        let mut world = World::new();
        let twice = instead(&mut world, place, payout);
        world.refuse(twice).assert_code(DUPLICATE, place);
    }
}

#[test]
fn until_the_second_before_the_deadline_it_goes_through() {
    let mut world = World::new();
    let instruction = two(&mut world);
    world.set_time(DEADLINE - 1);
    world.run(instruction);
}

#[test]
fn nothing_is_burnt_when_one_half_is_not_there() {
    let mut world = World::new();
    half_paid(&mut world);
    offers::open(&mut world, 0, PaidWith::Cash, cash_for(SUPPLY));
    world.set_time(EFFECTIVE);
    let before = (shares(&world, &cast().alice), supply(&world), held(&world, &share_payout(0)));
    world.refuse(exchange(0, TOKEN)).assert_code(IssuerError::PayoutNotFunded as u32, "no cash");
    let after = (shares(&world, &cast().alice), supply(&world), held(&world, &share_payout(0)));
    assert_eq!(after, before);
    let (share, treasury) = (&cast().share, cast().company.treasury());
    let all = cash_for(SUPPLY);
    world.run(issuer_program::fund_payout(share, 0, PaidWith::Cash, &treasury, all));
    world.run(exchange(0, TOKEN));
}

#[test]
fn an_exchange_offer_ends_when_the_money_does() {
    // It need not have money for everybody: who comes first is served, and who comes late keeps the shares.
    let mut world = World::new();
    let mut args = action(ActionKind::ExchangeOffer, both());
    args.dates = effective_at(EFFECTIVE);
    stock_treasury(&mut world);
    schedule(&mut world, args);
    pay(&mut world, 0, PaidWith::Cash, cash_for(TOKEN));
    pay(&mut world, 0, PaidWith::Shares(&cast().other_share), others_for(SUPPLY));
    world.set_time(EFFECTIVE);
    world.run(exchange(0, TOKEN));
    let before = shares(&world, &cast().alice);
    world.refuse(exchange(0, TOKEN));
    assert_eq!(shares(&world, &cast().alice), before);
}
