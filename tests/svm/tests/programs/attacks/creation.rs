//! Being first at an address: with lamports, or with an instruction.

use anchor_lang::Discriminator;
use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::instruction::AttestReserves;
use scrip_svm_tests::fixtures::{self, Fixture, new_mint, new_share};
use scrip_svm_tests::setup::{asset_args, details, let_mint, terms};
use scrip_svm_tests::{
    Transfer, World, addresses, cast, hook_program, idl, issuer_program, token_2022,
};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::instruction::ImportAttestation;

use crate::codes::SEEDS;

/// Every instruction that creates accounts, ready to be sent, with the addresses that it creates: those that
/// it may write and where nothing is.
fn creations() -> impl Iterator<Item = (World, Instruction, Vec<Pubkey>)> {
    fixtures::all().filter(|fixture| creates(fixture)).map(|fixture| {
        let (world, instruction) = ready(fixture);
        let created = absent(&world, &instruction);
        (world, instruction, created)
    })
}

fn creates(fixture: &Fixture) -> bool {
    // These take the system program to top up the rent of an account that grows.
    let top_up = ["update_metadata", "settle_action", "migrate_account"];
    !top_up.contains(&fixture.name) && takes_the_system_program(fixture)
}

fn takes_the_system_program(fixture: &Fixture) -> bool {
    idl::accounts(fixture.program, fixture.name).iter().any(|account| account == "system_program")
}

fn ready(fixture: &Fixture) -> (World, Instruction) {
    let mut world = World::new();
    let instruction = (fixture.ready)(&mut world);
    (world, instruction)
}

/// The accounts of an instruction that it may write and where nothing is.
fn absent(world: &World, instruction: &Instruction) -> Vec<Pubkey> {
    let writable = instruction.accounts.iter().filter(|meta| meta.is_writable);
    writable.map(|meta| meta.pubkey).filter(|address| world.account(address).is_none()).collect()
}

#[test]
fn lamports_sent_ahead_stop_no_creation() {
    for (world, instruction, addresses) in creations() {
        let mut clean = world.clone();
        clean.run(instruction.clone());
        for lamports in [1, 890_879, 890_880, 1_000_000_000] {
            let mut world = world.clone();
            for address in &addresses {
                world.give_lamports(*address, lamports);
            }
            world.run(instruction.clone());
            for address in &addresses {
                let account = world.account(address).unwrap();
                // Rent is paid as far as it is missing, and no further.
                let whole = clean.account(address).unwrap().lamports;
                assert_eq!(account.lamports, whole.max(lamports));
                assert_eq!(account.data, clean.data(address), "{lamports} lamports were there");
            }
        }
    }
}

#[test]
fn nothing_is_created_twice() {
    for (mut world, instruction, addresses) in creations() {
        world.run(instruction.clone());
        // What rests on an attestation may be renewed, by whoever has it, and a custodian attests again;
        // that is no creation.
        let again = [ImportAttestation::DISCRIMINATOR, AttestReserves::DISCRIMINATOR];
        if again.iter().any(|name| instruction.data.starts_with(name)) {
            continue;
        }
        let before: Vec<_> = addresses.iter().map(|address| world.account(address)).collect();
        world.refuse(instruction);
        let after: Vec<_> = addresses.iter().map(|address| world.account(address)).collect();
        assert_eq!(after, before);
    }
}

#[test]
fn no_creation_is_forgotten() {
    // Whatever takes the system program creates all that it may write and is not there; nothing else
    // creates anything. That every instruction has a fixture is a test of `negatives`.
    for fixture in fixtures::all() {
        let (mut world, instruction) = ready(fixture);
        let addresses = absent(&world, &instruction);
        assert_eq!(creates(fixture), !addresses.is_empty(), "{}", fixture.name);
        world.run(instruction);
        let all_there = addresses.iter().all(|address| world.account(address).is_some());
        assert!(all_there, "{}", fixture.name);
    }
}

