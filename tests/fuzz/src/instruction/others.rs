//! Puts other members of staff, other moneys and other treasuries in the place of those of the cast.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::{Duty, cast};
use scrip_svm_tests::payment::{self, TOKEN_PROGRAM};
use scrip_svm_tests::{addresses, issuer_program as program};

use crate::model::Model;
use crate::operation::Issue;
use crate::scene::scene;

/// Puts one address in the place of another, wherever it is.
pub fn exchange(instruction: &mut Instruction, old: Pubkey, new: Pubkey) {
    for meta in instruction.accounts.iter_mut().filter(|meta| meta.pubkey == old) {
        meta.pubkey = new;
    }
}

/// The instruction as another member of staff signs it.
pub(super) fn by(mut instruction: Instruction, duty: Duty, member: &Pubkey) -> Instruction {
    let company = scene().share.company;
    exchange(&mut instruction, company.role(duty), scene().role(member));
    exchange(&mut instruction, company.member(duty), *member);
    instruction
}

pub(super) fn by_admin(mut instruction: Instruction, admin: &Pubkey) -> Instruction {
    exchange(&mut instruction, scene().share.company.admin, *admin);
    instruction
}

/// An issue by this minter, with its checker and the custodians whose attestations count.
pub(super) fn issued(instruction: Instruction, issue: &Issue) -> Instruction {
    let share = scene().share;
    let member = scene().minters[issue.minter];
    let mut instruction = by(instruction, Duty::Mint, &member);
    exchange(&mut instruction, share.minter(), addresses::minter(&share.asset, &member));
    // The accounts of an issue end with mint, policy, checker, checker's role, token program.
    let policy = instruction
        .accounts
        .windows(2)
        .position(|pair| pair[0].pubkey == share.mint && pair[1].pubkey == share.policy);
    let at = policy.unwrap() + 2;
    if let Some(checker) = issue.checker {
        instruction.accounts[at].pubkey = checker;
        instruction.accounts[at].is_signer = true;
        instruction.accounts[at + 1].pubkey = scene().role(&checker);
    } else if instruction.accounts[at].is_signer {
        instruction.accounts[at].pubkey = scrip_issuer::ID;
        instruction.accounts[at].is_signer = false;
        instruction.accounts[at + 1].pubkey = scrip_issuer::ID;
    }
    let custodians: Vec<_> = issue.custody.iter().map(|place| scene().custodians[*place]).collect();
    program::backed_by(instruction, &share, &custodians)
}

/// The instruction with another money than the dollars of the cast.
pub(super) fn in_money(mut instruction: Instruction, money: usize, person: &Pubkey) -> Instruction {
    let (scene, dollars) = (scene(), cast().usd);
    if money == 0 {
        return instruction;
    }
    for wallet in [person, &scene.treasuries[0]] {
        let old = payment::account_of(wallet, &dollars);
        exchange(&mut instruction, old, scene.cash_account(wallet, money));
    }
    let (old, new) = (dollars, scene.money[money]);
    let listing = |mint| addresses::payment_listing(&scene.share.asset, &mint);
    exchange(&mut instruction, listing(old), listing(new.mint));
    exchange(&mut instruction, old, new.mint);
    exchange(&mut instruction, TOKEN_PROGRAM, new.program);
    instruction
}

/// The instruction that pays into the issuer's present treasury: the last account of the first is its.
pub(super) fn treasured(mut instruction: Instruction, money: usize, model: &Model) -> Instruction {
    let first = scene().cash_account(&scene().treasuries[0], money);
    let present = scene().cash_account(&model.treasury, money);
    if let Some(meta) = instruction.accounts.iter_mut().rfind(|meta| meta.pubkey == first) {
        meta.pubkey = present;
    }
    instruction
}
