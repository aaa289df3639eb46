//! Passing for a venue, and silencing one.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::venue::Venue;
use scrip_svm_tests::{TOKEN, Transfer, World, addresses, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::error::HookError;
use solana_system_interface::instruction::{create_account, create_account_with_seed};

use crate::codes::{NOT_DESERIALISED, WRONG_OWNER};
use crate::venues::venue;

fn register(address: Pubkey, seeds: &[&[u8]]) -> Instruction {
    let seeds = seeds.iter().map(|seed| seed.to_vec()).collect();
    hook_program::register_venue(&cast().company.register, &venue().program, address, seeds)
}

#[test]
fn an_account_that_somebody_has_given_to_the_program_is_no_venue() {
    // The system program lets anybody create an account of any program at an address whose key they have:
    // they would go on signing for its tokens.
    let mut world = World::new();
    world.run(venue().approve(&cast().company.register));
    let (key, program) = (keys::wallet("key of a pool"), venue().program);
    world.run(create_account(&cast().payer, &key, world.rent(100), 100, &program));
    for seeds in [&[][..], &[key.as_ref()], &[b"asset", key.as_ref(), &[255]]] {
        let failure = world.refuse(register(key, seeds));
        failure.assert_code(HookError::VenueSeedsWrong as u32, "the address of a key");
    }
}

#[test]
fn an_account_at_an_address_with_a_seed_is_no_venue() {
    // Such an address is a hash of a key, a seed and the program, in this order, but without the marker
    // that makes a program's own address.
    let mut world = World::new();
    world.run(venue().approve(&cast().company.register));
    let (base, program) = (cast().mallory, venue().program);
    let address = Pubkey::create_with_seed(&base, "pool", &program).unwrap();
    let rent = world.rent(100);
    world.run(create_account_with_seed(&base, &address, &base, "pool", rent, 100, &program));
    for seeds in [&[base.as_ref(), b"pool"][..], &[base.as_ref(), b"pool", program.as_ref()]] {
        let failure = world.refuse(register(address, seeds));
        failure.assert_code(HookError::VenueSeedsWrong as u32, "an address with a seed");
    }
}

#[test]
fn shares_are_not_laundered_through_a_neighbour_of_a_venue() {
    // Another account of the same approved program, which nobody has registered.
    let mut world = World::without_signatures();
    venue().put_registered(&mut world, &cast().company.register);
    let (mint, neighbour) = (cast().share.mint, Venue::asset_of(&cast().foreign_share));
    for address in [venue().address, neighbour.address] {
        world.run(token_2022::create_account(&address, &mint));
    }
    Transfer::new(&mint, &cast().alice, &venue().address, TOKEN).send(&mut world).unwrap();
    let transfer = Transfer::new(&mint, &venue().address, &neighbour.address, TOKEN);
    let instruction = transfer.instruction(&world);
    let failure = world.refuse(instruction.clone());
    failure.assert_code(Refusal::DestinationMissing as u32, "the neighbour");
    // Nor does the venue's record stand in for the one that is not there.
    let mut lent = instruction;
    lent.accounts[6] = lent.accounts[5].clone();
    world.refuse(lent);
    world.run(neighbour.register(&cast().company.register));
    transfer.send(&mut world).unwrap();
}

#[test]
fn a_key_that_begins_like_the_programs_silences_no_venue() {
    // Anybody may name any program as the one that was approved once, whether there is one or not.
    let mut world = World::new();
    venue().put_registered(&mut world, &cast().company.register);
    for alike in [16, 24, 31] {
        let mut key = venue().program.to_bytes();
        key[alike..].iter_mut().for_each(|byte| *byte ^= 1);
        let instruction = hook_program::suspend_orphaned_venue(
            &cast().company.register,
            Pubkey::new_from_array(key),
            &venue().address,
        );
        let failure = world.refuse(instruction);
        failure.assert_code(HookError::NotOfVenueProgram as u32, "a key that begins alike");
    }
}

#[test]
fn a_suspended_venue_is_not_registered_afresh() {
    let mut world = World::new();
    let register = cast().company.register;
    venue().put_registered(&mut world, &register);
    world.run(hook_program::set_holder_status(&register, &venue().address, 2));
    let failure = world.refuse(hook_program::close_holder(&register, &venue().address));
    failure.assert_code(HookError::BarredRecordStays as u32, "closing");
    let failure = world.refuse(venue().register(&register));
    failure.assert_code(HookError::AlreadyExists as u32, "registering again");
}

#[test]
fn an_approval_that_only_looks_like_one_is_none() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(venue().approve(&register));
    let mut approval =
        world.account(&addresses::venue_program(&register.address, &venue().program)).unwrap();
    approval.owner = venue().program;
    let forged = keys::wallet("forged");
    world.set_account(forged, approval);
    let mut instruction = venue().register(&register);
    instruction.accounts[2].pubkey = forged;
    world.refuse(instruction).assert_code(WRONG_OWNER, "of another program");
}

#[test]
fn seeds_that_claim_to_be_many_cost_nothing() {
    let mut world = World::new();
    world.run(venue().approve(&cast().company.register));
    let whole = venue().register(&cast().company.register);
    for count in [4, 1_000_000, u32::MAX] {
        let mut instruction = whole.clone();
        instruction.data[8..12].copy_from_slice(&count.to_le_bytes());
        world.refuse(instruction).assert_code(NOT_DESERIALISED, "more seeds than data");
        let mut instruction = whole.clone();
        instruction.data[12..16].copy_from_slice(&count.saturating_add(1_000).to_le_bytes());
        world.refuse(instruction);
    }
}