#[test]
fn nobody_takes_the_address_of_anothers_registry_or_issuer_first() {
    // The creator signs, and is part of the address.
    let mut world = World::new();
    let (alice, mallory) = (cast().alice, cast().mallory);
    let registry = cast().company.register.address;
    for (mut instruction, code) in [
        (hook_program::create_registry(alice, 0), HookError::AddressWrong as u32),
        (issuer_program::create_issuer(alice, 0, registry), SEEDS),
    ] {
        world.clone().run(instruction.clone());
        instruction.accounts[0].pubkey = mallory;
        world.refuse(instruction).assert_code(code, "somebody else's address");
    }
}

#[test]
fn nobody_puts_a_wallet_on_anothers_register_first() {
    let mut world = World::new();
    let (ours, foreign) = (cast().company.register, cast().foreign_company.register);
    for ours in [
        hook_program::onboard_holder(&ours, cast().carol, details()),
        hook_program::onboard_holders(&ours, cast().carol, details(), &[]),
        hook_program::bar_wallet(&ours, cast().carol, 2),
        hook_program::add_venue(&ours, cast().carol),
    ] {
        let mut foreigner = ours.clone();
        for (place, key) in [(0, foreign.officer), (2, foreign.address), (3, foreign.registrar)] {
            foreigner.accounts[place].pubkey = key;
        }
        let failure = world.refuse(foreigner);
        failure.assert_code(HookError::AddressWrong as u32, "a record of ours");
        world.clone().run(ours);
    }
}

#[test]
fn the_list_of_extra_accounts_is_not_made_by_the_wrong_key() {
    // Only `create_policy` makes one, at the address of its mint alone.
    let mut world = World::new();
    let mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    let registry = cast().company.register.address;
    let good = hook_program::create_policy(&mint, cast().mallory, registry, terms());
    let mut wrong_key = good.clone();
    wrong_key.accounts[0].pubkey = cast().hooked_mint_authority;
    let failure = world.refuse(wrong_key);
    failure.assert_code(HookError::NotMintAuthority as u32, "another mint's authority");
    let mut wrong_list = good.clone();
    wrong_list.accounts[5].pubkey = addresses::extra_account_metas(&new_share().mint);
    let failure = world.refuse(wrong_list);
    failure.assert_code(HookError::AddressWrong as u32, "the list of a mint to come");
    world.run(good);
}

#[test]
fn nobody_else_makes_a_policy_first() {
    let mut world = World::new();
    let mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    let registry = cast().foreign_company.register.address;
    // The mint's authority is Mallory; Alice is in a hurry.
    let hurried = hook_program::create_policy(&mint, cast().alice, registry, terms());
    let failure = world.refuse(hurried);
    failure.assert_code(HookError::NotMintAuthority as u32, "not the mint's authority");
    world.run(hook_program::create_policy(&mint, cast().mallory, registry, terms()));
}

#[test]
fn no_policy_for_a_mint_that_may_name_our_hook_later() {
    let mut world = World::new();
    let mint = new_mint(&mut world, None);
    let registry = cast().company.register.address;
    let early = hook_program::create_policy(&mint, cast().mallory, registry, terms());
    world.refuse(early).assert_code(HookError::MintNotHooked as u32, "no hook yet");
}

#[test]
fn an_existing_mint_cannot_be_made_an_asset() {
    // It would come with extensions, supply and authorities of somebody else's choosing.
    let mut world = World::new();
    let mut new = new_share();
    new.mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    new.asset = addresses::asset(&new.mint);
    new.policy = addresses::policy(&new.mint);
    new.metas = addresses::extra_account_metas(&new.mint);
    world.refuse(issuer_program::create_asset(&new, asset_args(&new)));
}

#[test]
fn somebody_elses_token_account_does_not_stop_a_holder() {
    // Anybody may create the associated token account of anybody: it changes nothing for its owner.
    let mut world = World::new();
    let new = new_share();
    world.run(issuer_program::create_asset(&new, asset_args(&new)));
    world.run(token_2022::create_account(&cast().alice, &new.mint));
    world.run(token_2022::create_account(&cast().bob, &new.mint));
    let_mint(&mut world, &new);
    world.run(issuer_program::mint_shares(&new, &cast().alice, 2));
    Transfer::new(&new.mint, &cast().alice, &cast().bob, 2).send(&mut world).unwrap();
}
