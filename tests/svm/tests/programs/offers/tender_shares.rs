//! `tender_shares`

use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesTendered;
use scrip_issuer::state::{TENDER_VERSION, Tender};
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::offers::{EFFECTIVE, action, both, offer, offer_terms, schedule};
use scrip_svm_tests::issuer_program::with;

use super::*;
use crate::case::{assert_all_fail, case};

fn tender(amount: u64) -> Instruction {
    issuer_program::tender_shares(&cast().share, 0, &cast().alice, amount)
}

/// An offer that stands, and Alice who takes it.
fn offered(world: &mut World) -> Instruction {
    offer(world, 7 * TOKEN);
    tender(10 * TOKEN)
}

pub const CASES: &[Case] = &[
    case(IssuerError::ZeroAmount as u32, "nothing", |world| {
        offered(world);
        tender(0)
    }),
    case(IssuerError::ActionNotScheduled as u32, "to an offer that is only approved", |world| {
        let args = action(ActionKind::TenderOffer, offer_terms(TOKEN));
        world.run(issuer_program::announce_action(&cast().share, 0, args));
        world.run(issuer_program::approve_action(&cast().share, 0, 0));
        tender(TOKEN)
    }),
    case(IssuerError::ActionNotScheduled as u32, "to an offer that is off", |world| {
        schedule(world, action(ActionKind::TenderOffer, offer_terms(TOKEN)));
        world.run(issuer_program::cancel_action(&cast().share, 0));
        tender(TOKEN)
    }),
    case(IssuerError::WrongForm as u32, "to a merger", |world| {
        schedule(world, action(ActionKind::Merger, both()));
        tender(TOKEN)
    }),
    case(IssuerError::OfferOver as u32, "in the second in which it takes effect", |world| {
        let instruction = offered(world);
        world.set_time(EFFECTIVE - 1);
        world.clone().run(instruction.clone());
        world.set_time(EFFECTIVE);
        instruction
    }),
    case(IssuerError::ActionMismatch as u32, "to another share's action", |world| {
        world.schedule(&cast().other_share, SPLIT);
        let other = addresses::action(&cast().other_share.asset, 0);
        let tender = addresses::tender(&other, &cast().alice);
        let escrow = addresses::escrow(&tender);
        let there = [("action", other), ("tender", tender), ("share_escrow", escrow)];
        with("tender_shares", offered(world), there)
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "another's shares", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("tender_shares", offered(world), [("source", bobs)])
    }),
    case(Refusal::Blackout as u32, "in a blackout", |world| {
        let instruction = offered(world);
        let now = world.now();
        world.run(issuer_program::set_blackout(&cast().share, now, now + 1));
        instruction
    }),
    case(Refusal::SourceMissing as u32, "by somebody on no register", |world| {
        offered(world);
        issuer_program::tender_shares(&cast().share, 0, &cast().carol, 1)
    }),
    case(Refusal::SourceSanctioned as u32, "by a sanctioned holder", |world| {
        let instruction = offered(world);
        set_status(world, 4);
        instruction
    }),
    case(Refusal::SourceOtherWallet as u32, "by another's record", |world| {
        let bobs = cast().share.holder(&cast().bob);
        with("tender_shares", offered(world), [("holder", bobs)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn shares_are_held_for_a_day_at_least() {
    let mut world = World::new();
    let window = Change::SettlementWindow { seconds: 0 };
    world.run(issuer_program::change_asset(&cast().share, window));
    let instruction = offered(&mut world);
    world.run(instruction);
    let tender: Tender = world.read(&tender_of(0, &cast().alice));
    assert_eq!(tender.reclaim_at, EFFECTIVE + 86_400);
}

#[test]
fn shares_go_into_escrow() {
    let mut world = World::new();
    let window = Change::SettlementWindow { seconds: 90_000 };
    world.run(issuer_program::change_asset(&cast().share, window));
    let instruction = offered(&mut world);
    let mut action = read_action(&world, 0);
    let before = (shares(&world, &cast().alice), lamports(&world));
    let receipt = world.run(instruction);
    let address = tender_of(0, &cast().alice);
    let expected = Tender {
        version: TENDER_VERSION,
        bump: addresses::bump(&address),
        escrow_bump: addresses::bump(&addresses::escrow(&address)),
        asset: cast().share.asset,
        action: action_of(0),
        owner: cast().alice,
        amount: 10 * TOKEN,
        reclaim_at: EFFECTIVE + 90_000,
        rent_payer: cast().payer,
    };
    world.assert_account(&address, &expected);
    (action.tendered, action.open_tenders) = (10 * TOKEN, 1);
    assert_action(&world, 0, &action);
    assert_eq!(held(&world, &address), Some(10 * TOKEN));
    let escrow = world.account(&addresses::escrow(&address)).unwrap();
    let rents = world.account(&address).unwrap().lamports + escrow.lamports;
    assert_eq!(shares(&world, &cast().alice), before.0 - 10 * TOKEN);
    assert_eq!(lamports(&world), before.1 - rents);
    let event = SharesTendered {
        asset: cast().share.asset,
        action: action_of(0),
        tender: address,
        owner: cast().alice,
        amount: 10 * TOKEN,
        tendered: 10 * TOKEN,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn each_holder_tenders_once_at_a_time() {
    let mut world = World::new();
    let instruction = offered(&mut world);
    world.run(instruction.clone());
    world.refuse(instruction.clone());
    // To tender another amount: withdraw, and tender anew, in one transaction.
    let withdraw = issuer_program::withdraw_tender(&cast().share, 0, &cast().alice);
    world.send_all(&[withdraw, tender(3)]).unwrap();
    assert_eq!(read_action(&world, 0).tendered, 3);
    world.run(issuer_program::tender_shares(&cast().share, 0, &cast().bob, 4));
    let action = read_action(&world, 0);
    assert_eq!((action.tendered, action.open_tenders), (7, 2));
}

#[test]
fn who_sent_lamports_ahead_does_not_stop_it() {
    let mut world = World::new();
    let instruction = offered(&mut world);
    let address = tender_of(0, &cast().alice);
    world.give_lamports(address, 1);
    world.give_lamports(addresses::escrow(&address), 1);
    world.run(instruction);
}

#[test]
fn a_halt_does_not_stop_it_and_money_need_not_be_there() {
    let mut world = World::new();
    schedule(&mut world, action(ActionKind::TenderOffer, offer_terms(TOKEN)));
    world.run(issuer_program::halt(&cast().share, 2, 0));
    world.run(tender(TOKEN));
    let mut paused = world.clone();
    paused.run(issuer_program::pause(&cast().share));
    paused.refuse(issuer_program::tender_shares(&cast().share, 0, &cast().bob, 1));
}
