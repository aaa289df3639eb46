//! `settle_redemption` and `settle_redemption_off_chain`

use scrip_issuer::events::RedemptionSettled;
use scrip_issuer::state::Redemption;
use scrip_issuer::{ID, RequestRedemptionArgs, SettleRedemptionArgs};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::Transfer;
use scrip_svm_tests::cast::Duty;

use super::*;

fn settle_with(args: SettleRedemptionArgs) -> Instruction {
    issuer_program::settle_redemption(&cast().share, &cast().alice, NUMBER, args)
}

fn open() -> (World, Books) {
    let mut world = World::new();
    world.run(request());
    let before = Books::of(&world);
    (world, before)
}

/// The event of the first settlement of the fixture.
fn settled(before: &Books) -> RedemptionSettled {
    RedemptionSettled {
        asset: cast().share.asset,
        redemption: redemption(),
        owner: cast().alice,
        actor: cast().company.member(Duty::Redeem),
        payment_mint: cast().usd,
        amount: 4 * TOKEN,
        price: 125 * DOLLAR,
        value: 500 * DOLLAR,
        fee: 0,
        last: false,
        old_supply: before.supply,
        new_supply: before.supply - 4 * TOKEN,
        multiplier: SCALE,
        reference: issuer_program::REFERENCE,
    }
}

#[test]
fn burns_a_part_and_pays_for_it() {
    let (mut world, before) = open();
    let receipt = world.run(settle());
    let after = Books {
        dollars: before.dollars + 500 * DOLLAR,
        treasury: before.treasury - 500 * DOLLAR,
        shares_held: Some(6 * TOKEN),
        supply: before.supply - 4 * TOKEN,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    let expected = Redemption { settled: 4 * TOKEN, paid: 500 * DOLLAR, ..opened_redemption() };
    world.assert_account(&redemption(), &expected);
    receipt.assert_event(ID, &settled(&before));
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn the_settlement_that_leaves_nothing_closes_it() {
    let (mut world, _) = open();
    world.run(settle());
    let before = Books::of(&world);
    let receipt = world.run(settle_with(SettleRedemptionArgs { amount: 6 * TOKEN, ..SETTLEMENT }));
    let after = Books {
        dollars: before.dollars + 750 * DOLLAR,
        treasury: before.treasury - 750 * DOLLAR,
        shares_held: None,
        supply: before.supply - 6 * TOKEN,
        lamports: before.lamports + rents(&world).1,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    assert_eq!(world.account(&redemption()), None);
    let event = RedemptionSettled {
        amount: 6 * TOKEN,
        value: 750 * DOLLAR,
        last: true,
        new_supply: before.supply - 6 * TOKEN,
        ..settled(&before)
    };
    receipt.assert_event(ID, &event);
}

#[test]
fn off_chain_it_burns_and_names_the_payment() {
    let mut world = World::new();
    let off_chain = RequestRedemptionArgs { min_price: 0, ..REQUEST };
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, off_chain));
    for (amount, last) in [(3 * TOKEN, false), (7 * TOKEN, true)] {
        let before = Books::of(&world);
        let (share, alice) = (cast().share, cast().alice);
        let receipt = world.run(issuer_program::settle_off_chain(&share, &alice, NUMBER, amount));
        let after = Books {
            shares_held: (!last).then_some(7 * TOKEN),
            supply: before.supply - amount,
            lamports: before.lamports + if last { rents(&world).1 } else { 0 },
            ..before
        };
        assert_eq!(Books::of(&world), after);
        let event = RedemptionSettled {
            payment_mint: Pubkey::default(),
            amount,
            price: 0,
            value: 0,
            last,
            new_supply: before.supply - amount,
            reference: [9; 32],
            ..settled(&before)
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
    assert_eq!(world.account(&redemption()), None);
}

#[test]
fn what_strangers_sent_is_burnt_with_the_last_part() {
    let (mut world, before) = open();
    let (share, bob) = (cast().share, cast().bob);
    let gift = Transfer {
        destination: addresses::escrow(&redemption()),
        ..Transfer::new(&share.mint, &bob, &bob, 3)
    };
    gift.send(&mut world).unwrap();
    world.run(settle());
    assert_eq!(Books::of(&world).shares_held, Some(6 * TOKEN + 3));
    let supply = Books::of(&world).supply;
    let receipt = world.run(settle_with(SettleRedemptionArgs { amount: 6 * TOKEN, ..SETTLEMENT }));
    let after = Books::of(&world);
    assert_eq!((after.shares_held, after.supply), (None, supply - 6 * TOKEN - 3));
    assert_eq!(after.dollars, before.dollars + 1_250 * DOLLAR, "strangers' shares are not paid");
    let event = RedemptionSettled {
        amount: 6 * TOKEN,
        value: 750 * DOLLAR,
        last: true,
        old_supply: supply,
        new_supply: supply - 6 * TOKEN - 3,
        ..settled(&before)
    };
    receipt.assert_event(ID, &event);
}

#[test]
fn at_any_price_from_the_least_on() {
    for price in [120 * DOLLAR, 1_000 * DOLLAR] {
        let (mut world, before) = open();
        world.run(settle_with(SettleRedemptionArgs { price, ..SETTLEMENT }));
        assert_eq!(Books::of(&world).dollars, before.dollars + 4 * price);
    }
    let (mut world, _) = open();
    let below = SettleRedemptionArgs { price: 120 * DOLLAR - 1, ..SETTLEMENT };
    assert_eq!(world.refuse(settle_with(below)).code(), Some(7122));
}

#[test]
fn anybody_may_pay_and_the_treasury_gets_the_fee() {
    let mut world = World::new();
    set_fees(&mut world, 100);
    world.run(request());
    let (before, bob) = (Books::of(&world), dollars(&world, &cast().bob));
    let treasury = cast().company.treasury();
    let mut instruction = instead(settle(), &treasury, &cast().bob);
    // The payment comes from Bob's account; the last of the two goes on naming the treasury's.
    let account = payment::account_of(&treasury, &cast().usd);
    let source = instruction.accounts.iter_mut().find(|meta| meta.pubkey == account);
    source.unwrap().pubkey = payment::account_of(&cast().bob, &cast().usd);
    world.run(instruction);
    let after = Books::of(&world);
    assert_eq!(dollars(&world, &cast().bob), bob - 500 * DOLLAR);
    assert_eq!(after.treasury, before.treasury + 5 * DOLLAR);
    assert_eq!(after.dollars, before.dollars + 495 * DOLLAR);
}

#[test]
fn goes_on_after_the_deadline_until_it_is_reclaimed() {
    let (mut world, _) = open();
    world.set_time(REQUEST.deadline + 1);
    world.run(settle());
    world.run(reclaim());
    assert_eq!(world.send(settle()).unwrap_err().code(), Some(3012), "it is there no more");
}

#[test]
fn goes_on_halted_delisted_and_winding_down() {
    let (mut world, before) = open();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    change(&mut world, Change::PaymentMint { mint: cast().usd, accepted: false });
    world.run(issuer_program::wind_down(&cast().share));
    world.run(settle());
    assert_eq!(Books::of(&world).dollars, before.dollars + 500 * DOLLAR);
}
