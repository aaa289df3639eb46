//! The accounts that a change is about differ from change to change, and the fixtures of `change_setting` and
//! `execute_change` are about one of them. Here: every other change that has an account of its own.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{World, addresses, cast, issuer_program, token_2022};
use scrip_transfer_hook::PolicyTerms;

use super::{Tamper, accounts, goes_through, tampered, tampers};

/// A change for each kind of account that a change can be about.
fn changes() -> [Change; 7] {
    [
        Change::Minter {
            member: cast().company.member(Duty::Mint),
            cap: 1,
            capacity: 1,
            period: 1,
        },
        Change::Custodian { key: cast().company.custodian(), approved: false },
        Change::PaymentMint { mint: cast().usd, accepted: false },
        Change::PolicyTerms { terms: PolicyTerms { max_transfer: 5, ..terms() } },
        Change::HookProgram { program: Pubkey::default() },
        Change::SupplyCap { raw: 1 },
        Change::Timelock { seconds: 1 },
    ]
}

/// The change, and the same proposed and ready to be carried out.
fn instructions(world: &mut World, change: Change) -> [(&'static str, Instruction); 2] {
    let (company, share) = (&cast().company, &cast().share);
    let share = change.is_about_asset().then_some(share);
    let at_once = match share {
        Some(share) => issuer_program::change_asset(share, change),
        None => issuer_program::change_company(company, change),
    };
    world.run(issuer_program::propose_change(company, share, change, 0));
    let carried_out = issuer_program::execute_change(company, share, change, 0, cast().mallory);
    [("change_setting", at_once), ("execute_change", carried_out)]
}

/// What may go through all the same: anybody carries out, an optional account that is not given has the
/// program's address, which is all that the event asks for, and the admin says which share a change is about.
fn harmless(name: &str, account: &str, tamper: Tamper) -> bool {
    let other_share = tamper == Tamper::Substituted(cast().other_share.asset);
    match (name, account) {
        (_, "program") | ("execute_change", "actor") => true,
        ("change_setting", "asset") => other_share,
        _ => false,
    }
}

#[test]
fn no_change_is_made_to_another_account_than_its_own() {
    for change in changes() {
        let mut ready = World::without_signatures();
        for (name, instruction) in instructions(&mut ready, change) {
            ready.clone().run(instruction.clone());
            let names = accounts("scrip_issuer", name, &instruction);
            for (place, account) in names.iter().enumerate() {
                let given = instruction.accounts[place].pubkey != scrip_issuer::ID;
                for tamper in tampers(&ready, &instruction, place) {
                    if !given || harmless(name, account, tamper) {
                        continue;
                    }
                    let (world, tampered) = tampered(&ready, &instruction, place, tamper);
                    let through = goes_through(world, tampered, |_| true);
                    assert!(!through, "{name} {change:?} goes through with {account} {tamper:?}");
                }
            }
        }
    }
}

#[test]
fn what_a_change_is_not_about_stays_as_it_is() {
    // Accounts that are given without need, and may be written.
    let (company, share) = (&cast().company, &cast().share);
    let mut world = World::new();
    let others = [
        ("minter", share.minter()),
        ("custodian", addresses::custodian(&company.address, &company.custodian())),
        ("payment_listing", addresses::payment_listing(&share.asset, &cast().usd)),
        ("policy", share.policy),
        ("mint", share.mint),
        ("token_program", token_2022::ID),
    ];
    let before = others.map(|(_, key)| world.account(&key));
    let change = issuer_program::change_asset(share, Change::SupplyCap { raw: 1 });
    let mut change = issuer_program::with("change_setting", change, others);
    for meta in &mut change.accounts {
        meta.is_writable |= others[..5].iter().any(|(_, key)| *key == meta.pubkey);
    }
    world.run(change);
    assert_eq!(others.map(|(_, key)| world.account(&key)), before);
}
