//! Whatever the issuer does or does not do, whoever tendered gets the shares back in the end, alone.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::offers::{
    self, DEADLINE, EFFECTIVE, action, cash_for, no_tree, offer_terms, open, pay, schedule,
};
use scrip_svm_tests::{START, TOKEN, UNITED_STATES, hook_program, setup};
use scrip_transfer_hook::PolicyTerms;

use super::*;

const WINDOW: u32 = 90_000;
const RECLAIM_AT: i64 = EFFECTIVE + WINDOW as i64;

/// What may have become of the money, and from when on the shares can be withdrawn.
type State = (&'static str, i64, fn(&mut World));

/// What may have become of the rules.
type Rule = (&'static str, fn(&mut World));

/// What may become of an offer's money.
const MONEY: &[State] = &[
    ("nothing is there", RECLAIM_AT, |_| {}),
    ("nobody approved it", RECLAIM_AT, |world| {
        let args = no_tree(cash_for(TOKEN));
        world.run(issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args));
    }),
    ("nobody funded it", RECLAIM_AT, |world| open(world, 0, PaidWith::Cash, cash_for(TOKEN))),
    ("it is all there", RECLAIM_AT, |world| pay(world, 0, PaidWith::Cash, cash_for(TOKEN))),
    ("it was swept", DEADLINE, |world| {
        pay(world, 0, PaidWith::Cash, cash_for(TOKEN));
        world.set_time(DEADLINE);
        world.run(issuer_program::sweep_payout(&cast().share, 0, PaidWith::Cash));
    }),
    ("it was withdrawn", EFFECTIVE - 1, |world| {
        pay(world, 0, PaidWith::Cash, cash_for(TOKEN));
        world.run(issuer_program::withdraw_payout(&cast().share, 0, PaidWith::Cash));
    }),
    ("the offer is off", START, |world| {
        world.run(issuer_program::cancel_action(&cast().share, 0));
    }),
    ("the offer was off long ago", 10 * DEADLINE, |world| {
        world.run(issuer_program::cancel_action(&cast().share, 0));
    }),
];

/// What may become of the share, and of the holder.
const RULES: &[Rule] = &[
    ("nothing", |_| {}),
    ("a halt", |world| {
        world.run(issuer_program::halt(&cast().share, 2, 0));
    }),
    ("a blackout", |world| {
        let now = world.now();
        world.run(issuer_program::set_blackout(&cast().share, now, now + 7 * DAY));
    }),
    ("a longer window", |world| {
        let window = Change::SettlementWindow { seconds: 90 * 86_400 };
        world.run(issuer_program::change_asset(&cast().share, window));
    }),
    ("a wind-down", offers::wind_down),
    ("a policy that admits others and lets next to nothing move", |world| {
        let jurisdictions = setup::bitmap(&[UNITED_STATES]);
        let narrow = PolicyTerms { jurisdictions, max_transfer: 1, ..setup::terms() };
        world.run(issuer_program::update_policy(&cast().share, narrow));
    }),
    ("a lapsed record", lapse),
    ("a suspended record", |world| set_status(world, 2)),
    ("a revoked record", |world| set_status(world, 3)),
    ("a sanctioned record", |world| set_status(world, 4)),
    ("a closed record", |world| {
        world.run(hook_program::close_holder(&cast().company.register, &cast().alice));
    }),
    ("a token that is accepted no more", |world| {
        let no_more = Change::PaymentMint { mint: cast().usd, accepted: false };
        world.run(issuer_program::change_asset(&cast().share, no_more));
    }),
];

/// A world in which Alice has tendered, to an offer without money.
fn tendered() -> World {
    let mut world = World::new();
    let window = Change::SettlementWindow { seconds: WINDOW };
    world.run(issuer_program::change_asset(&cast().share, window));
    schedule(&mut world, action(ActionKind::TenderOffer, offer_terms(TOKEN)));
    world.run(issuer_program::tender_shares(&cast().share, 0, &cast().alice, 10 * TOKEN));
    world
}

fn withdraw() -> Instruction {
    issuer_program::withdraw_tender(&cast().share, 0, &cast().alice)
}

#[test]
fn every_tender_has_a_way_out() {
    for (money, from, pay) in MONEY {
        for (rule, change) in RULES {
            let mut world = tendered();
            pay(&mut world);
            change(&mut world);
            world.set_time((*from).max(world.now()));
            let receipt = world.send(withdraw());
            assert!(receipt.is_ok(), "{money}, {rule}: {:?}", receipt.err().unwrap().logs);
            assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN, "{money}, {rule}");
            assert_eq!(read_action(&world, 0).open_tenders, 0);
        }
    }
}

#[test]
fn only_a_pause_delays_it_and_it_ends_with_it() {
    let mut world = tendered();
    world.run(issuer_program::pause(&cast().share));
    world.set_time(RECLAIM_AT);
    world.refuse(withdraw());
    world.run(issuer_program::unpause(&cast().share));
    world.run(withdraw());
}

#[test]
fn a_lapsed_holder_waits_and_takes_the_shares_back() {
    let mut world = tendered();
    pay(&mut world, 0, PaidWith::Cash, cash_for(TOKEN));
    lapse(&mut world);
    world.set_time(EFFECTIVE);
    let settle = issuer_program::settle_tender(&cast().share, 0, &cast().alice);
    world.refuse(settle);
    let failure = world.refuse(withdraw());
    failure.assert_code(IssuerError::DeadlineNotReached as u32, "too early");
    world.set_time(RECLAIM_AT);
    world.run(withdraw());
    assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN);
}

#[test]
fn a_tender_does_not_outlive_its_settlement() {
    let mut world = tendered();
    pay(&mut world, 0, PaidWith::Cash, cash_for(TOKEN));
    world.set_time(RECLAIM_AT);
    let settle = issuer_program::settle_tender(&cast().share, 0, &cast().alice);
    let mut other = world.clone();
    world.run(settle.clone());
    world.refuse(withdraw());
    world.refuse(settle.clone());
    other.run(withdraw());
    other.refuse(settle);
    other.refuse(withdraw());
}

#[test]
fn while_a_tender_is_open_the_offer_is_not_closed() {
    let mut world = tendered();
    pay(&mut world, 0, PaidWith::Cash, cash_for(TOKEN));
    world.set_time(DEADLINE);
    world.run(issuer_program::sweep_payout(&cast().share, 0, PaidWith::Cash));
    let close = || issuer_program::settle_action(&cast().share, 0);
    world.refuse(close()).assert_code(IssuerError::ActionUnpaid as u32, "a tender is open");
    world.run(withdraw());
    world.run(close());
}
