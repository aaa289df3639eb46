//! The same account in two places of a payment, so that nothing is paid, or one side with the other's money.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{PurchaseSharesArgs, SettleRedemptionArgs};
use scrip_svm_tests::fixtures::{FILL, PURCHASE, REQUEST, SETTLEMENT, SUBSCRIPTION};
use scrip_svm_tests::issuer_program::{self, with};
use scrip_svm_tests::payment::{self, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::{World, addresses, cast, keys, token_2022};
use solana_system_interface::instruction::create_account as allocate;
use spl_token_2022_interface::instruction as token;

use crate::codes::{DUPLICATE, OWNER_MISMATCH};

fn dollars_of(wallet: &Pubkey) -> Pubkey {
    payment::account_of(wallet, &cast().usd)
}

fn requested() -> World {
    let mut world = World::new();
    world.run(issuer_program::request_redemption(&cast().share, &cast().alice, REQUEST));
    world
}

fn subscribed() -> World {
    let mut world = World::new();
    world.run(issuer_program::subscribe(&cast().share, &cast().alice, SUBSCRIPTION));
    world
}

fn settle(others: [(&str, Pubkey); 2]) -> Instruction {
    let settle = issuer_program::settle_redemption(&cast().share, &cast().alice, 7, SETTLEMENT);
    with("settle_redemption", settle, others)
}

/// A second account of Alice's with dollars, of which the treasury may take all.
fn delegated_to_the_treasury(world: &mut World) -> Pubkey {
    let (account, alice, usd) = (keys::wallet("alice's other dollars"), cast().alice, cast().usd);
    let treasury = cast().company.treasury();
    let (first, amount) = (dollars_of(&alice), 1_000 * DOLLAR);
    let open = [
        allocate(&cast().payer, &account, world.rent(165), 165, &TOKEN_PROGRAM),
        token::initialize_account3(&TOKEN_PROGRAM, &account, &usd, &alice).unwrap(),
        payment::transfer(&first, &usd, &account, &alice, amount, &TOKEN_PROGRAM),
        token::approve(&TOKEN_PROGRAM, &account, &treasury, &alice, &[], amount).unwrap(),
        token::approve(&TOKEN_PROGRAM, &first, &treasury, &alice, &[], amount).unwrap(),
    ];
    world.send_all(&open).unwrap();
    account
}

#[test]
fn nobody_is_paid_with_their_own_money() {
    // A holder may have let the treasury take dollars, for purchases to come.
    let mut world = requested();
    let other = delegated_to_the_treasury(&mut world);
    let (treasury, first) = (cast().company.treasury(), dollars_of(&cast().alice));
    let from_the_other = settle([("payment_authority", treasury), ("payment_source", other)]);
    let code = IssuerError::PaidByOwner as u32;
    world.refuse(from_the_other).assert_code(code, "from one account of hers to another");
    let into_itself = settle([("payment_authority", treasury), ("payment_source", first)]);
    world.refuse(into_itself).assert_code(DUPLICATE, "from her account to the same");
}

#[test]
fn a_payment_does_not_end_where_it_began() {
    // The treasury's account in the holder's place belongs to somebody else; in the fee's place it may stand.
    let mut world = requested();
    let treasury = dollars_of(&cast().company.treasury());
    let back = settle([("payment_source", treasury), ("payment_destination", treasury)]);
    world.refuse(back);
    let fees = Change::Fees { purchase_bps: 0, redemption_bps: 100 };
    world.run(issuer_program::change_asset(&cast().share, fees));
    let before = payment::balance(&world, &treasury);
    world.run(settle([("payment_source", treasury), ("treasury_account", treasury)]));
    // The request is older than the fee.
    assert_eq!(payment::balance(&world, &treasury), before - 500 * DOLLAR);
}

#[test]
fn the_treasury_buys_nothing_from_itself() {
    // Whoever owns the treasury would get shares for a payment from one account to the same.
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    let treasury = Change::Treasury { owner: alice };
    world.run(issuer_program::change_company(&share.company, treasury));
    let purchase = issuer_program::purchase_shares(&share, &alice, PURCHASE);
    let into_itself = with("purchase_shares", purchase, [("treasury_account", dollars_of(&alice))]);
    world.refuse(into_itself).assert_code(DUPLICATE, "from one account to the same");
    world.run(issuer_program::subscribe(&share, &alice, SUBSCRIPTION));
    let fill = issuer_program::fill_subscription(&share, &alice, 7, FILL);
    let refunded = with("fill_subscription", fill, [("treasury_account", dollars_of(&alice))]);
    world.refuse(refunded).assert_code(DUPLICATE, "payment and refund into one account");
}

#[test]
fn an_escrow_pays_for_nothing_but_its_own_subscription() {
    let mut world = subscribed();
    let (share, alice, bob) = (&cast().share, &cast().alice, &cast().bob);
    let escrow = addresses::escrow(&addresses::subscription(&share.asset, alice, 7));
    let purchase = issuer_program::purchase_shares(share, bob, PURCHASE);
    let refused = with("purchase_shares", purchase, [("payment_source", escrow)]);
    let code = IssuerError::NotTokenAccountOwner as u32;
    world.refuse(refused).assert_code(code, "a purchase out of an escrow");
    let again = issuer_program::subscribe(share, bob, SUBSCRIPTION);
    let refused = with("subscribe", again, [("payment_source", escrow)]);
    world.refuse(refused).assert_code(code, "a subscription out of an escrow");
    world.run(issuer_program::request_redemption(share, alice, REQUEST));
    let treasury = cast().company.treasury();
    let failure =
        world.refuse(settle([("payment_source", escrow), ("payment_authority", treasury)]));
    failure.assert_code(OWNER_MISMATCH, "a payment out of an escrow");
}

#[test]
fn shares_in_escrow_are_redeemed_once() {
    let mut world = requested();
    let (share, alice) = (&cast().share, &cast().alice);
    let escrow = addresses::escrow(&addresses::redemption(&share.asset, alice, 7));
    // Not by a second request, nor by its owner directly, nor as the place where they go back.
    let again = scrip_issuer::RequestRedemptionArgs { id: 8, ..REQUEST };
    let again = issuer_program::request_redemption(share, alice, again);
    let code = IssuerError::NotTokenAccountOwner as u32;
    let refused = with("request_redemption", again, [("source", escrow)]);
    world.refuse(refused).assert_code(code, "a request out of an escrow");
    let redeem = issuer_program::redeem_shares(share, alice, 1);
    let refused = with("redeem_shares", redeem, [("source", escrow)]);
    world.refuse(refused).assert_code(code, "redeemed out of an escrow");
    world.set_time(REQUEST.deadline);
    let reclaim = issuer_program::reclaim_redemption(share, alice, 7);
    let refused = with("reclaim_redemption", reclaim, [("destination", escrow)]);
    world.refuse(refused).assert_code(DUPLICATE, "back into the escrow");
}

#[test]
fn nothing_is_minted_into_an_escrow() {
    let mut world = requested();
    let (share, alice) = (&cast().share, &cast().alice);
    let escrow = addresses::escrow(&addresses::redemption(&share.asset, alice, 7));
    for holder in [share.holder(alice), share.holder(&share.asset)] {
        let mint = issuer_program::mint_shares(share, alice, 1);
        world.refuse(with("mint_shares", mint, [("destination", escrow), ("holder", holder)]));
    }
    assert_eq!(token_2022::mint(&world, &share.mint).supply, 200_000_000_000);
}

#[test]
fn a_price_near_the_end_of_the_numbers_is_no_bargain() {
    let mut world = requested();
    let purchase = PurchaseSharesArgs { price: u64::MAX, max_payment: u64::MAX, ..PURCHASE };
    let purchase = issuer_program::purchase_shares(&cast().share, &cast().alice, purchase);
    world.refuse(purchase).assert_code(IssuerError::AmountOverflow as u32, "wraps round");
    let settlement = SettleRedemptionArgs { price: u64::MAX, ..SETTLEMENT };
    let settle = issuer_program::settle_redemption(&cast().share, &cast().alice, 7, settlement);
    world.refuse(settle).assert_code(IssuerError::AmountOverflow as u32, "wraps round");
}
