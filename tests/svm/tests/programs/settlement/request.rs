//! `request_redemption`

use scrip_issuer::events::RedemptionRequested;
use scrip_issuer::state::Redemption;
use scrip_issuer::{ID, Quantity, RequestRedemptionArgs};
use scrip_rules::multiplier::SCALE;
use scrip_rules::settlement::MAX_ESCROW_SECONDS;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::{START, Transfer, keys};
use spl_token_2022_interface::extension::{
    BaseStateWithExtensions, ExtensionType, StateWithExtensions,
};
use spl_token_2022_interface::state::{Account, AccountState};

use super::*;

fn request_with(args: RequestRedemptionArgs) -> Instruction {
    issuer_program::request_redemption(&cast().share, &cast().alice, args)
}

fn requested() -> RedemptionRequested {
    RedemptionRequested {
        asset: cast().share.asset,
        redemption: redemption(),
        owner: cast().alice,
        payment_mint: cast().usd,
        amount: 10 * TOKEN,
        min_price: 120 * DOLLAR,
        fee_bps: 0,
        deadline: REQUEST.deadline,
    }
}

#[test]
fn puts_shares_into_escrow() {
    let mut world = World::new();
    let before = Books::of(&world);
    let receipt = world.run(request());
    let after = Books {
        shares: before.shares - 10 * TOKEN,
        shares_held: Some(10 * TOKEN),
        lamports: before.lamports - rents(&world).1,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    world.assert_account(&redemption(), &opened_redemption());
    assert_eq!(world.data(&redemption()).len(), REDEMPTION_LEN);
    receipt.assert_event(ID, &requested());
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn the_escrow_is_the_assets_and_nobody_elses() {
    let mut world = World::new();
    world.run(request());
    let account = world.account(&addresses::escrow(&redemption())).unwrap();
    assert_eq!((account.owner, account.data.len()), (token_2022::ID, SHARE_ESCROW_LEN));
    let expected = Account {
        mint: cast().share.mint,
        owner: cast().share.asset,
        amount: 10 * TOKEN,
        state: AccountState::Initialized,
        ..Account::default()
    };
    let state = StateWithExtensions::<Account>::unpack(&account.data).unwrap();
    assert_eq!(state.base, expected);
    let mut extensions = state.get_extension_types().unwrap();
    extensions.sort_by_key(|extension| u16::from(*extension));
    assert_eq!(extensions, [ExtensionType::TransferHookAccount, ExtensionType::PausableAccount]);
}

#[test]
fn without_a_least_price_it_is_paid_off_chain() {
    let mut world = World::new();
    let receipt = world.run(request_with(RequestRedemptionArgs { min_price: 0, ..REQUEST }));
    let payment_mint = Pubkey::default();
    let expected = Redemption { payment_mint, min_price: 0, ..opened_redemption() };
    world.assert_account(&redemption(), &expected);
    let event = RedemptionRequested { payment_mint, min_price: 0, ..requested() };
    receipt.assert_event(ID, &event);
}

#[test]
fn the_fee_of_that_day_is_noted() {
    let mut world = World::new();
    set_fees(&mut world, 30);
    world.run(request());
    world.assert_account(&redemption(), &Redemption { fee_bps: 30, ..opened_redemption() });
}

#[test]
fn one_raw_unit_and_all_that_there_is() {
    for amount in [1, 1_000 * TOKEN] {
        let mut world = World::new();
        let quantity = Quantity::Raw { amount };
        world.run(request_with(RequestRedemptionArgs { quantity, ..REQUEST }));
        let books = Books::of(&world);
        assert_eq!((books.shares, books.shares_held), (1_000 * TOKEN - amount, Some(amount)));
    }
    let quantity = Quantity::Raw { amount: 1_000 * TOKEN + 1 };
    let more = request_with(RequestRedemptionArgs { quantity, ..REQUEST });
    assert_eq!(World::new().refuse(more).code(), Some(1), "insufficient funds");
}

#[test]
fn whole_shares_are_rounded_down_to_raw_units() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE);
    let of = |shares, expected_multiplier| Quantity::Shares { shares, expected_multiplier };
    let stale = RequestRedemptionArgs { quantity: of(43, SCALE), ..REQUEST };
    assert_eq!(world.refuse(request_with(stale)).code(), Some(7066));
    let quantity = of(43, 4 * SCALE);
    world.run(request_with(RequestRedemptionArgs { quantity, ..REQUEST }));
    assert_eq!(Books::of(&world).shares_held, Some(10), "43 / 4");
}

#[test]
fn the_deadline_may_be_the_first_and_the_last_second() {
    for window in [0, 1, 5 * 86_400, MAX_ESCROW_SECONDS] {
        let mut world = World::new();
        change(&mut world, Change::SettlementWindow { seconds: window });
        let first = START + i64::from(window.max(1));
        let last = START + i64::from(MAX_ESCROW_SECONDS);
        for (id, deadline) in [(1, first), (2, last)] {
            world.run(request_with(RequestRedemptionArgs { id, deadline, ..REQUEST }));
        }
        for (deadline, code) in [(first - 1, 7123), (last + 1, 7124)] {
            let outside = RequestRedemptionArgs { id: 3, deadline, ..REQUEST };
            assert_eq!(world.refuse(request_with(outside)).code(), Some(code));
        }
    }
}

#[test]
fn goes_on_while_trading_is_halted_and_the_asset_winds_down() {
    let mut world = World::new();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    world.run(issuer_program::wind_down(&cast().share));
    world.run(request());
}

#[test]
fn from_any_account_of_the_owner() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let other = keys::wallet("alice's other shares");
    let create = token_2022::create_movable_account(&world, &other, &share.mint, &alice);
    world.send_all(&create).unwrap();
    let own = token_2022::account_of(&alice, &share.mint);
    let refused = world.refuse(instead(request(), &own, &other));
    assert_eq!(refused.code(), Some(1), "insufficient funds");
    let gift = Transfer::new(&share.mint, &cast().bob, &alice, 11 * TOKEN);
    Transfer { destination: other, ..gift }.send(&mut world).unwrap();
    world.run(instead(request(), &own, &other));
    assert_eq!(payment::balance(&world, &other), TOKEN);
    assert_eq!(Books::of(&world).shares, 1_000 * TOKEN);
}

#[test]
fn lamports_sent_ahead_do_no_harm() {
    for lamports in [1, 2_000_000, 50_000_000] {
        let mut world = World::new();
        world.give_lamports(addresses::escrow(&redemption()), lamports);
        world.give_lamports(redemption(), lamports);
        let before = Books::of(&world);
        world.run(request());
        world.set_time(REQUEST.deadline);
        world.run(reclaim());
        let expected = Books { lamports: before.lamports + 2 * lamports, ..before };
        assert_eq!(Books::of(&world), expected);
    }
}
