//! Where a wallet needs no record, nobody's record can be made to look absent: Token-2022 derives its
//! address from the owner of the token account, and looks for that address and no other.

use anchor_lang::prelude::Pubkey;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{TOKEN, Transfer, World, addresses, cast, hook_program, keys};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use solana_account::Account;
use solana_system_interface::instruction::transfer as send_lamports;

use crate::codes::INCORRECT_ACCOUNT;
use crate::transfer::stage::{call_in_flight, newcomer, open, register, set_terms, transfer};
use crate::transfer::{assert_allowed, assert_refused};

/// Where the recipient's record lies among the accounts of the hook, and of Token-2022's instruction.
const OF_HOOK: usize = 7;
const OF_TOKEN_2022: usize = 6;
const SANCTIONED: u8 = 4;

/// An open share, of which Carol, of whom there is no record, holds ten tokens.
fn open_world() -> World {
    let mut world = World::new();
    set_terms(&mut world, open);
    to_carol(10 * TOKEN).send(&mut world).unwrap();
    world
}

fn to_carol(amount: u64) -> Transfer {
    transfer(&cast().alice, &cast().carol, amount)
}

/// Writes this at the address of Carol's record, past the program.
fn at_record_of_carol(world: &mut World, owner: Pubkey, data: &[u8]) {
    let account =
        Account { lamports: 10_000_000, data: data.to_vec(), owner, ..Account::default() };
    world.set_account(cast().share.holder(&cast().carol), account);
}

/// What somebody may bring instead of the record, and what the hook would think of it.
fn substitutes(world: &mut World) -> Vec<(&'static str, Pubkey, Option<Refusal>)> {
    use Refusal::{DestinationForged, DestinationOtherRegistry, DestinationOtherWallet};
    let (share, foreign, carol) = (cast().share, cast().foreign_share, cast().carol);
    let dave = newcomer(world, "dave");
    let empty = keys::wallet("empty");
    world.set_account(empty, Account { lamports: 1, owner: ID, ..Account::default() });
    vec![
        ("an empty address", keys::wallet("nowhere"), None),
        ("the absent record of somebody else", share.holder(&dave), None),
        ("the absent record in another registry", foreign.holder(&carol), None),
        ("the absent policy of another mint", addresses::policy(&dave), None),
        ("the wallet itself", carol, None),
        ("another wallet", cast().mallory, None),
        ("an empty account of the hook program", empty, Some(DestinationForged)),
        ("the asset", share.asset, Some(DestinationForged)),
        ("the mint", share.mint, Some(DestinationForged)),
        ("the policy", share.policy, Some(DestinationForged)),
        ("the registry", register().address, Some(DestinationForged)),
        ("the hook program", ID, Some(DestinationForged)),
        ("the system program", addresses::SYSTEM, Some(DestinationForged)),
        ("the record of the other side", share.holder(&cast().alice), Some(DestinationOtherWallet)),
        ("the record of a third", share.holder(&cast().bob), Some(DestinationOtherWallet)),
        ("one of another registry", foreign.holder(&cast().bob), Some(DestinationOtherRegistry)),
    ]
}

#[test]
fn nothing_stands_in_for_the_record_of_a_barred_wallet() {
    let mut world = open_world();
    world.run(hook_program::bar_wallet(&register(), cast().carol, SANCTIONED));
    assert_refused(&world, &to_carol(1), Refusal::DestinationSanctioned);
    let whole = to_carol(1).instruction(&world);
    assert_eq!(whole.accounts[OF_TOKEN_2022].pubkey, cast().share.holder(&cast().carol));
    for (what, substitute, _) in substitutes(&mut world) {
        let mut instead = whole.clone();
        instead.accounts[OF_TOKEN_2022].pubkey = substitute;
        let failure = world.refuse(instead);
        failure.assert_code(INCORRECT_ACCOUNT, what);
        assert!(!failure.logged(&format!("Program {ID} invoke")), "{what} reached the hook");
        // Brought beside the record, it is not looked at.
        let mut beside = whole.clone();
        beside.accounts.insert(OF_TOKEN_2022, beside.accounts[OF_TOKEN_2022].clone());
        beside.accounts[OF_TOKEN_2022].pubkey = substitute;
        let failure = world.refuse(beside);
        failure.assert_code(Refusal::DestinationSanctioned as u32, what);
    }
    let mut without = whole;
    without.accounts.remove(OF_TOKEN_2022);
    world.refuse(without).assert_code(INCORRECT_ACCOUNT, "no record at all");
}

