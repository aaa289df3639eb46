//! `settle_tender`. Who gets how much is in `over_subscribed`.

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::TenderSettled;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::offers::{
    self, DEADLINE, EFFECTIVE, SUPPLY, action, cash_for, offer, offer_terms, schedule,
};
use scrip_svm_tests::issuer_program::with;
use scrip_svm_tests::{TOKEN, Transfer};

use super::*;
use crate::case::{assert_all_fail, case};

/// At most so much is bought, of 15 tokens and three units that are tendered.
const MAX: u64 = 7 * TOKEN + 1;

fn settle() -> Instruction {
    issuer_program::settle_tender(&cast().share, 0, &cast().alice)
}

fn tender(world: &mut World) {
    for (owner, amount) in [(cast().alice, 10 * TOKEN), (cast().bob, 5 * TOKEN + 3)] {
        world.run(issuer_program::tender_shares(&cast().share, 0, &owner, amount));
    }
}

/// An over-subscribed offer that has taken effect.
fn due(world: &mut World) -> Instruction {
    offer(world, MAX);
    tender(world);
    world.set_time(EFFECTIVE);
    settle()
}

/// The same, without any money.
fn unpaid(world: &mut World) {
    schedule(world, action(ActionKind::TenderOffer, offer_terms(MAX)));
    tender(world);
    world.set_time(EFFECTIVE);
}

