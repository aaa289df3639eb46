//! `fill_subscription`

use scrip_issuer::events::SubscriptionFilled;
use scrip_issuer::state::Subscription;
use scrip_issuer::{FillSubscriptionArgs, ID};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::keys;
use scrip_svm_tests::payment::TOKEN_PROGRAM;

use super::*;

fn fill_with(args: FillSubscriptionArgs) -> Instruction {
    issuer_program::fill_subscription(&cast().share, &cast().alice, NUMBER, args)
}

pub fn open() -> (World, Books) {
    let mut world = World::new();
    world.run(subscribe());
    let before = Books::of(&world);
    (world, before)
}

/// The event of the first fill of the fixture.
pub fn filled(before: &Books) -> SubscriptionFilled {
    SubscriptionFilled {
        asset: cast().share.asset,
        subscription: subscription(),
        investor: cast().alice,
        actor: cast().company.member(Duty::Mint),
        checker: Pubkey::default(),
        amount: 2 * TOKEN,
        price: 125 * DOLLAR,
        value: 250 * DOLLAR,
        fee: 0,
        returned: 0,
        last: false,
        old_supply: before.supply,
        new_supply: before.supply + 2 * TOKEN,
        multiplier: SCALE,
        reference: issuer_program::REFERENCE,
    }
}

