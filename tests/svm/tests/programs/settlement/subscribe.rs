//! `subscribe`

use scrip_issuer::ID;
use scrip_issuer::SubscribeArgs;
use scrip_issuer::change::Change;
use scrip_issuer::events::SubscriptionOpened;
use scrip_issuer::state::Subscription;
use scrip_rules::settlement::MAX_ESCROW_SECONDS;
use scrip_svm_tests::fixtures::SUBSCRIPTION;
use scrip_svm_tests::payment::{DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::{START, World, addresses, cast, issuer_program};
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::state::{Account, AccountState};

use super::*;

fn subscribe_with(args: SubscribeArgs) -> Instruction {
    issuer_program::subscribe(&cast().share, &cast().alice, args)
}

#[test]
fn puts_cash_into_escrow() {
    let mut world = World::new();
    let before = Books::of(&world);
    let receipt = world.run(subscribe());
    let after = Books {
        dollars: before.dollars - 1_000 * DOLLAR,
        dollars_held: Some(1_000 * DOLLAR),
        lamports: before.lamports - rents(&world).0,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    world.assert_account(&subscription(), &opened_subscription());
    assert_eq!(world.data(&subscription()).len(), SUBSCRIPTION_LEN);
    let event = SubscriptionOpened {
        asset: cast().share.asset,
        subscription: subscription(),
        investor: cast().alice,
        payment_mint: cast().usd,
        amount: 1_000 * DOLLAR,
        limit_price: 130 * DOLLAR,
        fee_bps: 0,
        deadline: SUBSCRIPTION.deadline,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn the_escrow_is_the_assets_and_nobody_elses() {
    let mut world = World::new();
    world.run(subscribe());
    let address = addresses::escrow(&subscription());
    let account = world.account(&address).unwrap();
    assert_eq!((account.owner, account.data.len()), (TOKEN_PROGRAM, DOLLAR_ESCROW_LEN));
    let expected = Account {
        mint: cast().usd,
        owner: cast().share.asset,
        amount: 1_000 * DOLLAR,
        state: AccountState::Initialized,
        ..Account::default()
    };
    assert_eq!(StateWithExtensions::<Account>::unpack(&account.data).unwrap().base, expected);
}

#[test]
fn the_fee_of_that_day_is_noted() {
    let mut world = World::new();
    set_fees(&mut world, 30);
    world.run(subscribe());
    world.assert_account(&subscription(), &Subscription { fee_bps: 30, ..opened_subscription() });
}

#[test]
fn all_that_the_investor_has() {
    let mut world = World::new();
    let all = Books::of(&world).dollars;
    world.run(subscribe_with(SubscribeArgs { amount: all, ..SUBSCRIPTION }));
    let books = Books::of(&world);
    assert_eq!((books.dollars, books.dollars_held), (0, Some(all)));
}

#[test]
fn one_unit_at_the_least_price() {
    let mut world = World::new();
    world.run(subscribe_with(SubscribeArgs { amount: 1, limit_price: 1, ..SUBSCRIPTION }));
    assert_eq!(Books::of(&world).dollars_held, Some(1));
}

#[test]
fn the_deadline_may_be_the_first_and_the_last_second() {
    for window in [0, 1, 5 * 86_400, MAX_ESCROW_SECONDS] {
        let mut world = World::new();
        change(&mut world, Change::SettlementWindow { seconds: window });
        let first = START + i64::from(window.max(1));
        let last = START + i64::from(MAX_ESCROW_SECONDS);
        for (id, deadline) in [(1, first), (2, last)] {
            world.run(subscribe_with(SubscribeArgs { id, deadline, ..SUBSCRIPTION }));
        }
        for deadline in [first - 1, last + 1] {
            world.refuse(subscribe_with(SubscribeArgs { id: 3, deadline, ..SUBSCRIPTION }));
        }
    }
}

#[test]
fn many_at_a_time() {
    let mut world = World::new();
    let before = Books::of(&world);
    for id in [0, 1, u64::MAX] {
        world.run(subscribe_with(SubscribeArgs { id, amount: 5 + id % 7, ..SUBSCRIPTION }));
        let address = addresses::subscription(&cast().share.asset, &cast().alice, id);
        assert_eq!(held(&world, &address), Some(5 + id % 7));
    }
    let spent = 15 + 1 + u64::MAX % 7;
    assert_eq!(Books::of(&world).dollars, before.dollars - spent);
}

#[test]
fn goes_on_while_trading_is_halted_and_in_a_blackout() {
    let mut world = World::new();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    world.run(issuer_program::set_blackout(&cast().share, START, START + DAY));
    world.run(subscribe());
}

#[test]
fn lamports_sent_ahead_do_no_harm() {
    for lamports in [1, 2_000_000, 50_000_000] {
        let mut world = World::new();
        let escrow = addresses::escrow(&subscription());
        world.give_lamports(escrow, lamports);
        let before = Books::of(&world);
        world.run(subscribe());
        let rent = world.rent(SUBSCRIPTION_LEN);
        let missing = world.rent(DOLLAR_ESCROW_LEN).saturating_sub(lamports);
        assert_eq!(Books::of(&world).lamports, before.lamports - rent - missing);
        world.set_time(SUBSCRIPTION.deadline);
        world.run(cancel());
        // What strangers sent goes where the rent goes.
        let expected = Books { lamports: before.lamports + lamports, ..before };
        assert_eq!(Books::of(&world), expected);
    }
}
