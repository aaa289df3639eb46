//! `cancel_subscription`, `reject_subscription`, `reclaim_redemption`, `reject_redemption`: what is left
//! goes back, and the rents to whoever paid them.

use scrip_issuer::ID;
use scrip_issuer::events::{RedemptionReturned, SubscriptionReturned};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::payment::TOKEN_PROGRAM;
use scrip_svm_tests::{Transfer, keys};

use super::*;

/// What goes back when the investor cancels at the deadline.
fn cash_returned() -> SubscriptionReturned {
    SubscriptionReturned {
        asset: cast().share.asset,
        subscription: subscription(),
        investor: cast().alice,
        actor: cast().alice,
        returned: 1_000 * DOLLAR,
        reason: 0,
        reference: [0; 32],
    }
}

/// What goes back when the owner reclaims at the deadline.
fn shares_returned() -> RedemptionReturned {
    RedemptionReturned {
        asset: cast().share.asset,
        redemption: redemption(),
        owner: cast().alice,
        actor: cast().alice,
        returned: 10 * TOKEN,
        reason: 0,
        reference: [0; 32],
    }
}

#[test]
fn an_investor_cancels_from_the_second_of_the_deadline_on() {
    for late in [0, 1, 1_000 * DAY] {
        let mut world = World::new();
        let before = Books::of(&world);
        world.run(subscribe());
        world.set_time(SUBSCRIPTION.deadline - 1);
        assert_eq!(world.refuse(cancel()).code(), Some(7125));
        world.set_time(SUBSCRIPTION.deadline + late);
        let receipt = world.run(cancel());
        assert_eq!(Books::of(&world), before, "everything is as it was, the rent too");
        assert_eq!(world.account(&subscription()), None);
        receipt.assert_event(ID, &cash_returned());
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn an_owner_reclaims_from_the_second_of_the_deadline_on() {
    for late in [0, 1, 1_000 * DAY] {
        let mut world = World::new();
        let before = Books::of(&world);
        world.run(request());
        world.set_time(REQUEST.deadline - 1);
        assert_eq!(world.refuse(reclaim()).code(), Some(7125));
        world.set_time(REQUEST.deadline + late);
        let receipt = world.run(reclaim());
        assert_eq!(Books::of(&world), before, "everything is as it was, the rent too");
        assert_eq!(world.account(&redemption()), None);
        receipt.assert_event(ID, &shares_returned());
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn the_issuer_declines_at_any_time() {
    for time in [SUBSCRIPTION.deadline - 7 * DAY, SUBSCRIPTION.deadline + DAY] {
        let mut world = World::new();
        let before = Books::of(&world);
        world.run(subscribe());
        world.run(request());
        world.set_time(time);
        let receipt = world.run(reject_subscription());
        let (reason, reference) = (3, issuer_program::REFERENCE);
        let actor = cast().company.member(Duty::Mint);
        let event = SubscriptionReturned { actor, reason, reference, ..cash_returned() };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        let receipt = world.run(reject_redemption());
        let actor = cast().company.member(Duty::Redeem);
        let event = RedemptionReturned { actor, reason, reference, ..shares_returned() };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        assert_eq!(Books::of(&world), before);
    }
}

#[test]
fn what_was_not_filled_or_settled_goes_back() {
    let ways: [fn() -> [Instruction; 2]; 2] =
        [|| [cancel(), reclaim()], || [reject_subscription(), reject_redemption()]];
    for back in ways {
        let mut world = World::new();
        let before = Books::of(&world);
        for instruction in [subscribe(), fill(), request(), settle()] {
            world.run(instruction);
        }
        world.set_time(SUBSCRIPTION.deadline);
        let [cash, shares] = back();
        let cash = world.run(cash);
        let shares = world.run(shares);
        let after = Books {
            // Two bought and four sold, at 125 dollars.
            dollars: before.dollars + 250 * DOLLAR,
            treasury: before.treasury - 250 * DOLLAR,
            shares: before.shares - 2 * TOKEN,
            supply: before.supply - 2 * TOKEN,
            ..before
        };
        assert_eq!(Books::of(&world), after);
        assert_eq!((cash.event_count(), shares.event_count()), (1, 1));
    }
}

#[test]
fn what_strangers_sent_goes_with_it() {
    let mut world = World::new();
    let (share, bob) = (cast().share, cast().bob);
    let before = Books::of(&world);
    world.run(subscribe());
    world.run(request());
    let [cash, shares] = [subscription(), redemption()].map(|of| addresses::escrow(&of));
    let from = payment::account_of(&bob, &cast().usd);
    world.run(payment::transfer(&from, &cast().usd, &cash, &bob, 5, &TOKEN_PROGRAM));
    let gift = Transfer::new(&share.mint, &bob, &bob, 3);
    Transfer { destination: shares, ..gift }.send(&mut world).unwrap();
    for escrow in [cash, shares, subscription(), redemption()] {
        world.give_lamports(escrow, 11);
    }
    world.set_time(SUBSCRIPTION.deadline);
    let receipt = world.run(cancel());
    let returned = 1_000 * DOLLAR + 5;
    receipt.assert_event(ID, &SubscriptionReturned { returned, ..cash_returned() });
    let receipt = world.run(reclaim());
    let returned = 10 * TOKEN + 3;
    receipt.assert_event(ID, &RedemptionReturned { returned, ..shares_returned() });
    let after = Books {
        dollars: before.dollars + 5,
        shares: before.shares + 3,
        lamports: before.lamports + 4 * 11,
        ..before
    };
    assert_eq!(Books::of(&world), after);
}

#[test]
fn the_same_number_can_be_used_again_even_at_once() {
    let mut world = World::new();
    world.run(subscribe());
    world.run(request());
    let before = Books::of(&world);
    world.send_all(&[reject_subscription(), subscribe()]).unwrap();
    world.send_all(&[reject_redemption(), request()]).unwrap();
    assert_eq!(Books::of(&world), before);
    world.assert_account(&subscription(), &opened_subscription());
    world.assert_account(&redemption(), &opened_redemption());
}

#[test]
fn each_number_is_returned_by_itself() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let before = Books::of(&world);
    let (cash, shares) = (
        scrip_issuer::SubscribeArgs { id: 8, amount: 9, ..SUBSCRIPTION },
        scrip_issuer::RequestRedemptionArgs { id: 8, ..REQUEST },
    );
    world.run(subscribe());
    world.run(request());
    world.run(issuer_program::subscribe(&share, &alice, cash));
    world.run(issuer_program::request_redemption(&share, &alice, shares));
    world.set_time(SUBSCRIPTION.deadline);
    world.run(cancel());
    world.run(reclaim());
    let books = Books::of(&world);
    assert_eq!(books.dollars, before.dollars - 9);
    assert_eq!(books.shares, before.shares - 10 * TOKEN);
    world.run(issuer_program::cancel_subscription(&share, &alice, 8));
    world.run(issuer_program::reclaim_redemption(&share, &alice, 8));
    assert_eq!(Books::of(&world), before);
}

#[test]
fn another_payer_gets_its_rents_back() {
    let mut world = World::new();
    let (payer, other) = (cast().payer, keys::wallet("another payer"));
    world.give_lamports(other, 100_000_000);
    let before = Books::of(&world);
    world.run(instead(subscribe(), &payer, &other));
    world.run(instead(request(), &payer, &other));
    assert_eq!(Books::of(&world).lamports, before.lamports);
    let (cash, shares) = rents(&world);
    assert_eq!(world.account(&other).unwrap().lamports, 100_000_000 - cash - shares);
    world.set_time(SUBSCRIPTION.deadline);
    assert_eq!(world.refuse(cancel()).code(), Some(7010));
    assert_eq!(world.refuse(reclaim()).code(), Some(7010));
    world.run(instead(cancel(), &payer, &other));
    world.run(instead(reclaim(), &payer, &other));
    assert_eq!(world.account(&other).unwrap().lamports, 100_000_000);
    assert_eq!(Books::of(&world), before);
}