#[test]
fn delivers_a_part_against_its_payment() {
    let (mut world, before) = open();
    let receipt = world.run(fill());
    let after = Books {
        treasury: before.treasury + 250 * DOLLAR,
        dollars_held: Some(750 * DOLLAR),
        shares: before.shares + 2 * TOKEN,
        supply: before.supply + 2 * TOKEN,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    let (spent, filled_raw) = (250 * DOLLAR, 2 * TOKEN);
    let expected = Subscription { spent, filled: filled_raw, ..opened_subscription() };
    world.assert_account(&subscription(), &expected);
    receipt.assert_event(ID, &filled(&before));
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn the_fill_that_leaves_nothing_closes_it() {
    let (mut world, opened) = open();
    for _ in 0..3 {
        world.run(fill());
    }
    let before = Books::of(&world);
    assert_eq!(before.dollars_held, Some(250 * DOLLAR));
    let receipt = world.run(fill());
    let after = Books {
        treasury: before.treasury + 250 * DOLLAR,
        dollars_held: None,
        shares: before.shares + 2 * TOKEN,
        supply: before.supply + 2 * TOKEN,
        lamports: before.lamports + rents(&world).0,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    assert_eq!(after.treasury, opened.treasury + 1_000 * DOLLAR);
    assert_eq!(after.shares, opened.shares + 8 * TOKEN);
    assert_eq!(world.account(&subscription()), None);
    receipt.assert_event(ID, &SubscriptionFilled { last: true, ..filled(&before) });
}

#[test]
fn a_last_fill_returns_the_rest() {
    let (mut world, before) = open();
    let receipt = world.run(fill_with(FillSubscriptionArgs { last: true, ..FILL }));
    let after = Books {
        dollars: before.dollars + 750 * DOLLAR,
        treasury: before.treasury + 250 * DOLLAR,
        dollars_held: None,
        shares: before.shares + 2 * TOKEN,
        supply: before.supply + 2 * TOKEN,
        lamports: before.lamports + rents(&world).0,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    assert_eq!(world.account(&subscription()), None);
    let event = SubscriptionFilled { returned: 750 * DOLLAR, last: true, ..filled(&before) };
    receipt.assert_event(ID, &event);
}

#[test]
fn what_strangers_sent_goes_to_the_investor() {
    let (mut world, before) = open();
    let (escrow, bob) = (addresses::escrow(&subscription()), cast().bob);
    let from = payment::account_of(&bob, &cast().usd);
    world.run(payment::transfer(&from, &cast().usd, &escrow, &bob, 3, &TOKEN_PROGRAM));
    // Eight shares take all that was deposited; the three units are nobody's payment.
    let receipt = world.run(fill_with(FillSubscriptionArgs { amount: 8 * TOKEN, ..FILL }));
    let after = Books::of(&world);
    assert_eq!(after.dollars, before.dollars + 3);
    assert_eq!((after.treasury, after.dollars_held), (before.treasury + 1_000 * DOLLAR, None));
    let event = SubscriptionFilled {
        amount: 8 * TOKEN,
        value: 1_000 * DOLLAR,
        returned: 3,
        last: true,
        new_supply: before.supply + 8 * TOKEN,
        ..filled(&before)
    };
    receipt.assert_event(ID, &event);
}

#[test]
fn dust_that_buys_no_raw_unit_waits_for_the_last_fill() {
    let (mut world, before) = open();
    // One raw unit less leaves one unit of the payment, and one raw unit costs two.
    let price = 130 * DOLLAR;
    let amount = 769_230_769;
    world.run(fill_with(FillSubscriptionArgs { amount, price, ..FILL }));
    assert_eq!(Books::of(&world).dollars_held, None, "rounded up, it takes all");
    assert_eq!(Books::of(&world).treasury, before.treasury + 1_000 * DOLLAR);

    let (mut world, before) = open();
    world.run(fill_with(FillSubscriptionArgs { amount: amount - 1, price, ..FILL }));
    assert_eq!(Books::of(&world).dollars_held, Some(1));
    let more = FillSubscriptionArgs { amount: 1, price, ..FILL };
    assert_eq!(world.refuse(fill_with(more)).code(), Some(7126), "over the escrow");
    world.set_time(SUBSCRIPTION.deadline);
    world.run(cancel());
    assert_eq!(Books::of(&world).dollars, before.dollars + 1);
}

#[test]
fn at_any_price_up_to_the_limit() {
    for price in [0, 1, 130 * DOLLAR] {
        let (mut world, before) = open();
        world.run(fill_with(FillSubscriptionArgs { price, ..FILL }));
        assert_eq!(Books::of(&world).treasury, before.treasury + 2 * price);
    }
    let (mut world, _) = open();
    let above = FillSubscriptionArgs { price: 130 * DOLLAR + 1, ..FILL };
    assert_eq!(world.refuse(fill_with(above)).code(), Some(7122));
}

#[test]
fn goes_on_after_the_deadline_until_it_is_cancelled() {
    let (mut world, _) = open();
    world.set_time(SUBSCRIPTION.deadline + 1);
    world.run(fill());
    world.run(cancel());
    assert_eq!(world.send(fill()).unwrap_err().code(), Some(3012), "it is there no more");
}

#[test]
fn goes_on_while_trading_is_halted_and_the_token_is_delisted() {
    let (mut world, before) = open();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    change(&mut world, Change::PaymentMint { mint: cast().usd, accepted: false });
    world.run(fill());
    assert_eq!(Books::of(&world).shares, before.shares + 2 * TOKEN);
}

#[test]
fn to_any_account_of_the_investor() {
    let (mut world, before) = open();
    let (share, alice) = (cast().share, cast().alice);
    let shares = keys::wallet("alice's other shares");
    let create = token_2022::create_movable_account(&world, &shares, &share.mint, &alice);
    world.send_all(&create).unwrap();
    let instruction = fill_with(FillSubscriptionArgs { last: true, ..FILL });
    world.run(instead(instruction, &token_2022::account_of(&alice, &share.mint), &shares));
    assert_eq!(payment::balance(&world, &shares), 2 * TOKEN);
    assert_eq!(Books::of(&world).shares, before.shares);
    assert_eq!(dollars(&world, &alice), before.dollars + 750 * DOLLAR);
}

#[test]
fn a_new_treasury_is_paid() {
    let (mut world, before) = open();
    let company = cast().company;
    let treasury = Change::Treasury { owner: cast().carol };
    world.run(issuer_program::change_company(&company, treasury));
    assert_eq!(world.refuse(fill()).code(), Some(7129), "the old one is paid no more");
    let old = payment::account_of(&company.treasury(), &cast().usd);
    let new = payment::account_of(&cast().carol, &cast().usd);
    let had = dollars(&world, &cast().carol);
    world.run(instead(fill(), &old, &new));
    assert_eq!(dollars(&world, &cast().carol), had + 250 * DOLLAR);
    assert_eq!(Books::of(&world).treasury, before.treasury);
}
