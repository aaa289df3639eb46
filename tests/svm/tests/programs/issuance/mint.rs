//! `mint_shares` in raw units and in shares.

use scrip_issuer::ID;
use scrip_issuer::Quantity;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SharesMinted;
use scrip_rules::multiplier::SCALE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, dividend};
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{START, TOKEN, World, cast, issuer_program, token_2022};
use scrip_transfer_hook::PolicyTerms;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;

const MOVED: u32 = IssuerError::MultiplierMoved as u32;

fn shares(shares: u64, expected_multiplier: u128) -> Instruction {
    let share = cast().share;
    let quantity = Quantity::Shares { shares, expected_multiplier };
    issuer_program::mint_quantity(&share, &cast().alice, quantity, issuer_program::issue(&share))
}

fn held(world: &World) -> u64 {
    token_2022::balance(world, &cast().alice, &cast().share.mint)
}

/// A world in which one raw unit stands for 1.07 shares, by a dividend.
fn grown() -> (World, u128) {
    let mut world = World::new();
    let dividend = dividend(7, 100);
    world.schedule(&cast().share, dividend);
    world.set_time(START + NOTICE);
    (world, SCALE * 107 / 100)
}

#[test]
fn shares_are_rounded_down_to_raw_units() {
    let (ready, multiplier) = grown();
    for amount in [2, 3, 107, 108, 213, 214, TOKEN, 107 * TOKEN, 107 * TOKEN - 1] {
        let mut world = ready.clone();
        let before = held(&world);
        let receipt = world.run(shares(amount, multiplier));
        // Down: what is minted never stands for more shares than were asked for, and one more would.
        let raw = held(&world) - before;
        assert_eq!(raw, amount * 100 / 107, "{amount}");
        assert!(raw * 107 <= amount * 100 && (raw + 1) * 107 > amount * 100);
        let old_supply = 2_000 * TOKEN;
        receipt.assert_event(
            ID,
            &SharesMinted {
                asset: cast().share.asset,
                recipient: cast().alice,
                actor: cast().company.member(Duty::Mint),
                checker: Pubkey::default(),
                amount: raw,
                old_supply,
                new_supply: old_supply + raw,
                multiplier,
                reference: issuer_program::REFERENCE,
            },
        );
    }
    let code = IssuerError::ZeroAmount as u32;
    ready.clone().refuse(shares(1, multiplier)).assert_code(code, "less than one raw unit");
}

#[test]
fn a_multiplier_that_has_moved_is_refused() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(START + NOTICE - 1);
    world.refuse(shares(TOKEN, 4 * SCALE)).assert_code(MOVED, "not yet in force");
    world.clone().run(shares(TOKEN, SCALE));
    world.set_time(START + NOTICE);
    world.refuse(shares(TOKEN, SCALE)).assert_code(MOVED, "in force until a second ago");
    world.refuse(shares(TOKEN, 4 * SCALE - 1)).assert_code(MOVED, "off by the last digit");
    let before = held(&world);
    world.run(shares(TOKEN, 4 * SCALE));
    assert_eq!(held(&world), before + TOKEN / 4);
}

#[test]
fn raw_units_are_raw_units_whatever_the_multiplier() {
    let (mut world, _) = grown();
    let before = held(&world);
    world.run(issuer_program::mint_shares(&cast().share, &cast().alice, 7));
    assert_eq!(held(&world), before + 7);
}

#[test]
fn the_largest_balance_of_the_policy_holds_for_mints() {
    let mut world = World::new();
    let share = cast().share;
    let most = held(&world) + 10;
    let narrow = PolicyTerms { max_balance: most, ..terms() };
    world.run(issuer_program::update_policy(&share, narrow));
    let code = Refusal::DestinationOverMaxBalance as u32;
    let mint = |amount| issuer_program::mint_shares(&share, &cast().alice, amount);
    world.refuse(mint(11)).assert_code(code, "one unit too many");
    world.run(mint(10));
    assert_eq!(held(&world), most);
    world.refuse(mint(1)).assert_code(code, "full");
    // A batch that names somebody twice is judged by the sum.
    let unlimited = PolicyTerms { max_balance: most + 3, ..terms() };
    world.run(issuer_program::update_policy(&share, unlimited));
    let twice =
        |second| issuer_program::mint_batch(&share, &[(cast().alice, 2), (cast().alice, second)]);
    world.refuse(twice(2)).assert_code(code, "two and two, where three fit");
    world.run(twice(1));
}