pub const CASES: &[Case] = &[
    case(IssuerError::ActionNotDue as u32, "a second too early", |world| {
        let instruction = due(world);
        world.set_time(EFFECTIVE - 1);
        instruction
    }),
    case(IssuerError::PayoutMismatch as u32, "from another offer's payout", |world| {
        let instruction = due(world);
        world.set_time(scrip_svm_tests::START);
        offer(world, MAX);
        world.set_time(EFFECTIVE);
        let payout = cash_payout(1);
        let others = [("payout", payout), ("vault", addresses::escrow(&payout))];
        with("settle_tender", instruction, others)
    }),
    case(IssuerError::PayoutMismatch as u32, "from another payout's vault", |world| {
        let instruction = due(world);
        world.set_time(scrip_svm_tests::START);
        offer(world, MAX);
        world.set_time(EFFECTIVE);
        with("settle_tender", instruction, [("vault", addresses::escrow(&cash_payout(1)))])
    }),
    case(IssuerError::PayoutNotFunded as u32, "without the money", |world| {
        unpaid(world);
        offers::open(world, 0, PaidWith::Cash, cash_for(MAX));
        settle()
    }),
    case(IssuerError::PayoutOver as u32, "at the deadline", |world| {
        let instruction = due(world);
        world.set_time(DEADLINE);
        instruction
    }),
    case(IssuerError::EscrowMismatch as u32, "as if it were another offer's", |world| {
        offer(world, MAX);
        offer(world, MAX);
        tender(world);
        world.set_time(EFFECTIVE);
        with("settle_tender", settle(), [("action", action_of(1))])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the cash to another", |world| {
        let bobs = payment::account_of(&cast().bob, &cast().usd);
        with("settle_tender", due(world), [("cash_destination", bobs)])
    }),
    case(IssuerError::NotTokenAccountOwner as u32, "with the rest to another", |world| {
        let bobs = token_2022::account_of(&cast().bob, &cast().share.mint);
        with("settle_tender", due(world), [("share_destination", bobs)])
    }),
    case(
        IssuerError::NotAssociatedAccount as u32,
        "with the cash to a forgotten account",
        |world| {
            let instruction = due(world);
            let account = second_dollars(world);
            with("settle_tender", instruction, [("cash_destination", account)])
        },
    ),
    case(IssuerError::NotAssociatedAccount as u32, "with the rest to a forgotten one", |world| {
        let instruction = due(world);
        let account = second_account(world, &cast().share.mint);
        with("settle_tender", instruction, [("share_destination", account)])
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        with("settle_tender", due(world), [("rent_receiver", cast().mallory)])
    }),
    case(Refusal::Blackout as u32, "in a blackout", |world| {
        let instruction = due(world);
        world.run(issuer_program::set_blackout(&cast().share, EFFECTIVE, EFFECTIVE + 1));
        instruction
    }),
    case(Refusal::SourceExpired as u32, "of a holder who has lapsed since", |world| {
        let instruction = due(world);
        lapse(world);
        instruction
    }),
    case(Refusal::SourceRevoked as u32, "of a holder revoked since", |world| {
        let instruction = due(world);
        set_status(world, 3);
        instruction
    }),
    case(Refusal::SourceOtherWallet as u32, "by another's record", |world| {
        let bobs = cast().share.holder(&cast().bob);
        with("settle_tender", due(world), [("holder", bobs)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn a_stranger_settles_it_and_everybody_gets_what_is_theirs() {
    let mut world = World::new();
    let instruction = due(&mut world);
    assert!(instruction.accounts.iter().all(|meta| !meta.is_signer));
    let (mut action, mut payout) = (read_action(&world, 0), world.read::<Payout>(&cash_payout(0)));
    let tender = tender_of(0, &cast().alice);
    let accounts = [tender, addresses::escrow(&tender)];
    let rents: u64 = accounts.iter().map(|of| world.account(of).unwrap().lamports).sum();
    let before = (dollars(&world, &cast().alice), lamports(&world));
    let receipt = world.run(instruction);
    // 1,000,000,000 × 700,000,001 ÷ 1,500,000,003, and that at 123.456789.
    let (bought, cash) = (466_666_666, 576_131_681);
    let event = TenderSettled {
        asset: cast().share.asset,
        action: action_of(0),
        tender,
        owner: cast().alice,
        bought,
        returned: 10 * TOKEN - bought,
        cash,
        old_supply: SUPPLY,
        new_supply: SUPPLY - bought,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN - bought);
    assert_eq!(supply(&world), SUPPLY - bought);
    assert_eq!(
        (dollars(&world, &cast().alice), lamports(&world)),
        (before.0 + cash, before.1 + rents)
    );
    assert!(accounts.iter().all(|of| world.account(of).is_none()));
    action.open_tenders = 1;
    assert_action(&world, 0, &action);
    payout.paid = cash;
    world.assert_account(&cash_payout(0), &payout);
    assert_eq!(held(&world, &cash_payout(0)), Some(cash_for(MAX) - cash));
}

#[test]
fn neither_a_halt_nor_a_wind_down_stops_it() {
    let mut world = World::new();
    let instruction = due(&mut world);
    world.run(issuer_program::halt(&cast().share, 2, 0));
    offers::wind_down(&mut world);
    world.run(instruction);
}

#[test]
fn what_strangers_sent_to_the_escrow_is_not_bought() {
    let mut world = World::new();
    let instruction = due(&mut world);
    let escrow = addresses::escrow(&tender_of(0, &cast().alice));
    let gift = Transfer::new(&cast().share.mint, &cast().bob, &cast().bob, 3 * TOKEN);
    Transfer { destination: escrow, ..gift }.send(&mut world).unwrap();
    world.run(instruction);
    assert_eq!(shares(&world, &cast().alice), 1_003 * TOKEN - 466_666_666);
    assert_eq!(paid(&world, &cash_payout(0)), 576_131_681);
}

#[test]
fn the_price_is_for_shares_of_when_it_was_scheduled() {
    let mut world = World::new();
    offers::schedule(&mut world, scrip_svm_tests::fixtures::SPLIT);
    let args = action(ActionKind::TenderOffer, offer_terms(MAX));
    let sequence = schedule(&mut world, args);
    offers::pay(&mut world, sequence, PaidWith::Cash, cash_for(MAX));
    let alice = &cast().alice;
    world.run(issuer_program::tender_shares(&cast().share, sequence, alice, TOKEN));
    world.set_time(EFFECTIVE);
    world.run(issuer_program::settle_tender(&cast().share, sequence, alice));
    assert_eq!(paid(&world, &cash_payout(sequence)), cash_for(TOKEN));
}
