//! What happens to a payout from outside: donations to the vault, a split of the share, a payment token that
//! gets a fee.

use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{ActionTerms, Asset};
use scrip_svm_tests::distribution::Tree;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, effective_at};
use scrip_svm_tests::payment::{DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::token_2022::{self, ID};
use spl_token_2022_interface::extension::transfer_fee;

use super::*;
use crate::case::assert_fails;
use crate::settlement::money::{accept_money, hand_out_money, in_money, mint_money, money};
use crate::settlement::payment_tokens::{FEE_OF_NOTHING, set_fee};

/// Token-2022's `AccountHasWithheldTransferFees`.
const WITHHELD: u32 = 35;

/// Bob sends dollars straight to the vault.
fn donate(dividend: &Distribution, amount: u64) -> Instruction {
    let (usd, bob) = (cast().usd, cast().bob);
    let from = payment::account_of(&bob, &usd);
    payment::transfer(&from, &usd, &dividend.vault(), &bob, amount, &TOKEN_PROGRAM)
}

#[test]
fn a_donation_is_not_counted_and_is_swept() {
    let mut world = World::new();
    let dividend = schedule(&mut world);
    world.run(dividend.open());
    let total = dividend.tree.net();
    world.run(donate(&dividend, total));
    world.assert_account(&dividend.payout(), &opened(&world, &dividend));
    world.set_time(PAYABLE);
    let not_funded = IssuerError::PayoutNotFunded as u32;
    assert_fails(&mut world, dividend.open_page(0), not_funded, "donated, not funded");
    world.run(dividend.fund_all());
    world.run(dividend.open_page(0));
    world.run(dividend.claim(&cast().alice));
    world.run(donate(&dividend, 7));
    world.set_time(DEADLINE);
    let treasury = cast().company.treasury();
    let before = has(&world, &dividend, &treasury);
    world.run(dividend.sweep());
    assert_eq!(has(&world, &dividend, &treasury), before + 2 * total + 7 - 850 * DOLLAR);
}

/// A donation does not keep a payout from being withdrawn.
#[test]
fn a_donation_is_withdrawn_with_the_rest() {
    let mut world = World::new();
    let dividend = fund(&mut world);
    world.run(donate(&dividend, 7));
    let treasury = cast().company.treasury();
    let before = has(&world, &dividend, &treasury);
    world.run(dividend.withdraw());
    assert_eq!(has(&world, &dividend, &treasury), before + dividend.tree.net() + 7);
}

#[test]
fn a_split_between_record_and_claim_changes_no_amount() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let dates = effective_at(PAYABLE + NOTICE);
    world.schedule(&cast().share, AnnounceActionArgs { dates, ..SPLIT });
    world.set_time(PAYABLE + NOTICE);
    let asset: Asset = world.read(&cast().share.asset);
    assert_eq!(asset.track().unwrap().at(world.now()).scaled(), 4 * SCALE);
    let before = has(&world, &dividend, &cast().alice);
    let shares = token_2022::balance(&world, &cast().alice, &cast().share.mint);
    world.run(dividend.claim(&cast().alice));
    assert_eq!(has(&world, &dividend, &cast().alice), before + 850 * DOLLAR);
    let after = token_2022::balance(&world, &cast().alice, &cast().share.mint);
    assert_eq!(after, shares);
}

/// The payout of a dividend in the new money.
fn payout() -> Pubkey {
    addresses::payout(&addresses::action(&cast().share.asset, 0), &money())
}

/// The instruction about the dividend in dollars, in the new money.
fn in_new_money(instruction: Instruction) -> Instruction {
    let (dollars, payout) = (dividend(), payout());
    let mut instruction = in_money(instruction);
    for (old, new) in [
        (dollars.payout(), payout),
        (dollars.vault(), addresses::escrow(&payout)),
        (dollars.page(0), addresses::claim_page(&payout, 0)),
    ] {
        let named = instruction.accounts.iter_mut().filter(|meta| meta.pubkey == old);
        named.for_each(|meta| meta.pubkey = new);
    }
    instruction
}

/// A dividend in a token of Token-2022 is opened, and then that token takes one in a hundred of each transfer.
fn open_with_fee(world: &mut World) -> Distribution {
    mint_money(world, &[FEE_OF_NOTHING]);
    accept_money(world);
    hand_out_money(world);
    let terms = ActionTerms::Cash { payment_mint: money(), gross: DOLLAR, withholding_bps: 1_500 };
    world.schedule(&cast().share, AnnounceActionArgs { terms, ..cash_dividend() });
    world.set_time(RECORD + 1);
    let dividend = Distribution { tree: Tree::new(&payout(), &rows()), ..dividend() };
    world.run(in_new_money(dividend.open()));
    world.run(set_fee(100));
    world.set_epoch(2);
    dividend
}

fn fund_with_fee(dividend: &Distribution, amount: u64) -> Instruction {
    in_new_money(dividend.fund(&cast().company.treasury(), amount))
}

#[test]
fn of_a_token_with_a_fee_what_arrives_is_counted() {
    let mut world = World::new();
    let dividend = open_with_fee(&mut world);
    let total = dividend.tree.net();
    world.run(fund_with_fee(&dividend, 100 * DOLLAR));
    let payout: Payout = world.read(&payout());
    assert_eq!(payout.funded, 99 * DOLLAR);
    assert_eq!(payment::balance(&world, &payout.vault), payout.funded);
    // As much on top as the token takes: the last unit arrives too.
    let missing = total - payout.funded;
    let amount = (missing * 100).div_ceil(99);
    assert_eq!(amount - amount.div_ceil(100), missing);
    let overfunded = IssuerError::PayoutOverfunded as u32;
    assert_fails(&mut world, fund_with_fee(&dividend, amount + 100), overfunded, "99 too much");
    world.run(fund_with_fee(&dividend, amount));
    let payout: Payout = world.read(&self::payout());
    assert_eq!(payout.funded, total);
    world.set_time(PAYABLE);
    world.run(in_new_money(dividend.open_page(0)));
    let alice = cast().alice;
    let mut args = dividend.tree.claim(dividend.tree.index_of(&alice), 0);
    args.destination_bump = bump_of(&alice);
    let claim = issuer_program::claim(&cast().share, 0, PaidWith::Cash, &alice, args);
    let before = crate::settlement::money::has(&world, &alice);
    world.run(in_new_money(claim));
    let after = crate::settlement::money::has(&world, &alice);
    assert_eq!(
        after - before,
        850 * DOLLAR * 99 / 100,
        "the fee on the way out is the token's own"
    );
}

/// What the token keeps of a transfer lies in the vault, which cannot be closed with it.
#[test]
fn a_withheld_fee_is_harvested_before_the_vault_is_closed() {
    let mut world = World::new();
    let dividend = open_with_fee(&mut world);
    world.run(fund_with_fee(&dividend, 100 * DOLLAR));
    world.set_time(DEADLINE);
    let sweep = in_new_money(dividend.sweep());
    world.refuse(sweep.clone()).assert_code(WITHHELD, "fees in the vault");
    let harvest = transfer_fee::instruction::harvest_withheld_tokens_to_mint;
    world.run(harvest(&ID, &money(), &[&addresses::escrow(&payout())]).unwrap());
    world.run(sweep);
}

fn bump_of(wallet: &Pubkey) -> u8 {
    let seeds = [wallet.as_ref(), ID.as_ref(), &money().to_bytes()];
    let associated = spl_associated_token_account_interface::program::ID;
    Pubkey::find_program_address(&seeds, &associated).1
}
