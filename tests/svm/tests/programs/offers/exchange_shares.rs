//! `exchange_shares`: what it does, and who may. The errors about payouts are in `payout_errors`.

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesExchanged;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::fixtures::offers::{
    EFFECTIVE, SUPPLY, action, both, cash_for, final_payment, final_price, offer, others_for, pay,
    schedule, stock_treasury, wind_down,
};
use scrip_svm_tests::issuer_program::with;
use scrip_transfer_hook::PolicyTerms;

use super::*;
use crate::case::{assert_all_fail, case};

const AMOUNT: u64 = 10 * TOKEN + 2;

/// A merger in force, and Alice who gives shares up for what it brings.
fn merger(world: &mut World) -> Instruction {
    stock_treasury(world);
    stage(world, ActionKind::Merger)
}

/// An action in force that brings both, and Alice who gives shares up for it.
fn stage(world: &mut World, kind: ActionKind) -> Instruction {
    scrip_svm_tests::fixtures::offers::exchange(world, action(kind, both()));
    world.set_time(EFFECTIVE);
    exchange(0, AMOUNT)
}

/// The same without the owner's signature.
fn pushed(mut instruction: Instruction) -> Instruction {
    instruction.accounts[0].is_signer = false;
    instruction
}

pub const CASES: &[Case] = &[
    case(IssuerError::ZeroAmount as u32, "nothing", |world| {
        merger(world);
        exchange(0, 0)
    }),
    case(IssuerError::ZeroAmount as u32, "what brings nothing", |world| {
        schedule(world, action(ActionKind::Liquidation, final_price(1)));
        wind_down(world);
        pay(world, 0, PaidWith::Cash, SUPPLY / TOKEN);
        world.set_time(EFFECTIVE);
        exchange_for_cash(0, &cast().alice, true, TOKEN - 1)
    }),
    case(IssuerError::ActionNotScheduled as u32, "an action that is only announced", |world| {
        let args = action(ActionKind::ExchangeOffer, both());
        world.run(issuer_program::announce_action(&cast().share, 0, args));
        world.set_time(EFFECTIVE);
        issuer_program::exchange_shares(&cast().share, 0, &cast().alice, true, false, None, AMOUNT)
    }),
    case(IssuerError::ActionNotScheduled as u32, "an action that is cancelled", |world| {
        schedule(world, action(ActionKind::ExchangeOffer, both()));
        world.run(issuer_program::cancel_action(&cast().share, 0));
        world.set_time(EFFECTIVE);
        issuer_program::exchange_shares(&cast().share, 0, &cast().alice, true, false, None, AMOUNT)
    }),
    case(IssuerError::ActionNotDue as u32, "a second too early", |world| {
        let instruction = merger(world);
        world.set_time(EFFECTIVE - 1);
        instruction
    }),
    case(IssuerError::WrongForm as u32, "for an offer, where shares are tendered", |world| {
        offer(world, TOKEN);
        world.set_time(EFFECTIVE);
        exchange_for_cash(0, &cast().alice, true, AMOUNT)
    }),
    case(IssuerError::ActionMismatch as u32, "another share's action", |world| {
        world.schedule(&cast().other_share, scrip_svm_tests::fixtures::SPLIT);
        let other = addresses::action(&cast().other_share.asset, 0);
        with("exchange_shares", merger(world), [("action", other)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "another's shares", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("exchange_shares", merger(world), [("source", bobs)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the cash to another", |world| {
        let bobs = payment::account_of(&cast().bob, &cast().usd);
        with("exchange_shares", merger(world), [("cash_destination", bobs)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the shares to another", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().other_share.mint);
        with("exchange_shares", merger(world), [("share_destination", bobs)])
    }),
    case(IssuerError::OwnerMustSign as u32, "an exchange offer that nobody accepted", |world| {
        stock_treasury(world);
        stage(world, ActionKind::ExchangeOffer);
        pushed(exchange(0, shares(world, &cast().alice)))
    }),
    case(IssuerError::OwnerMustSign as u32, "a delisting that the holder waits out", |world| {
        final_payment(world, ActionKind::Delisting);
        world.set_time(EFFECTIVE);
        exchange_for_cash(0, &cast().alice, false, shares(world, &cast().alice))
    }),
    case(IssuerError::PushedInPart as u32, "all but one unit", |world| {
        merger(world);
        pushed(exchange(0, shares(world, &cast().alice) - 1))
    }),
    case(IssuerError::PushedInPart as u32, "one unit more than there is", |world| {
        merger(world);
        pushed(exchange(0, shares(world, &cast().alice) + 1))
    }),
    case(
        IssuerError::NotAssociatedAccount as u32,
        "with the cash to a forgotten account",
        |world| {
            merger(world);
            let account = second_dollars(world);
            let push = pushed(exchange(0, shares(world, &cast().alice)));
            with("exchange_shares", push, [("cash_destination", account)])
        },
    ),
    case(IssuerError::NotAssociatedAccount as u32, "with shares to a forgotten one", |world| {
        merger(world);
        let account = second_account(world, &cast().other_share.mint);
        let push = pushed(exchange(0, shares(world, &cast().alice)));
        with("exchange_shares", push, [("share_destination", account)])
    }),
    case(Refusal::Blackout as u32, "in a blackout", |world| {
        let instruction = merger(world);
        world.run(issuer_program::set_blackout(&cast().share, EFFECTIVE, EFFECTIVE + 1));
        instruction
    }),
    case(Refusal::Blackout as u32, "in a blackout of the other share", |world| {
        let instruction = merger(world);
        world.run(issuer_program::set_blackout(&cast().other_share, EFFECTIVE, EFFECTIVE + 1));
        instruction
    }),
    case(Refusal::SourceMissing as u32, "by somebody on no register", |world| {
        merger(world);
        exchange_for_cash(0, &cast().carol, true, 1)
    }),
    case(Refusal::SourceSuspended as u32, "by a suspended holder", |world| {
        let instruction = merger(world);
        set_status(world, 2);
        instruction
    }),
    case(Refusal::SourceExpired as u32, "brought to a lapsed holder", |world| {
        let instruction = merger(world);
        lapse(world);
        pushed(instruction)
    }),
    case(Refusal::SourceOtherWallet as u32, "by another's record", |world| {
        let bobs = cast().share.holder(&cast().bob);
        with("exchange_shares", merger(world), [("holder", bobs)])
    }),
    case(Refusal::DestinationOverMaxBalance as u32, "for more than one may hold", |world| {
        let instruction = merger(world);
        let terms = PolicyTerms { max_balance: 1_004 * TOKEN, ..scrip_svm_tests::setup::terms() };
        world.run(issuer_program::update_policy(&cast().other_share, terms));
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn cash_and_shares_come_at_once() {
    let mut world = World::new();
    let (asset, alice) = (cast().share.asset, cast().alice);
    let instruction = merger(&mut world);
    let (action, mut payouts) = (
        read_action(&world, 0),
        [cash_payout(0), share_payout(0)].map(|of| world.read::<Payout>(&of)),
    );
    let before = (dollars(&world, &alice), others(&world, &alice), shares(&world, &alice));
    let receipt = world.run(instruction);
    let (cash, other) = (1_234_567_892, 428_571_429);
    assert_eq!((cash, other), (cash_for(AMOUNT), others_for(AMOUNT)));
    let after = (dollars(&world, &alice), others(&world, &alice), shares(&world, &alice));
    assert_eq!(after, (before.0 + cash, before.1 + other, before.2 - AMOUNT));
    assert_eq!(supply(&world), SUPPLY - AMOUNT);
    payouts[0].paid = cash;
    payouts[1].paid = other;
    world.assert_account(&cash_payout(0), &payouts[0]);
    world.assert_account(&share_payout(0), &payouts[1]);
    assert_eq!(held(&world, &cash_payout(0)), Some(cash_for(SUPPLY) - cash));
    assert_eq!(held(&world, &share_payout(0)), Some(others_for(SUPPLY) - other));
    assert_action(&world, 0, &action);
    let event = SharesExchanged {
        asset,
        action: action_of(0),
        owner: alice,
        by_owner: true,
        amount: AMOUNT,
        cash,
        shares: other,
        old_supply: SUPPLY,
        new_supply: SUPPLY - AMOUNT,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn who_signs_says_where_to() {
    let mut world = World::new();
    let instruction = merger(&mut world);
    let cash = second_dollars(&mut world);
    let other = second_account(&mut world, &cast().other_share.mint);
    let own = [("cash_destination", cash), ("share_destination", other)];
    world.run(with("exchange_shares", instruction, own));
    assert_eq!(payment::balance(&world, &cash), cash_for(AMOUNT));
    assert_eq!(payment::balance(&world, &other), others_for(AMOUNT));
}

#[test]
fn a_halt_and_a_pause_of_trading_do_not_stop_it() {
    let mut world = World::new();
    let instruction = merger(&mut world);
    for share in [&cast().share, &cast().other_share] {
        world.run(issuer_program::halt(share, 2, 0));
    }
    let mut for_ever = world.clone();
    world.run(instruction.clone());
    // What Token-2022 itself stops, does stop: neither half happens.
    for_ever.run(issuer_program::pause(&cast().other_share));
    for_ever.refuse(instruction);
}
