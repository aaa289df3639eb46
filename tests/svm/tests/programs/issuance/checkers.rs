//! Mints above the threshold of four eyes, which a checker co-signs.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{PERMISSION_CHECK, PERMISSION_MINT};
use scrip_issuer::{FillSubscriptionArgs, ID, PurchaseSharesArgs};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{FILL, PURCHASE, SUBSCRIPTION};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{TOKEN, World, cast};

use super::proposals::{LIMIT, checked_world, maker, minted};

const MISSING: u32 = IssuerError::CheckerMissing as u32;

#[test]
fn above_the_threshold_a_checker_signs_as_well() {
    let mut world = checked_world();
    let (share, alice) = (cast().share, cast().alice);
    let supply = 2_000 * TOKEN;
    world.run(mint_shares(&share, &alice, LIMIT));
    let failure = world.refuse(mint_shares(&share, &alice, LIMIT + 1));
    failure.assert_code(MISSING, "nobody but the minter");
    let receipt = world.run(mint_checked(&share, &alice, LIMIT + 1));
    let checker = cast().company.member(Duty::Check);
    receipt.assert_event(ID, &minted(LIMIT + 1, supply + LIMIT, checker));
}

/// The instruction, which issues shares by the company's minter, with the checker signing as well.
pub fn co_signed(mut instruction: Instruction) -> Instruction {
    let (share, alice) = (cast().share, cast().alice);
    let (alone, both) = (mint_shares(&share, &alice, 1), mint_checked(&share, &alice, 1));
    // Where the two differ is where the checker is.
    for (place, meta) in both.accounts.into_iter().enumerate() {
        if alone.accounts[place] != meta {
            instruction.accounts[place] = meta;
        }
    }
    instruction
}

#[test]
fn a_batch_counts_as_its_sum() {
    let mut world = checked_world();
    let batch = |amount| mint_batch(&cast().share, &[(cast().alice, LIMIT), (cast().bob, amount)]);
    world.refuse(batch(1)).assert_code(MISSING, "the limit, and one unit for somebody else");
    world.run(co_signed(batch(1)));
}

#[test]
fn whatever_else_issues_shares_needs_the_checker_too() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    world.run(subscribe(&share, &alice, SUBSCRIPTION));
    world.run(change_asset(&share, Change::MintFourEyes { above: FILL.amount - 1 }));
    let fill = |fill| fill_subscription(&share, &alice, SUBSCRIPTION.id, fill);
    world.refuse(fill(FILL)).assert_code(MISSING, "a subscription filled");
    let purchase = |purchase| purchase_shares(&share, &alice, purchase);
    world.refuse(purchase(PURCHASE)).assert_code(MISSING, "a purchase");
    world.run(fill(FillSubscriptionArgs { amount: FILL.amount - 1, ..FILL }));
    world.run(purchase(PurchaseSharesArgs { amount: PURCHASE.amount - 1, ..PURCHASE }));
}

fn checked_by(member: Pubkey, role: Pubkey) -> Instruction {
    let mut issue = checked_issue(&cast().share);
    issue.checker = Some(member);
    issue.checker_role = Some(role);
    let quantity = scrip_issuer::Quantity::Raw { amount: LIMIT + 1 };
    mint_quantity(&cast().share, &cast().alice, quantity, issue)
}

#[test]
fn who_is_no_checker_checks_nothing() {
    let mut world = checked_world();
    let (company, foreign) = (cast().company, cast().foreign_company);
    let lacks = IssuerError::RoleLacksPermission as u32;
    for (member, role, code) in [
        (company.member(Duty::Redeem), company.role(Duty::Redeem), lacks),
        (foreign.member(Duty::Check), foreign.role(Duty::Check), MISSING),
        (cast().mallory, company.role(Duty::Check), MISSING),
        (maker(), company.role(Duty::Mint), IssuerError::CheckerIsMaker as u32),
    ] {
        world.refuse(checked_by(member, role)).assert_code(code, "somebody else");
    }
    // Nor below the threshold: the event would name it.
    let mut world = World::new();
    let role = company.role(Duty::Redeem);
    world.refuse(checked_by(company.member(Duty::Redeem), role)).assert_code(lacks, "no need");
    // A minter who may check as well is not two.
    let mut world = checked_world();
    world.run(revoke_role(&company, &maker()));
    world.run(grant_role(&company, maker(), PERMISSION_MINT | PERMISSION_CHECK));
    let code = IssuerError::CheckerIsMaker as u32;
    world.refuse(checked_by(maker(), company.role(Duty::Mint))).assert_code(code, "itself");
}
