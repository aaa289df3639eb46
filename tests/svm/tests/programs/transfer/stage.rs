//! How transfers are staged: other terms, venues, wallets that nobody knows.

use anchor_lang::prelude::Pubkey;
use scrip_rules::paths;
use scrip_rules::policy::AdmissionMode;
use scrip_svm_tests::cast::Register;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::transfer::execute;
use scrip_svm_tests::{
    Failure, Receipt, TOKEN, Transfer, World, cast, hook_program, issuer_program, keys, token_2022,
};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};

/// Tokens that a venue of [`venue`] begins with.
pub const FLOAT: u64 = 10 * TOKEN;

pub fn register() -> Register {
    cast().company.register
}

/// A transfer of the share.
pub fn transfer(from: &Pubkey, to: &Pubkey, amount: u64) -> Transfer {
    Transfer::new(&cast().share.mint, from, to, amount)
}

/// Gives the share the terms that it begins with, but for this change.
pub fn set_terms(world: &mut World, change: impl FnOnce(&mut PolicyTerms)) {
    let mut new = terms();
    change(&mut new);
    world.run(issuer_program::update_policy(&cast().share, new));
}

/// The terms of a share that anybody may hold who is not barred.
pub fn open(terms: &mut PolicyTerms) {
    terms.admission_mode = AdmissionMode::Open as u8;
    terms.paths = paths::ALL;
}

/// Gives a wallet's record these facts.
pub fn update(world: &mut World, wallet: &Pubkey, details: HolderDetails) {
    world.run(hook_program::update_holder(&register(), wallet, details));
}

/// Gives a wallet's record this status.
pub fn set_status(world: &mut World, wallet: &Pubkey, status: u8) {
    world.run(hook_program::set_holder_status(&register(), wallet, status));
}

/// The key with this name, with an empty token account of the share and no record.
pub fn newcomer(world: &mut World, name: &str) -> Pubkey {
    let wallet = keys::wallet(name);
    world.run(token_2022::create_account(&wallet, &cast().share.mint));
    wallet
}

/// The key with this name as a venue on the register, with [`FLOAT`] tokens of the share from Alice.
pub fn venue(world: &mut World, name: &str) -> Pubkey {
    let venue = newcomer(world, name);
    world.run(hook_program::add_venue(&register(), venue));
    transfer(&cast().alice, &venue, FLOAT).send(world).unwrap();
    venue
}

/// Calls the hook as Token-2022 does once it has moved the tokens: on accounts that carry the flags of a
/// transfer under way.
pub fn call_in_flight(
    world: &mut World,
    transfer: &Transfer,
    amount: u64,
) -> Result<Receipt, Failure> {
    let accounts = transfer.hook_accounts(world);
    for token_account in [transfer.source, transfer.destination] {
        token_2022::mark_transferring(world, token_account);
    }
    world.send(execute(accounts, amount))
}
