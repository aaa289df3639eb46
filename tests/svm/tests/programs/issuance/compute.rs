//! What minting and attesting cost, with every check on.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::change::Change;
use scrip_issuer::{AttestReservesArgs, ID, Quantity};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{START, TOKEN, World, cast};

use super::custody::{rule, second};

/// The most that `mint_shares` may cost.
const BOUND: u64 = 30_000;

/// Caps, a bucket, four eyes from the first unit on, and enforced reserves of so many custodians.
pub fn strict(custodians: u8) -> (World, Vec<Pubkey>) {
    let mut world = World::new();
    let (company, share) = (cast().company, cast().share);
    let mut keys = vec![company.custodian(), second(&mut world)];
    keys.truncate(usize::from(custodians));
    world.run(change_asset(&share, rule(3, 60, custodians, 10)));
    world.run(change_asset(&share, Change::MintFourEyes { above: 0 }));
    world.run(allow(&share, 10_000_000 * TOKEN, 1_000_000 * TOKEN, 86_400));
    for key in &keys {
        world.run(attest_reserves(&share, *key, args()));
    }
    (world, keys)
}

fn args() -> AttestReservesArgs {
    let shares = 10_000_000 * TOKEN;
    AttestReservesArgs { shares, as_of: START, actions_seen: 0, document_hash: [1; 32] }
}

#[test]
fn minting_with_every_check_on_stays_within_its_bound() {
    let share = cast().share;
    for custodians in [1, 2] {
        let (world, keys) = strict(custodians);
        let expected_multiplier = scrip_rules::multiplier::SCALE;
        for (quantity, what) in [
            (Quantity::Raw { amount: TOKEN }, "raw units"),
            (Quantity::Shares { shares: TOKEN, expected_multiplier }, "shares"),
        ] {
            let mint = mint_quantity(&share, &cast().alice, quantity, checked_issue(&share));
            let receipt = world.clone().run(backed_by(mint, &share, &keys));
            let units = receipt.outer_frame(&ID);
            println!("mint_shares, {what}, {custodians} custodians: {units} compute units");
            assert!(units <= BOUND, "{units} compute units");
        }
    }
    let receipt = World::new().run(mint_shares(&share, &cast().alice, TOKEN));
    println!("mint_shares, no rule, no checker: {} compute units", receipt.outer_frame(&ID));
}

#[test]
fn what_proposing_and_attesting_cost() {
    let share = cast().share;
    let (mut world, keys) = strict(2);
    let propose = world.run(propose_mint(&share, &cast().alice, TOKEN, 0)).outer_frame(&ID);
    let carried = backed_by(mint_proposed(&share, &cast().alice, 0), &share, &keys);
    let carried = world.run(carried).outer_frame(&ID);
    println!("propose_mint: {propose}, mint_proposed: {carried} compute units");
    let first = World::new().run(attest_reserves(&share, keys[0], args())).outer_frame(&ID);
    let again = world.run(attest_reserves(&share, keys[0], args())).outer_frame(&ID);
    let beside = backed_by(attest_reserves(&share, keys[0], args()), &share, &keys[1..]);
    let beside = world.run(beside).outer_frame(&ID);
    let status = world.run(reserve_status(&share, &keys)).outer_frame(&ID);
    println!("attest_reserves: first {first}, again {again}, beside another {beside}");
    println!("reserve_status of two: {status}");
    assert!(propose.max(carried).max(first).max(beside).max(status) <= 2 * BOUND);
}
