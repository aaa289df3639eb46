//! `withdraw_tender`. That it always goes through in the end is in `way_out`.

use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::TenderWithdrawn;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::offers::{self, EFFECTIVE, offer};
use scrip_svm_tests::issuer_program::with;
use scrip_svm_tests::{TOKEN, Transfer};

use super::*;
use crate::case::{assert_all_fail, case};

/// How long settling may take.
const WINDOW: u32 = 90_000;
/// From when on what was not settled can be withdrawn.
const RECLAIM_AT: i64 = EFFECTIVE + WINDOW as i64;

fn withdraw() -> Instruction {
    issuer_program::withdraw_tender(&cast().share, 0, &cast().alice)
}

/// Alice and Bob have tendered.
fn tendered(world: &mut World) -> Instruction {
    let window = Change::SettlementWindow { seconds: WINDOW };
    world.run(issuer_program::change_asset(&cast().share, window));
    offer(world, 7 * TOKEN);
    for (owner, amount) in [(cast().alice, 10 * TOKEN), (cast().bob, 5 * TOKEN)] {
        world.run(issuer_program::tender_shares(&cast().share, 0, &owner, amount));
    }
    withdraw()
}

pub const CASES: &[Case] = &[
    case(IssuerError::DeadlineNotReached as u32, "when it is to be settled", |world| {
        let instruction = tendered(world);
        world.set_time(EFFECTIVE);
        instruction
    }),
    case(IssuerError::DeadlineNotReached as u32, "a second before it was to be settled", |world| {
        let instruction = tendered(world);
        world.set_time(RECLAIM_AT - 1);
        instruction
    }),
    case(IssuerError::NotEscrowOwner as u32, "by somebody else", |world| {
        with("withdraw_tender", tendered(world), [("owner", cast().bob)])
    }),
    case(IssuerError::NotEscrowOwner as u32, "by who paid the rent", |world| {
        with("withdraw_tender", tendered(world), [("owner", cast().payer)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "to another's account", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("withdraw_tender", tendered(world), [("share_destination", bobs)])
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        with("withdraw_tender", tendered(world), [("rent_receiver", cast().alice)])
    }),
    case(IssuerError::EscrowMismatch as u32, "as if it were another offer's", |world| {
        let instruction = tendered(world);
        offer(world, 7 * TOKEN);
        with("withdraw_tender", instruction, [("action", action_of(1))])
    }),
    case(IssuerError::ActionMismatch as u32, "as if it were another share's", |world| {
        world.schedule(&cast().other_share, SPLIT);
        let other = addresses::action(&cast().other_share.asset, 0);
        with("withdraw_tender", tendered(world), [("action", other)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

fn event(returned: u64, tendered: u64) -> TenderWithdrawn {
    TenderWithdrawn {
        asset: cast().share.asset,
        action: action_of(0),
        tender: tender_of(0, &cast().alice),
        owner: cast().alice,
        returned,
        tendered,
    }
}

#[test]
fn before_it_takes_effect_it_counts_no_longer() {
    for time in [EFFECTIVE - 3_600, EFFECTIVE - 1] {
        let mut world = World::new();
        let instruction = tendered(&mut world);
        let mut action = read_action(&world, 0);
        world.set_time(time);
        let receipt = world.run(instruction);
        receipt.assert_event(ID, &event(10 * TOKEN, 5 * TOKEN));
        assert_eq!(receipt.event_count(), 1);
        (action.tendered, action.open_tenders) = (5 * TOKEN, 1);
        assert_action(&world, 0, &action);
        assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN);
        let tender = tender_of(0, &cast().alice);
        assert_eq!((world.account(&tender), held(&world, &tender)), (None, None));
    }
}

#[test]
fn the_rent_goes_back_to_who_paid_it() {
    let mut world = World::new();
    offer(&mut world, 7 * TOKEN);
    let before = lamports(&world);
    world.run(issuer_program::tender_shares(&cast().share, 0, &cast().alice, 1));
    world.run(withdraw());
    assert_eq!(lamports(&world), before);
}

#[test]
fn when_it_was_not_settled_in_time_it_still_counts_for_the_others() {
    let mut world = World::new();
    let instruction = tendered(&mut world);
    world.set_time(RECLAIM_AT);
    let receipt = world.run(instruction);
    receipt.assert_event(ID, &event(10 * TOKEN, 15 * TOKEN));
    let action = read_action(&world, 0);
    assert_eq!((action.tendered, action.open_tenders), (15 * TOKEN, 1));
    // Bob is sold the part that he could count on, no more.
    world.run(issuer_program::settle_tender(&cast().share, 0, &cast().bob));
    let bought = 5 * TOKEN * 7 / 15;
    assert_eq!(shares(&world, &cast().bob), 1_000 * TOKEN - bought);
    assert_eq!(paid(&world, &cash_payout(0)), offers::cash_for(bought));
}

#[test]
fn what_strangers_sent_to_the_escrow_goes_to_the_owner() {
    let mut world = World::new();
    let instruction = tendered(&mut world);
    let escrow = addresses::escrow(&tender_of(0, &cast().alice));
    let gift = Transfer::new(&cast().share.mint, &cast().bob, &cast().bob, 3);
    Transfer { destination: escrow, ..gift }.send(&mut world).unwrap();
    world.give_lamports(escrow, 11);
    let before = lamports(&world) + world.account(&escrow).unwrap().lamports;
    let rent = world.account(&tender_of(0, &cast().alice)).unwrap().lamports;
    world.run(instruction).assert_event(ID, &event(10 * TOKEN + 3, 5 * TOKEN));
    assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN + 3);
    assert_eq!(lamports(&world), before + rent);
    assert_eq!(read_action(&world, 0).tendered, 5 * TOKEN, "a gift is no tender");
}

#[test]
fn terms_that_somebody_has_accepted_are_not_amended() {
    let mut world = World::new();
    let dates = scrip_svm_tests::fixtures::effective_at(EFFECTIVE + 1);
    let terms = offers::offer_terms(9 * TOKEN);
    let amend = || issuer_program::amend_action(&cast().share, 0, dates, terms);
    let args = offers::action(scrip_rules::corporate_action::ActionKind::TenderOffer, terms);
    offers::schedule(&mut world, args);
    world.clone().run(amend());
    world.run(issuer_program::tender_shares(&cast().share, 0, &cast().alice, 1));
    world.refuse(amend()).assert_code(IssuerError::TendersOpen as u32, "amended");
    world.run(withdraw());
    world.run(amend());
}