#[test]
fn nothing_stands_in_for_a_record_that_is_absent() {
    let mut world = open_world();
    let whole = to_carol(1).instruction(&world);
    for (what, substitute, _) in substitutes(&mut world) {
        let mut instead = whole.clone();
        instead.accounts[OF_TOKEN_2022].pubkey = substitute;
        world.refuse(instead).assert_code(INCORRECT_ACCOUNT, what);
    }
    assert_allowed(&world, &to_carol(1));
}

#[test]
fn an_absent_record_is_believed_only_within_a_transfer() {
    // The hook does not derive the address again: it relies on Token-2022, whom it knows by the flags of
    // a transfer under way. Who deceives `check_transfer` deceives nobody but themself.
    let mut world = open_world();
    world.run(hook_program::bar_wallet(&register(), cast().carol, SANCTIONED));
    for (what, substitute, thought) in substitutes(&mut world) {
        let mut accounts = to_carol(1).hook_accounts(&world);
        accounts[OF_HOOK].pubkey = substitute;
        let planned = answer(&world.run(check_transfer(accounts.clone(), 1)));
        assert_eq!(planned, thought.map_or(0, Refusal::code), "{what}");
        let failure = world.refuse(execute(accounts, 1));
        failure.assert_code(Refusal::SourceNotTransferring as u32, what);
    }
}

#[test]
fn lamports_make_no_record_and_bar_nobody() {
    for lamports in [1, 890_880, 10_000_000_000] {
        let mut world = open_world();
        world.give_lamports(cast().share.holder(&cast().carol), lamports);
        assert_allowed(&world, &to_carol(1));
        assert_allowed(&world, &transfer(&cast().carol, &cast().bob, 1));
        set_terms(&mut world, |_| {});
        assert_refused(&world, &to_carol(1), Refusal::DestinationMissing);
    }
}

#[test]
fn what_is_neither_a_record_nor_absent_is_refused_in_open_mode_too() {
    let record = World::new().data(&cast().share.holder(&cast().alice));
    for (what, owner, data) in [
        ("an empty account of the hook program", ID, &[][..]),
        ("a discriminator alone", ID, &record[..8]),
        ("an account of zeros", ID, &[0; 128]),
        ("an empty account of Mallory's", cast().mallory, &[]),
        ("a record of the issuer program", scrip_issuer::ID, &record),
        ("an account of the system with data", addresses::SYSTEM, &[0]),
        ("a record of the system", addresses::SYSTEM, &record),
    ] {
        let mut world = open_world();
        at_record_of_carol(&mut world, owner, data);
        assert_refused(&world, &to_carol(1), Refusal::DestinationForged);
        let by_carol = transfer(&cast().carol, &cast().alice, 1);
        assert_eq!(by_carol.check(&mut world), Refusal::SourceForged.code(), "{what}");
        let code = call_in_flight(&mut world, &by_carol, 1).unwrap_err().code();
        assert_eq!(code, Some(Refusal::SourceForged.code().into()), "{what}");
    }
}

#[test]
fn a_record_closed_and_revived_within_a_transaction_is_no_record() {
    let mut world = World::new();
    let record = cast().share.holder(&cast().alice);
    let to_bob = transfer(&cast().alice, &cast().bob, 1).instruction(&world);
    let attack = [
        hook_program::close_holder(&register(), &cast().alice),
        send_lamports(&cast().payer, &record, 10_000_000),
        to_bob,
    ];
    let failure = world.clone().send_all(&attack).unwrap_err();
    failure.assert_code(Refusal::SourceMissing as u32, "a closed record");
    // Where no record is needed, she is as free as everybody.
    set_terms(&mut world, open);
    world.send_all(&attack).unwrap();
}

#[test]
fn a_barred_record_is_not_closed_to_set_its_wallet_free() {
    for status in [2, 3, SANCTIONED] {
        let mut world = open_world();
        world.run(hook_program::bar_wallet(&register(), cast().carol, status));
        let close = hook_program::close_holder(&register(), &cast().carol);
        world.refuse(close).assert_code(HookError::BarredRecordStays as u32, "a barred record");
    }
}
