//! `settle_action`

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionSettled;
use scrip_issuer::state::{Asset, CorporateAction};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::SPLIT;
use spl_token_2022_interface::extension::{BaseStateWithExtensions, StateWithExtensions};
use spl_token_2022_interface::state::Mint;
use spl_token_metadata_interface::state::TokenMetadata;

use super::*;
use crate::case::{assert_all_fail, case};

fn metadata(world: &World) -> TokenMetadata {
    let data = world.data(&cast().share.mint);
    let mint = StateWithExtensions::<Mint>::unpack(&data).unwrap();
    mint.get_variable_len_extension::<TokenMetadata>().unwrap()
}

fn settled(sequence: u32, args: &AnnounceActionArgs, new_multiplier: u128) -> CorporateAction {
    CorporateAction {
        state: ActionState::Settled as u8,
        scheduled_at: START,
        settled_at: AT + 9,
        old_multiplier: SCALE,
        new_multiplier,
        ..as_announced(sequence, args)
    }
}

fn event() -> ActionSettled {
    ActionSettled { asset: cast().share.asset, action: address(0), actor: cast().payer }
}

#[test]
fn writes_a_new_name_and_pays_its_rent() {
    let mut world = World::new();
    let (share, args) = (cast().share, renamed());
    world.schedule(&share, args);
    world.set_time(AT + 9);
    let (asset, before): (Asset, _) = (world.read(&share.asset), metadata(&world));
    let receipt = world.run(settle(0));
    assert_action(&world, &settled(0, &args, SCALE));
    world.assert_account(&share.asset, &asset);
    let expected = TokenMetadata {
        name: "The Apple Computer Company of Cupertino Scrip".into(),
        symbol: "APPLs".into(),
        ..before
    };
    assert_eq!(metadata(&world), expected);
    let mint = world.account(&share.mint).unwrap();
    assert_eq!(mint.lamports, world.rent(mint.data.len()));
    receipt.assert_event(ID, &event());
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn closes_the_books_on_a_split_that_is_in_force_and_changes_nothing_else() {
    let mut world = World::new();
    let share = cast().share;
    world.schedule(&share, SPLIT);
    world.set_time(AT + 9);
    let before = (world.account(&share.asset), world.account(&share.mint));
    let receipt = world.run(settle(0));
    assert_action(&world, &settled(0, &SPLIT, 4 * SCALE));
    assert_eq!((world.account(&share.asset), world.account(&share.mint)), before);
    receipt.assert_event(ID, &event());
}

#[test]
fn an_offer_that_nobody_took_is_settled_without_a_payout() {
    let mut world = World::new();
    let args = example(ActionKind::TenderOffer);
    world.schedule(&cast().share, args);
    world.set_time(AT + 9);
    world.run(settle(0));
    assert_action(&world, &settled(0, &args, SCALE));
}

/// Scheduled and in force.
fn in_force(world: &mut World, kind: ActionKind) {
    world.schedule(&cast().share, example(kind));
    world.set_time(AT);
}

pub const CASES: &[Case] = &[
    case(
        IssuerError::ActionNotScheduled as u32,
        "it is announced, and its time has come",
        |world| {
            world.run(announce(0, SPLIT));
            world.set_time(AT);
            settle(0)
        },
    ),
    case(IssuerError::ActionNotScheduled as u32, "it is cancelled", |world| {
        world.schedule(&cast().share, SPLIT);
        world.run(cancel(0));
        world.set_time(AT);
        settle(0)
    }),
    case(IssuerError::ActionNotScheduled as u32, "it is settled", |world| {
        in_force(world, ActionKind::NameChange);
        world.run(settle(0));
        settle(0)
    }),
    case(IssuerError::ActionNotDue as u32, "a second too early", |world| {
        world.schedule(&cast().share, SPLIT);
        world.set_time(AT - 1);
        settle(0)
    }),
    case(IssuerError::ActionMismatch as u32, "an action of another share", |world| {
        world.schedule(&cast().other_share, SPLIT);
        world.set_time(AT);
        let other = [("action", addresses::action(&cast().other_share.asset, 0))];
        issuer_program::with("settle_action", settle(0), other)
    }),
    case(IssuerError::ActionUnpaid as u32, "interest that nobody has paid", |world| {
        in_force(world, ActionKind::InterestPayment);
        settle(0)
    }),
    case(IssuerError::ActionUnpaid as u32, "an exchange that nobody has paid for", |world| {
        in_force(world, ActionKind::ExchangeOffer);
        settle(0)
    }),
    case(IssuerError::ActionUnpaid as u32, "shares are tendered", |world| {
        world.schedule(&cast().share, example(ActionKind::TenderOffer));
        world.run(issuer_program::tender_shares(&cast().share, 0, &cast().alice, 1));
        world.set_time(AT);
        settle(0)
    }),
    case(IssuerError::ActionUnpaid as u32, "its payout is open", |world| {
        super::amend_action::paying(world);
        world.set_time(AT);
        settle(0)
    }),
    case(IssuerError::WrongForm as u32, "a choice of an action that gives none", |world| {
        world.schedule(&cast().share, SPLIT);
        issuer_program::elect(&cast().share, 0, &cast().alice, 1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
