//! What a merger or a liquidation brings those who do nothing: anybody may carry it to them, and there is
//! nothing that whoever carries it decides.

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesExchanged;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::REQUEST;
use scrip_svm_tests::fixtures::offers::{
    self, EFFECTIVE, PRICE, action, both, cash_for, final_payment, others_for, stock_treasury,
};
use scrip_svm_tests::issuer_program::{PaidWith, with};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::venue::Venue;
use scrip_svm_tests::{TOKEN, Transfer};

use super::*;

/// A merger in force.
fn merge(world: &mut World) {
    stock_treasury(world);
    offers::exchange(world, action(ActionKind::Merger, both()));
    world.set_time(EFFECTIVE);
}

/// Brings a holder what the merger brings.
fn push(owner: &Pubkey, amount: u64) -> Instruction {
    let (share, other) = (&cast().share, Some(&cast().other_share));
    issuer_program::exchange_shares(share, 0, owner, false, true, other, amount)
}

#[test]
fn a_stranger_brings_it_to_who_does_nothing() {
    let mut world = World::new();
    merge(&mut world);
    let all = 1_000 * TOKEN;
    for (done, owner) in [cast().alice, cast().bob].into_iter().enumerate() {
        let before = (dollars(&world, &owner), others(&world, &owner), supply(&world));
        let instruction = push(&owner, all);
        // Nobody but whoever pays the fee signs.
        assert!(instruction.accounts.iter().all(|meta| !meta.is_signer));
        let receipt = world.run(instruction);
        let event = SharesExchanged {
            asset: cast().share.asset,
            action: action_of(0),
            owner,
            by_owner: false,
            amount: all,
            cash: cash_for(all),
            shares: others_for(all),
            old_supply: before.2,
            new_supply: before.2 - all,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(shares(&world, &owner), 0);
        assert_eq!(dollars(&world, &owner), before.0 + cash_for(all));
        assert_eq!(others(&world, &owner), before.1 + others_for(all));
        let times = done as u64 + 1;
        assert_eq!(paid(&world, &cash_payout(0)), times * cash_for(all));
        assert_eq!(paid(&world, &share_payout(0)), times * others_for(all));
        // A second time there is nothing left to give up.
        world.refuse(push(&owner, all)).assert_code(IssuerError::PushedInPart as u32, "again");
        world.refuse(push(&owner, 0)).assert_code(IssuerError::ZeroAmount as u32, "again");
    }
    assert_eq!(supply(&world), 0);
}

#[test]
fn what_is_worth_less_than_a_unit_does_not_keep_the_asset_from_its_end() {
    let mut world = World::new();
    let [alice, bob] = [cast().alice, cast().bob];
    Transfer::new(&cast().share.mint, &alice, &bob, 1_000 * TOKEN - 1).send(&mut world).unwrap();
    // A dollar a share: a raw unit brings a hundredth of a base unit.
    let terms = offers::final_price(DOLLAR);
    offers::schedule(&mut world, action(ActionKind::Liquidation, terms));
    offers::wind_down(&mut world);
    offers::pay(&mut world, 0, PaidWith::Cash, 2_000 * DOLLAR);
    world.set_time(EFFECTIVE);
    let by_owner = exchange_for_cash(0, &alice, true, 1);
    world.refuse(by_owner).assert_code(IssuerError::ZeroAmount as u32, "for nothing");
    let before = dollars(&world, &alice);
    world.run(exchange_for_cash(0, &alice, false, 1));
    assert_eq!(dollars(&world, &alice), before);
    world.run(exchange_for_cash(0, &bob, false, 2_000 * TOKEN - 1));
    assert_eq!(supply(&world), 0);
}

#[test]
fn every_account_of_a_holder_is_reached() {
    // The shares may lie anywhere; what they bring goes to where wallets look.
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let second = second_account(&mut world, &share.mint);
    let there = Transfer::new(&share.mint, &alice, &alice, 77 * TOKEN);
    Transfer { destination: second, ..there }.send(&mut world).unwrap();
    merge(&mut world);
    let before = dollars(&world, &alice);
    let from_second = with("exchange_shares", push(&alice, 77 * TOKEN), [("source", second)]);
    world.run(from_second);
    assert_eq!(dollars(&world, &alice), before + cash_for(77 * TOKEN));
    assert_eq!((payment::balance(&world, &second), shares(&world, &alice)), (0, 923 * TOKEN));
}

#[test]
fn it_is_not_brought_to_a_venue() {
    let mut world = World::without_signatures();
    let venue = Venue::asset_of(&cast().foreign_share);
    venue.put_registered(&mut world, &cast().company.register);
    let pool = venue.address;
    for share in [&cast().share, &cast().other_share] {
        world.run(token_2022::create_account(&pool, &share.mint));
    }
    world.run(payment::create_account(&pool, &cast().usd, &payment::TOKEN_PROGRAM));
    Transfer::new(&cast().share.mint, &cast().alice, &pool, TOKEN).send(&mut world).unwrap();
    merge(&mut world);
    let failure = world.refuse(push(&pool, TOKEN));
    failure.assert_code(IssuerError::OwnerMustSign as u32, "a venue");
    // Its program signs for it when it has thought about it.
    let mut by_its_program = push(&pool, TOKEN);
    by_its_program.accounts[0].is_signer = true;
    world.run(by_its_program);
    assert_eq!((dollars(&world, &pool), others(&world, &pool)), (PRICE, others_for(TOKEN)));
}

#[test]
fn it_is_not_brought_to_an_escrow() {
    // What lies in the escrow of a redemption is its owner's, who takes it back first.
    let mut world = World::new();
    let share = &cast().share;
    world.run(issuer_program::request_redemption(share, &cast().alice, REQUEST));
    merge(&mut world);
    let redemption = addresses::redemption(&share.asset, &cast().alice, REQUEST.id);
    let escrow = addresses::escrow(&redemption);
    let holding = payment::balance(&world, &escrow);
    let from_escrow = with(
        "exchange_shares",
        push(&share.asset, holding),
        [
            ("source", escrow),
            ("cash_destination", payment::account_of(&cast().alice, &cast().usd)),
            ("share_destination", token_2022::account_of(&cast().alice, &cast().other_share.mint)),
        ],
    );
    let record =
        with("exchange_shares", from_escrow.clone(), [("holder", share.holder(&cast().alice))]);
    for instruction in [from_escrow, record] {
        let failure = world.refuse(instruction);
        failure.assert_code(Refusal::SourceMissing as u32, "the asset is no holder");
    }
    world.set_time(REQUEST.deadline);
    world.run(issuer_program::reclaim_redemption(share, &cast().alice, REQUEST.id));
    world.run(push(&cast().alice, 1_000 * TOKEN));
}

#[test]
fn whoever_has_no_account_for_it_is_given_one_first() {
    let mut world = World::new();
    let alice = cast().alice;
    final_payment(&mut world, ActionKind::Liquidation);
    world.set_time(EFFECTIVE);
    let push = || exchange_for_cash(0, &alice, false, 1_000 * TOKEN);
    let account = payment::account_of(&alice, &cast().usd);
    world.set_account(account, solana_account::Account::default());
    world.refuse(push());
    world.run(payment::create_account(&alice, &cast().usd, &payment::TOKEN_PROGRAM));
    world.run(push());
    assert_eq!(dollars(&world, &alice), cash_for(1_000 * TOKEN));
}

#[test]
fn a_lapsed_holder_waits() {
    let mut world = World::new();
    merge(&mut world);
    let all = 1_000 * TOKEN;
    lapse(&mut world);
    for instruction in [push(&cast().alice, all), exchange(0, all)] {
        let failure = world.refuse(instruction);
        failure.assert_code(Refusal::SourceExpired as u32, "lapsed");
    }
    let register = cast().company.register;
    let renewed = scrip_svm_tests::setup::details();
    world.run(scrip_svm_tests::hook_program::update_holder(&register, &cast().alice, renewed));
    world.run(push(&cast().alice, all));
}
