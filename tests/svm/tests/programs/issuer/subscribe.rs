//! `subscribe`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::SubscribeArgs;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_rules::refusal::Refusal;
use scrip_rules::settlement::MAX_ESCROW_SECONDS;
use scrip_svm_tests::fixtures::SUBSCRIPTION;
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::{START, World, addresses, cast, hook_program};

use super::money::{dollars_of, hook, hookable_money, paid_in};
use crate::case::{Case, assert_all_fail, case};
use crate::codes::HAS_ONE;

fn subscribe() -> Instruction {
    issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION)
}

fn subscribe_with(change: fn(&mut SubscribeArgs)) -> Instruction {
    let mut args = SUBSCRIPTION;
    change(&mut args);
    issuer_program::subscribe(&cast().share, &cast().alice, args)
}

fn set_status(world: &mut World, status: u8) {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotActive as u32, "to an asset that is winding down", |world| {
        world.run(issuer_program::wind_down(&cast().share));
        subscribe()
    }),
    case(IssuerError::ZeroAmount as u32, "with no cash", |_| subscribe_with(|it| it.amount = 0)),
    case(IssuerError::ZeroAmount as u32, "at no price", |_| {
        subscribe_with(|it| it.limit_price = 0)
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "in a token accepted no more", |world| {
        let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
        world.run(issuer_program::change_asset(&cast().share, no_more));
        subscribe()
    }),
    case(IssuerError::PaymentMintNotAccepted as u32, "by another token's listing", |world| {
        let money = hookable_money(world);
        let dollars = addresses::payment_listing(&cast().share.asset, &cast().usd);
        let subscribe = paid_in("subscribe", subscribe(), &money);
        with("subscribe", subscribe, [("payment_listing", dollars)])
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "in a token that has a hook now", |world| {
        let money = hookable_money(world);
        let instruction = paid_in("subscribe", subscribe(), &money);
        world.clone().run(instruction.clone());
        hook(world, &money);
        instruction
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with another's cash", |_| {
        with("subscribe", subscribe(), [("payment_source", dollars_of(&cast().bob))])
    }),
    case(IssuerError::DeadlineTooSoon as u32, "until now", |_| {
        subscribe_with(|it| it.deadline = START)
    }),
    case(IssuerError::DeadlineTooSoon as u32, "a second less than the window", |world| {
        let window = Change::SettlementWindow { seconds: 100 };
        world.run(issuer_program::change_asset(&cast().share, window));
        world.clone().run(subscribe_with(|it| it.deadline = START + 100));
        subscribe_with(|it| it.deadline = START + 99)
    }),
    case(IssuerError::DeadlineTooLate as u32, "a second more than 90 days", |world| {
        world.clone().run(subscribe_with(|it| it.deadline = START + i64::from(MAX_ESCROW_SECONDS)));
        subscribe_with(|it| it.deadline = START + i64::from(MAX_ESCROW_SECONDS) + 1)
    }),
    case(IssuerError::DeadlineTooLate as u32, "for ever", |_| {
        subscribe_with(|it| it.deadline = i64::MAX)
    }),
    case(Refusal::DestinationMissing as u32, "by somebody on no register", |_| {
        issuer_program::subscribe(&cast().share, &cast().carol, SUBSCRIPTION)
    }),
    case(Refusal::DestinationOtherWallet as u32, "by another's record", |_| {
        with("subscribe", subscribe(), [("holder", cast().share.holder(&cast().bob))])
    }),
    case(Refusal::DestinationSuspended as u32, "by a suspended holder", |world| {
        set_status(world, 2);
        subscribe()
    }),
    case(Refusal::DestinationSanctioned as u32, "by a sanctioned holder", |world| {
        set_status(world, 4);
        subscribe()
    }),
];

#[test]
fn another_shares_listing_is_of_no_use() {
    let other = addresses::payment_listing(&cast().other_share.asset, &cast().usd);
    let instruction = with("subscribe", subscribe(), [("payment_listing", other)]);
    World::new().refuse(instruction).assert_code(HAS_ONE, "another share takes it");
}

#[test]
fn errors() {
    assert_all_fail(CASES);
}
