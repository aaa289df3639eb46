//! `fill_subscription`: the errors of its own. What stops every issue is in `issue`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::FillSubscriptionArgs;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{FILL, SUBSCRIPTION};
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::{TOKEN, World, addresses, cast, token_2022};

use super::money::{dollars_of, hook, hookable_money, paid_in};
use crate::case::{Case, assert_all_fail, case};

fn subscribe(world: &mut World) {
    world.run(issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION));
}

fn fill() -> Instruction {
    fill_with(|_| {})
}

fn fill_with(change: fn(&mut FillSubscriptionArgs)) -> Instruction {
    let mut args = FILL;
    change(&mut args);
    issuer_program::fill_subscription(&cast().share, &cast().alice, 7, args)
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotMinter as u32, "by the investor", |world| {
        subscribe(world);
        with("fill_subscription", fill(), [("actor", cast().alice)])
    }),
    case(IssuerError::NotMinter as u32, "by a redeemer", |world| {
        subscribe(world);
        with("fill_subscription", fill(), [("actor", cast().company.member(Duty::Redeem))])
    }),
    case(IssuerError::ZeroAmount as u32, "no shares", |world| {
        subscribe(world);
        fill_with(|it| it.amount = 0)
    }),
    case(IssuerError::PriceBeyondLimit as u32, "a unit above the limit", |world| {
        subscribe(world);
        world.clone().run(fill_with(|it| it.price = SUBSCRIPTION.limit_price));
        fill_with(|it| it.price = SUBSCRIPTION.limit_price + 1)
    }),
    case(IssuerError::MultiplierMoved as u32, "at another multiplier", |world| {
        subscribe(world);
        fill_with(|it| it.expected_multiplier = SCALE - 1)
    }),
    case(IssuerError::OverEscrow as u32, "for a unit more than there is", |world| {
        subscribe(world);
        world.clone().run(fill_with(|it| it.amount = 8 * TOKEN));
        fill_with(|it| it.amount = 8 * TOKEN + 1)
    }),
    case(IssuerError::OverEscrow as u32, "for more than the fee leaves", |world| {
        let fees = Change::Fees { purchase_bps: 1, redemption_bps: 0 };
        world.run(issuer_program::change_asset(&cast().share, fees));
        subscribe(world);
        fill_with(|it| it.amount = 8 * TOKEN)
    }),
    case(IssuerError::OverEscrow as u32, "with dust that is in the escrow", |world| {
        subscribe(world);
        let subscription = addresses::subscription(&cast().share.asset, &cast().alice, 7);
        let (from, to) = (dollars_of(&cast().bob), addresses::escrow(&subscription));
        world.run(scrip_svm_tests::payment::transfer(
            &from,
            &cast().usd,
            &to,
            &cast().bob,
            500 * DOLLAR,
            &scrip_svm_tests::payment::TOKEN_PROGRAM,
        ));
        fill_with(|it| it.amount = 9 * TOKEN)
    }),
    case(IssuerError::AmountOverflow as u32, "more cash than there are numbers", |world| {
        subscribe(world);
        fill_with(|it| it.amount = u64::MAX)
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "in a token with a hook now", |world| {
        let money = hookable_money(world);
        let subscribe = issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION);
        world.run(paid_in("subscribe", subscribe, &money));
        let instruction = paid_in("fill_subscription", fill(), &money);
        world.clone().run(instruction.clone());
        hook(world, &money);
        instruction
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the shares to another", |world| {
        subscribe(world);
        let (bob, share) = (cast().bob, cast().share);
        let account = token_2022::account_of(&bob, &share.mint);
        let others = [("destination", account), ("holder", share.holder(&bob))];
        with("fill_subscription", fill(), others)
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the rest to another", |world| {
        subscribe(world);
        let refund = fill_with(|it| it.last = true);
        with("fill_subscription", refund, [("refund", dollars_of(&cast().bob))])
    }),
    case(IssuerError::NotTreasuryAccount as u32, "with the payment to another", |world| {
        subscribe(world);
        with("fill_subscription", fill(), [("treasury_account", dollars_of(&cast().bob))])
    }),
    case(IssuerError::NotTreasuryAccount as u32, "with another issuer's treasury", |world| {
        subscribe(world);
        let foreign = dollars_of(&cast().foreign_company.treasury());
        with("fill_subscription", fill(), [("treasury_account", foreign)])
    }),
    case(IssuerError::EscrowMismatch as u32, "another share's subscription", |world| {
        world.run(issuer_program::subscribe(&cast().other_share, &cast().alice, SUBSCRIPTION));
        let other = addresses::subscription(&cast().other_share.asset, &cast().alice, 7);
        let others = [("subscription", other), ("payment_escrow", addresses::escrow(&other))];
        with("fill_subscription", fill(), others)
    }),
    case(IssuerError::EscrowMismatch as u32, "in another token", |world| {
        let money = hookable_money(world);
        subscribe(world);
        paid_in("fill_subscription", fill(), &money)
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        subscribe(world);
        with("fill_subscription", fill(), [("rent_receiver", cast().mallory)])
    }),
    case(Refusal::DestinationOtherWallet as u32, "by another's record", |world| {
        subscribe(world);
        with("fill_subscription", fill(), [("holder", cast().share.holder(&cast().bob))])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
