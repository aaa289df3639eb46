//! Who gets how much of an offer: everybody the same part, and every unit is accounted for.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use scrip_rules::corporate_action::ActionState;
use scrip_svm_tests::fixtures::offers::{self, DEADLINE, EFFECTIVE, SUPPLY, cash_for, offer};
use scrip_svm_tests::{TOKEN, Transfer, hook_program, keys, setup};

use super::*;

/// Seven holders with two hundred tokens each.
fn holders(world: &mut World) -> Vec<Pubkey> {
    let (share, register) = (&cast().share, &cast().company.register);
    let names = (0..7).map(|number| keys::wallet(&format!("holder {number}")));
    let holders: Vec<_> = names.collect();
    for (number, holder) in holders.iter().enumerate() {
        world.run(hook_program::onboard_holder(register, *holder, setup::details()));
        world.run(token_2022::create_account(holder, &share.mint));
        world.run(payment::create_account(holder, &cast().usd, &payment::TOKEN_PROGRAM));
        let from = if number < 4 { cast().alice } else { cast().bob };
        Transfer::new(&share.mint, &from, holder, 200 * TOKEN).send(world).unwrap();
    }
    holders
}

fn tender(world: &mut World, holders: &[Pubkey], amounts: &[u64]) {
    for (holder, amount) in holders.iter().zip(amounts) {
        world.run(issuer_program::tender_shares(&cast().share, 0, holder, *amount));
    }
}

/// Settles all of them, holds each against exact arithmetic, and returns what was bought and paid in all.
fn settle(world: &mut World, holders: &[Pubkey], amounts: &[u64], max: u64) -> (u64, u64) {
    let total: u64 = amounts.iter().sum();
    let (mut bought, mut cash) = (0, 0);
    for (holder, amount) in holders.iter().zip(amounts) {
        let part = if total <= max {
            *amount
        } else {
            u64::try_from(u128::from(*amount) * u128::from(max) / u128::from(total)).unwrap()
        };
        world.run(issuer_program::settle_tender(&cast().share, 0, holder));
        assert_eq!(shares(world, holder), 200 * TOKEN - part, "{amount} of {total}, at most {max}");
        assert_eq!(dollars(world, holder), cash_for(part));
        (bought, cash) = (bought + part, cash + cash_for(part));
    }
    assert!(bought <= max && bought <= total);
    assert_eq!(supply(world), SUPPLY - bought);
    assert_eq!(paid(world, &cash_payout(0)), cash);
    (bought, cash)
}

#[test]
fn nobody_gets_a_unit_too_much_and_none_is_lost() {
    let mut random = StdRng::seed_from_u64(5);
    let mut staged = World::without_signatures();
    let holders = holders(&mut staged);
    let limits = [1, 6, 7, 1_000_003, 99 * TOKEN + 7, 500 * TOKEN - 1, 1_400 * TOKEN];
    for max in limits {
        let mut world = staged.clone();
        offer(&mut world, max);
        let most = if max < 1_000 { 50 } else { 200 * TOKEN };
        let amounts: Vec<u64> = holders.iter().map(|_| random.random_range(1..=most)).collect();
        tender(&mut world, &holders, &amounts);
        world.set_time(EFFECTIVE);
        let (bought, cash) = settle(&mut world, &holders, &amounts, max);
        // Each part loses less than a unit.
        let wanted = max.min(amounts.iter().sum());
        assert!(wanted - bought < 7, "{bought} of {wanted}");
        sweep(&mut world, cash_for(max).max(1) - cash);
    }
}

/// What is left goes to the treasury, after which the books are closed.
fn sweep(world: &mut World, left: u64) {
    let treasury = cast().company.treasury();
    let before = dollars(world, &treasury);
    assert_eq!(held(world, &cash_payout(0)), Some(left));
    world.refuse(issuer_program::settle_action(&cast().share, 0));
    world.set_time(DEADLINE);
    world.run(issuer_program::sweep_payout(&cast().share, 0, PaidWith::Cash));
    assert_eq!(dollars(world, &treasury), before + left);
    assert_eq!(held(world, &cash_payout(0)), None);
    world.run(issuer_program::settle_action(&cast().share, 0));
    assert_eq!(read_action(world, 0).state, ActionState::Settled as u8);
}

#[test]
fn exactly_the_most_is_bought_whole() {
    for (over, whole) in [(0, true), (1, false)] {
        let mut world = World::without_signatures();
        let holders = holders(&mut world);
        let amounts = [3, 5 * TOKEN, 7 * TOKEN + 1, 1, 2, 11, 13 + over];
        let max = 12 * TOKEN + 31;
        offer(&mut world, max);
        tender(&mut world, &holders, &amounts);
        world.set_time(EFFECTIVE);
        let (bought, _) = settle(&mut world, &holders, &amounts, max);
        assert_eq!(bought == max, whole, "{bought} of {max}");
    }
}

#[test]
fn a_withdrawal_in_time_leaves_more_to_the_others() {
    let mut world = World::without_signatures();
    let holders = holders(&mut world);
    offer(&mut world, 100);
    tender(&mut world, &holders[..3], &[100, 60, 40]);
    world.set_time(EFFECTIVE - 1);
    world.run(issuer_program::withdraw_tender(&cast().share, 0, &holders[0]));
    world.set_time(EFFECTIVE);
    assert_eq!(settle(&mut world, &holders[1..3], &[60, 40], 100).0, 100);
}

#[test]
fn the_order_makes_no_difference() {
    let amounts = [17, 100 * TOKEN, 3 * TOKEN + 1, 99, 150 * TOKEN + 9, 8, 1];
    let mut staged = World::without_signatures();
    let holders = holders(&mut staged);
    offer(&mut staged, 101 * TOKEN + 3);
    tender(&mut staged, &holders, &amounts);
    staged.set_time(EFFECTIVE);
    let mut there = staged.clone();
    let forth = settle(&mut there, &holders, &amounts, 101 * TOKEN + 3);
    let (mut owners, mut back) = (holders.clone(), amounts);
    owners.reverse();
    back.reverse();
    assert_eq!(settle(&mut staged, &owners, &back, 101 * TOKEN + 3), forth);
}

#[test]
fn an_offer_that_nobody_took_is_settled_without_money() {
    let mut world = World::new();
    let args = offers::action(
        scrip_rules::corporate_action::ActionKind::TenderOffer,
        offers::offer_terms(1),
    );
    offers::schedule(&mut world, args);
    world.set_time(EFFECTIVE);
    world.run(issuer_program::settle_action(&cast().share, 0));
}
