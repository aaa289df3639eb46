//! `purchase_shares`: the errors of its own. What stops every issue is in `issue`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::PurchaseSharesArgs;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::PURCHASE;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{addresses, cast, token_2022};

use super::money::{dollars_of, hook, hookable_money, paid_in};
use crate::case::{Case, assert_all_fail, case};

fn purchase() -> Instruction {
    purchase_with(|_| {})
}

fn purchase_with(change: fn(&mut PurchaseSharesArgs)) -> Instruction {
    let mut args = PURCHASE;
    change(&mut args);
    issuer_program::purchase_shares(&cast().share, &cast().alice, args)
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotMinter as u32, "by a redeemer", |_| {
        with("purchase_shares", purchase(), [("actor", cast().company.member(Duty::Redeem))])
    }),
    case(IssuerError::ZeroAmount as u32, "no shares", |_| purchase_with(|it| it.amount = 0)),
    case(IssuerError::PriceBeyondLimit as u32, "a unit more than the investor pays", |_| {
        purchase_with(|it| it.max_payment -= 1)
    }),
    case(IssuerError::PriceBeyondLimit as u32, "the fee comes on top", |world| {
        let fees = Change::Fees { purchase_bps: 1, redemption_bps: 0 };
        world.run(issuer_program::change_asset(&cast().share, fees));
        purchase()
    }),
    case(IssuerError::MultiplierMoved as u32, "at another multiplier", |_| {
        purchase_with(|it| it.expected_multiplier = SCALE + 1)
    }),
    case(IssuerError::AmountOverflow as u32, "more cash than there are numbers", |_| {
        purchase_with(|it| it.price = u64::MAX)
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "in a token accepted no more", |world| {
        let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
        world.run(issuer_program::change_asset(&cast().share, no_more));
        purchase()
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "by another share's listing", |_| {
        let other = addresses::payment_listing(&cast().foreign_share.asset, &cast().usd);
        with("purchase_shares", purchase(), [("payment_listing", other)])
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "in a token with a hook now", |world| {
        let money = hookable_money(world);
        let instruction = paid_in("purchase_shares", purchase(), &money);
        world.clone().run(instruction.clone());
        hook(world, &money);
        instruction
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with another's cash", |_| {
        with("purchase_shares", purchase(), [("payment_source", dollars_of(&cast().bob))])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the shares to another", |_| {
        let (bob, share) = (cast().bob, cast().share);
        let account = token_2022::account_of(&bob, &share.mint);
        let others = [("destination", account), ("holder", share.holder(&bob))];
        with("purchase_shares", purchase(), others)
    }),
    case(IssuerError::NotTreasuryAccount as u32, "with the payment to another", |_| {
        with("purchase_shares", purchase(), [("treasury_account", dollars_of(&cast().bob))])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
