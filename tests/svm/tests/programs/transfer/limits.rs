//! Amounts, to the unit. `check_transfer` reckons beforehand what the hook sees afterwards, so both are
//! asked every time.

use scrip_rules::policy::UNLIMITED;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer};
use scrip_svm_tests::{Failure, TOKEN, Transfer, World, cast, keys, token_2022};

use super::stage::{call_in_flight, set_terms, transfer, venue};
use super::{assert_allowed, assert_refused};

/// What Alice and Bob hold.
const HELD: u64 = 1_000 * TOKEN;

fn to_bob(amount: u64) -> Transfer {
    transfer(&cast().alice, &cast().bob, amount)
}

#[test]
fn a_transfer_moves_as_much_as_the_policy_says_and_no_more() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.max_transfer = 100);
    for amount in [0, 1, 99, 100] {
        assert_allowed(&world, &to_bob(amount));
    }
    for amount in [101, 102, HELD] {
        assert_refused(&world, &to_bob(amount), Refusal::OverMaxTransfer);
    }
}

#[test]
fn a_recipient_holds_as_much_as_the_policy_says_and_no_more() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.max_balance = HELD + 5);
    for amount in [0, 1, 4, 5] {
        assert_allowed(&world, &to_bob(amount));
    }
    for amount in [6, 7, HELD] {
        assert_refused(&world, &to_bob(amount), Refusal::DestinationOverMaxBalance);
    }
    // What has arrived counts.
    to_bob(3).send(&mut world).unwrap();
    assert_allowed(&world, &to_bob(2));
    assert_refused(&world, &to_bob(3), Refusal::DestinationOverMaxBalance);
}

#[test]
fn who_holds_too_much_may_send_and_not_receive() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.max_balance = HELD - 1);
    assert_refused(&world, &to_bob(0), Refusal::DestinationOverMaxBalance);
    let venue = venue(&mut world, "venue");
    assert_allowed(&world, &transfer(&cast().bob, &venue, 1));
    // Alice has given the venue its float, and has room again.
    assert_allowed(&world, &transfer(&cast().bob, &cast().alice, 1));
}

#[test]
fn a_venue_may_hold_any_number_and_not_receive_any_number_at_once() {
    let mut world = World::new();
    let venue = venue(&mut world, "venue");
    set_terms(&mut world, |terms| (terms.max_balance, terms.max_transfer) = (1, 100));
    assert_allowed(&world, &transfer(&cast().alice, &venue, 100));
    assert_refused(&world, &transfer(&cast().alice, &venue, 101), Refusal::OverMaxTransfer);
    // Its own customers are wallets like others.
    let withdrawal = transfer(&venue, &cast().alice, 1);
    assert_refused(&world, &withdrawal, Refusal::DestinationOverMaxBalance);
}

#[test]
fn a_balance_is_that_of_one_token_account() {
    let mut world = World::new();
    let (alice, mint) = (cast().alice, cast().share.mint);
    let second = keys::wallet("second account");
    let create = token_2022::create_movable_account(&world, &second, &mint, &alice);
    world.send_all(&create).unwrap();
    set_terms(&mut world, |terms| terms.max_balance = HELD);
    let to_herself = |amount| Transfer { destination: second, ..transfer(&alice, &alice, amount) };
    assert_allowed(&world, &to_herself(HELD));
    set_terms(&mut world, |terms| terms.max_balance = 5);
    assert_allowed(&world, &to_herself(5));
    assert_refused(&world, &to_herself(6), Refusal::DestinationOverMaxBalance);
}

#[test]
fn within_one_account_nothing_is_added() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.max_balance = HELD);
    let transfer = transfer(&cast().alice, &cast().alice, 5);
    assert_allowed(&world, &transfer);
    transfer.send(&mut world).unwrap();
    assert_eq!(token_2022::balance(&world, &cast().alice, &cast().share.mint), HELD);
    // Token-2022 asks the hook about no such transfer; who asks beforehand hears what it would say.
    set_terms(&mut world, |terms| terms.max_balance = HELD - 1);
    assert_eq!(transfer.check(&mut world), Refusal::DestinationOverMaxBalance.code());
}

#[test]
fn a_sum_beyond_u64_is_too_much() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.max_balance = UNLIMITED - 1);
    let account = token_2022::account_of(&cast().bob, &cast().share.mint);
    world.edit(account, |account| {
        account.data[64..72].copy_from_slice(&(u64::MAX - 5).to_le_bytes());
    });
    assert_allowed(&world, &to_bob(4));
    assert_refused(&world, &to_bob(5), Refusal::DestinationOverMaxBalance);
    let accounts = to_bob(6).hook_accounts(&world);
    let planned = answer(&world.run(check_transfer(accounts, 6)));
    assert_eq!(planned, Refusal::DestinationOverMaxBalance.code());
}

/// What the hook says of a confidential transfer, whose amount Token-2022 gives as `u64::MAX`.
fn confidential(world: &World, transfer: &Transfer) -> Option<u32> {
    let planned =
        answer(&world.clone().run(check_transfer(transfer.hook_accounts(world), u64::MAX)));
    let in_flight = call_in_flight(&mut world.clone(), transfer, u64::MAX);
    let code = in_flight.err().as_ref().map(|failure| Failure::code(failure).unwrap());
    assert_eq!(code.unwrap_or(0), u32::from(planned));
    code
}

#[test]
fn a_hidden_amount_passes_where_no_limit_asks_for_it() {
    let mut world = World::new();
    let venue = venue(&mut world, "venue");
    let (to_bob, to_venue) = (to_bob(1), transfer(&cast().alice, &venue, 1));
    let hidden = Some(u32::from(Refusal::AmountHidden.code()));
    // (max_transfer, max_balance, to a wallet, to a venue)
    for (max_transfer, max_balance, wallet, venue) in [
        (UNLIMITED, UNLIMITED, None, None),
        (UNLIMITED - 1, UNLIMITED, hidden, hidden),
        (UNLIMITED, UNLIMITED - 1, hidden, None),
        (1, 1, hidden, hidden),
    ] {
        set_terms(&mut world, |terms| {
            (terms.max_transfer, terms.max_balance) = (max_transfer, max_balance);
        });
        assert_eq!(confidential(&world, &to_bob), wallet, "{max_transfer} {max_balance}");
        assert_eq!(confidential(&world, &to_venue), venue, "{max_transfer} {max_balance}");
    }
}
