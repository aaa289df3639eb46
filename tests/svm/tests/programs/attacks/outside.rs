//! The hook called by others, by hostile mints, or with accounts left out.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::new_mint;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{Transfer, World, addresses, cast, hook_program, token_2022};
use scrip_transfer_hook::ID;
use spl_transfer_hook_interface::instruction::{
    initialize_extra_account_meta_list, update_extra_account_meta_list,
};

use crate::codes::UNKNOWN_INSTRUCTION;

fn alice_to_bob() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &cast().bob, 1)
}

#[test]
fn execute_is_refused_outside_a_transfer() {
    let mut world = World::new();
    let accounts = alice_to_bob().hook_accounts(&world);
    let failure = world.refuse(execute(accounts, 1));
    failure.assert_code(Refusal::SourceNotTransferring as u32, "a direct call");
}

#[test]
fn execute_is_refused_outside_a_transfer_also_when_the_owner_signs() {
    let mut world = World::new();
    let mut accounts = alice_to_bob().hook_accounts(&world);
    accounts[3].is_signer = true;
    let failure = world.refuse(execute(accounts, u64::MAX));
    failure.assert_code(Refusal::SourceNotTransferring as u32, "a direct call");
}

#[test]
fn the_flag_of_a_transfer_on_one_side_only_is_not_enough() {
    let accounts = alice_to_bob().hook_accounts(&World::new());
    for (marked, refusal) in
        [(0, Refusal::DestinationNotTransferring), (2, Refusal::SourceNotTransferring)]
    {
        let mut world = World::new();
        token_2022::mark_transferring(&mut world, accounts[marked].pubkey);
        let failure = world.refuse(execute(accounts.clone(), 1));
        failure.assert_code(refusal as u32, "one flag");
    }
}

#[test]
fn the_flags_of_a_transfer_of_another_mint_are_not_enough() {
    // A transfer of Mallory's own mint is under way, and she calls the hook about ours.
    let mut world = World::new();
    let other = Transfer::new(&cast().foreign_share.mint, &cast().alice, &cast().bob, 1);
    for token_account in [other.source, other.destination] {
        token_2022::mark_transferring(&mut world, token_account);
    }
    let mut accounts = alice_to_bob().hook_accounts(&world);
    accounts[0].pubkey = other.source;
    accounts[2].pubkey = other.destination;
    let failure = world.refuse(execute(accounts, 1));
    failure.assert_code(Refusal::SourceOfOtherMint as u32, "flags of another mint");
}

#[test]
fn a_transfer_that_leaves_any_extra_account_out_fails() {
    let mut world = World::new();
    let whole = alice_to_bob().instruction(&world);
    assert_eq!(whole.accounts.len(), 9);
    for place in 4..9 {
        let mut instruction = whole.clone();
        instruction.accounts.remove(place);
        world.refuse(instruction);
    }
}

#[test]
fn a_transfer_without_the_validation_account_is_refused_by_the_hook() {
    // Token-2022 then hands over the four standard accounts and no more.
    let mut world = World::new();
    let mut instruction = alice_to_bob().instruction(&world);
    assert_eq!(instruction.accounts.pop().unwrap().pubkey, cast().share.metas);
    let failure = world.refuse(instruction);
    failure.assert_code(Refusal::AccountsMissing as u32, "without the validation account");
}

/// A mint of Mallory's that names our hook, with token accounts of Alice and Bob.
fn hostile_mint(world: &mut World) -> Pubkey {
    let mint = new_mint(world, Some(ID));
    for wallet in [cast().alice, cast().bob] {
        world.run(token_2022::create_account(&wallet, &mint));
    }
    world.run(token_2022::mint_to(&mint, &cast().alice, &cast().mallory, 10));
    mint
}

#[test]
fn a_hostile_mint_without_a_policy_cannot_be_transferred() {
    let mut world = World::new();
    let mint = hostile_mint(&mut world);
    let mut instruction = Transfer::new(&mint, &cast().alice, &cast().bob, 1).bare();
    // With another mint's policy and records, as far as Token-2022 hands them on.
    let share = cast().share;
    let extra = [share.policy, share.holder(&cast().alice), share.holder(&cast().bob), ID];
    for address in extra.into_iter().chain([addresses::extra_account_metas(&mint)]) {
        instruction.accounts.push(AccountMeta::new_readonly(address, false));
    }
    world.refuse(instruction.clone());
    instruction.accounts.pop();
    let failure = world.refuse(instruction);
    failure.assert_code(Refusal::AccountsMissing as u32, "a mint without a policy");
}

#[test]
fn a_hostile_policy_rules_over_its_own_mint_alone() {
    let mut world = World::new();
    let mint = hostile_mint(&mut world);
    let registry = cast().company.register.address;
    world.run(hook_program::create_policy(&mint, cast().mallory, registry, terms()));
    Transfer::new(&mint, &cast().alice, &cast().bob, 1).send(&mut world).unwrap();
    // For our mint it is no policy, neither in a planned transfer nor in one under way.
    let mut accounts = alice_to_bob().hook_accounts(&world);
    accounts[5].pubkey = addresses::policy(&mint);
    let refusal = Refusal::PolicyOfOtherMint;
    assert_eq!(answer(&world.run(check_transfer(accounts.clone(), 1))), refusal.code());
    for place in [0, 2] {
        token_2022::mark_transferring(&mut world, accounts[place].pubkey);
    }
    world.refuse(execute(accounts, 1)).assert_code(refusal as u32, "a hostile policy");
}

#[test]
fn the_list_of_extra_accounts_cannot_be_written_through_the_interface() {
    let mut world = World::new();
    let (mint, authority) = (cast().hooked_mint, cast().hooked_mint_authority);
    let metas = addresses::extra_account_metas(&mint);
    for instruction in [
        initialize_extra_account_meta_list(&ID, &metas, &mint, &authority, &[]),
        update_extra_account_meta_list(&ID, &metas, &mint, &authority, &[]),
    ] {
        world.refuse(instruction).assert_code(UNKNOWN_INSTRUCTION, "the interface");
    }
}

#[test]
fn data_that_are_no_instruction_are_refused() {
    let mut world = World::new();
    let accounts = alice_to_bob().hook_accounts(&world);
    let execute = execute(accounts.clone(), 1).data;
    // Nothing, half a discriminator, no amount, half an amount, and noise.
    let truncated = [0, 4, 8, 15].map(|len| execute[..len].to_vec());
    for data in truncated.into_iter().chain([vec![0; 16], vec![255; 1_000]]) {
        world.refuse(Instruction { program_id: ID, accounts: accounts.clone(), data });
    }
}

#[test]
fn accounts_beyond_the_eight_change_nothing() {
    let mut world = World::new();
    let mut accounts = alice_to_bob().hook_accounts(&world);
    for extra in [cast().share.policy, cast().mallory, cast().foreign_share.asset] {
        accounts.push(AccountMeta::new_readonly(extra, false));
    }
    assert_eq!(answer(&world.run(check_transfer(accounts, 1))), 0);
}
