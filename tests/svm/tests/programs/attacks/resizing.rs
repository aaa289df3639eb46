//! Accounts of a transfer that are longer or shorter than their type, at the very addresses where a transfer
//! looks for them. No instruction makes such accounts; they are written past the programs.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{Failure, World, cast, token_2022};
use scrip_transfer_hook::ID;

use crate::transfer::stage::{set_status, transfer};

const SUSPENDED: u8 = 2;

/// Alice to Bob, resolved before anything is resized.
fn prepared() -> (World, Instruction) {
    let world = World::new();
    let instruction = transfer(&cast().alice, &cast().bob, 1).instruction(&world);
    (world, instruction)
}

/// What comes of the transfer when this account has another length.
fn with_length(account: &anchor_lang::prelude::Pubkey, len: usize) -> Failure {
    let (mut world, instruction) = prepared();
    world.edit(*account, |account| account.data.resize(len, 0));
    world.refuse(instruction)
}

/// Lengths around the right one, and far from it.
fn wrong_lengths(right: usize) -> impl Iterator<Item = usize> {
    [0, 1, 7, 8, 9, right / 2, right - 8, right - 1, right + 1, right + 8, 2 * right]
        .into_iter()
        .filter(move |len| *len != right)
}

#[test]
fn a_record_of_another_length_is_forged() {
    for (wallet, refusal) in
        [(cast().alice, Refusal::SourceForged), (cast().bob, Refusal::DestinationForged)]
    {
        let record = cast().share.holder(&wallet);
        for len in wrong_lengths(128) {
            with_length(&record, len).assert_code(refusal.code().into(), "a resized record");
        }
    }
}

#[test]
fn a_policy_of_another_length_is_forged() {
    // Where it is so short that the registry cannot be read from it, Token-2022 stops before the hook.
    const REGISTRY_END: usize = 136;
    for len in wrong_lengths(296) {
        let failure = with_length(&cast().share.policy, len);
        if len >= REGISTRY_END {
            failure.assert_code(Refusal::PolicyForged as u32, "a resized policy");
        } else {
            assert!(!failure.logged(&format!("Program {ID} invoke")), "{len} bytes");
        }
    }
}

#[test]
fn a_validation_account_cut_short_stops_the_transfer() {
    let right = World::new().data(&cast().share.metas).len();
    for len in [0, 1, 8, 12, 16, right / 2, right - 35, right - 1] {
        let failure = with_length(&cast().share.metas, len);
        assert!(!failure.logged(&format!("Program {ID} success")), "{len} bytes");
    }
}

#[test]
fn a_validation_account_made_longer_lets_nobody_through() {
    let (mut world, instruction) = prepared();
    let right = world.data(&cast().share.metas).len();
    set_status(&mut world, &cast().bob, SUSPENDED);
    for len in [right + 1, right + 35, 2 * right] {
        world.edit(cast().share.metas, |account| account.data.resize(len, 0));
        let failure = world.refuse(instruction.clone());
        failure.assert_code(Refusal::DestinationSuspended as u32, "a longer list");
    }
}

#[test]
fn a_token_account_cut_short_is_not_in_a_transfer() {
    // The flag of a transfer under way is among the extensions: what is cut off with it is no transfer.
    let transfer = transfer(&cast().alice, &cast().bob, 1);
    let mut world = World::new();
    let accounts = transfer.hook_accounts(&world);
    for token_account in [transfer.source, transfer.destination] {
        token_2022::mark_transferring(&mut world, token_account);
    }
    let whole = world.data(&transfer.source);
    let (mut refused, mut allowed) = (0, 0);
    for len in 0..=whole.len() {
        world.edit(transfer.source, |account| account.data = whole[..len].to_vec());
        let planned = answer(&world.run(check_transfer(accounts.clone(), 1)));
        let in_flight = world.send(execute(accounts.clone(), 1)).err().map(|it| it.code().unwrap());
        let not_one = Refusal::SourceNotTokenAccount.code();
        let code = in_flight.unwrap_or(0);
        if len < 166 {
            assert_eq!((planned, code), (not_one, not_one.into()), "{len} bytes");
            refused += 1;
        } else if code == 0 {
            allowed += 1;
        } else {
            let not_transferring = Refusal::SourceNotTransferring.code();
            assert_eq!((planned, code), (0, not_transferring.into()), "{len} bytes");
            refused += 1;
        }
    }
    // Whole, it passes, and so it does without what comes after the flag.
    assert!(allowed > 0 && refused > 166, "{allowed} lengths passed, {refused} did not");
}

#[test]
fn a_token_account_made_longer_is_read_as_before() {
    let transfer = transfer(&cast().alice, &cast().bob, 1);
    let world = World::new();
    let right = world.data(&transfer.source).len();
    for len in [right + 1, right + 4, right + 100, 355] {
        let mut world = world.clone();
        world.edit(transfer.source, |account| account.data.resize(len, 0));
        // But for the length of a multisig, which Token-2022 tells by its length alone.
        let expected = if len == 355 { Refusal::SourceNotTokenAccount.code() } else { 0 };
        assert_eq!(transfer.check(&mut world), expected, "{len} bytes");
        set_status(&mut world, &cast().bob, SUSPENDED);
        let expected = if len == 355 { expected } else { Refusal::DestinationSuspended.code() };
        assert_eq!(transfer.check(&mut world), expected, "{len} bytes");
    }
}
