//! `purchase_shares`

use scrip_issuer::events::SharesPurchased;
use scrip_issuer::{ID, PurchaseSharesArgs};
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::PURCHASE;

use super::*;

fn purchase(args: PurchaseSharesArgs) -> Instruction {
    issuer_program::purchase_shares(&cast().share, &cast().alice, args)
}

#[test]
fn delivers_against_payment() {
    let mut world = World::new();
    let before = Books::of(&world);
    let receipt = world.run(purchase(PURCHASE));
    let after = Books {
        dollars: before.dollars - 250 * DOLLAR,
        treasury: before.treasury + 250 * DOLLAR,
        shares: before.shares + 2 * TOKEN,
        supply: before.supply + 2 * TOKEN,
        ..before
    };
    assert_eq!(Books::of(&world), after);
    let event = SharesPurchased {
        asset: cast().share.asset,
        investor: cast().alice,
        actor: cast().company.member(Duty::Mint),
        checker: Pubkey::default(),
        payment_mint: cast().usd,
        amount: 2 * TOKEN,
        price: 125 * DOLLAR,
        value: 250 * DOLLAR,
        fee: 0,
        old_supply: before.supply,
        new_supply: before.supply + 2 * TOKEN,
        multiplier: SCALE,
        reference: issuer_program::REFERENCE,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn the_investor_pays_at_most_what_it_has_signed() {
    let mut world = World::new();
    set_fees(&mut world, 30);
    let total = 250 * DOLLAR + 750_000;
    let less = PurchaseSharesArgs { max_payment: total - 1, ..PURCHASE };
    assert_eq!(world.refuse(purchase(less)).code(), Some(7122));
    let before = Books::of(&world);
    world.run(purchase(PurchaseSharesArgs { max_payment: total, ..PURCHASE }));
    let after = Books::of(&world);
    assert_eq!(after.dollars, before.dollars - total);
    assert_eq!(after.treasury, before.treasury + total);
}

#[test]
fn all_that_the_investor_has_and_not_a_unit_more() {
    let mut world = World::new();
    let all = Books::of(&world).dollars;
    let dear = PurchaseSharesArgs { amount: TOKEN, price: all, max_payment: all + 1, ..PURCHASE };
    let dearer = PurchaseSharesArgs { price: all + 1, ..dear };
    assert_eq!(world.refuse(purchase(dearer)).code(), Some(1), "insufficient funds");
    world.run(purchase(dear));
    assert_eq!(Books::of(&world).dollars, 0);
}

#[test]
fn goes_on_while_trading_is_halted() {
    let mut world = World::new();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    world.run(purchase(PURCHASE));
}

#[test]
fn a_delisted_token_buys_nothing_and_a_relisted_one_does() {
    let mut world = World::new();
    for accepted in [false, true] {
        change(&mut world, Change::PaymentMint { mint: cast().usd, accepted });
        assert_eq!(world.send(purchase(PURCHASE)).is_ok(), accepted);
    }
}

#[test]
fn leaves_open_escrows_alone() {
    let mut world = World::new();
    world.run(subscribe());
    world.run(request());
    let before = Books::of(&world);
    world.run(purchase(PURCHASE));
    let after = Books::of(&world);
    assert_eq!(after.dollars_held, before.dollars_held);
    assert_eq!(after.shares_held, before.shares_held);
    world.assert_account(&subscription(), &opened_subscription());
    world.assert_account(&redemption(), &opened_redemption());
}
