//! `mint_batch`: the errors of its own. What stops every issue is in `issue`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{self, mint_batch, with};
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{TOKEN, World, cast, token_2022};
use scrip_transfer_hook::PolicyTerms;

use crate::case::{Case, assert_all_fail, assert_fails, case};

fn batch(amounts: [u64; 2]) -> Instruction {
    mint_batch(&cast().share, &[(cast().alice, amounts[0]), (cast().bob, amounts[1])])
}

/// To two, of whom the last account is missing.
fn cut_by(accounts: usize) -> Instruction {
    let mut instruction = batch([1, 1]);
    instruction.accounts.truncate(instruction.accounts.len() - accounts);
    instruction
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotMinter as u32, "a member who may redeem signs", |_| {
        with("mint_batch", batch([1, 1]), [("actor", cast().company.member(Duty::Redeem))])
    }),
    case(IssuerError::BatchAccounts as u32, "to nobody", |_| mint_batch(&cast().share, &[])),
    case(IssuerError::BatchAccounts as u32, "half a pair", |_| cut_by(1)),
    case(IssuerError::BatchAccounts as u32, "a pair too few", |_| cut_by(2)),
    case(IssuerError::BatchAccounts as u32, "an account of another share", |_| {
        let mut instruction = batch([1, 1]);
        let mint = &cast().other_share.mint;
        instruction.accounts.last_mut().unwrap().pubkey = token_2022::account_of(&cast().bob, mint);
        instruction
    }),
    case(IssuerError::ZeroAmount as u32, "nothing for one of them", |_| batch([1, 0])),
    case(IssuerError::ZeroAmount as u32, "nothing for both", |_| batch([0, 0])),
    case(IssuerError::AmountOverflow as u32, "more than there are numbers", |_| {
        batch([u64::MAX, 1])
    }),
    case(IssuerError::OverSupplyCap as u32, "each within the cap, but not both", |_| {
        batch([900_000 * TOKEN, 900_000 * TOKEN])
    }),
    case(IssuerError::CheckerMissing as u32, "each below the threshold, but not both", |world| {
        let threshold = scrip_issuer::change::Change::MintFourEyes { above: 7 };
        world.run(issuer_program::change_asset(&cast().share, threshold));
        world.clone().run(batch([3, 4]));
        batch([4, 4])
    }),
    case(Refusal::DestinationMissing as u32, "somebody on no register among them", |_| {
        mint_batch(&cast().share, &[(cast().alice, 1), (cast().carol, 1)])
    }),
    case(Refusal::DestinationOverMaxBalance as u32, "the same twice, by the sum", |world| {
        let max_balance = token_2022::balance(world, &cast().alice, &cast().share.mint) + 5;
        let terms = PolicyTerms { max_balance, ..terms() };
        world.run(issuer_program::update_policy(&cast().share, terms));
        world.clone().run(mint_batch(&cast().share, &[(cast().alice, 2), (cast().alice, 3)]));
        mint_batch(&cast().share, &[(cast().alice, 3), (cast().alice, 3)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn records_and_accounts_of_two_recipients_are_not_mixed() {
    let mut instruction = batch([1, 1]);
    let last = instruction.accounts.len();
    instruction.accounts.swap(last - 2, last - 4);
    let code = Refusal::DestinationOtherWallet as u32;
    assert_fails(&mut World::new(), instruction, code, "each the other's record");
}
