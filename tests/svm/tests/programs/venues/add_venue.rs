//! `add_venue`

use scrip_svm_tests::{START, TOKEN, Transfer, World, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::VenueRegistered;
use scrip_transfer_hook::state::{Holder, Registrar};
use solana_account::Account;

use super::{registered, venue};
use crate::case::{Case, assert_all_fail, case};
use crate::hook::appoint_with;

#[test]
fn puts_a_bare_address_on_the_register() {
    let mut world = World::without_signatures();
    let register = cast().company.register;
    // An address of a program without an account, as many venues have it for their authority.
    world.set_account(venue().address, Account::default());
    let mut registrar: Registrar = world.read(&register.registrar);
    let receipt = world.run(hook_program::add_venue(&register, venue().address));
    let expected = Holder { origin: 0, identity: [0; 16], ..registered() };
    world.assert_pod(&register.holder(&venue().address), &expected);
    registrar.created += 1;
    world.assert_pod(&register.registrar, &registrar);
    let event = VenueRegistered {
        registry: register.address,
        venue: venue().address,
        actor: register.officer,
        program: Default::default(),
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    let mint = cast().share.mint;
    world.run(token_2022::create_account(&venue().address, &mint));
    Transfer::new(&mint, &cast().alice, &venue().address, TOKEN).send(&mut world).unwrap();
    Transfer::new(&mint, &venue().address, &cast().bob, TOKEN).send(&mut world).unwrap();
}

#[test]
fn the_permission_for_venues_is_enough() {
    let mut world = World::new();
    appoint_with(&mut world, 4);
    world.run(hook_program::add_venue(&cast().company.register, keys::wallet("pool authority")));
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::add_venue(&cast().company.register, venue().address);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, 7);
        world.set_time(START + 3_600);
        hook_program::add_venue(&cast().company.register, venue().address)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do all but venues", |world| {
        appoint_with(world, 3);
        hook_program::add_venue(&cast().company.register, venue().address)
    }),
    case(HookError::AlreadyExists as u32, "added already", |world| {
        world.run(hook_program::add_venue(&cast().company.register, venue().address));
        hook_program::add_venue(&cast().company.register, venue().address)
    }),
    case(HookError::AlreadyExists as u32, "registered already", |world| {
        venue().put_registered(world, &cast().company.register);
        hook_program::add_venue(&cast().company.register, venue().address)
    }),
    case(HookError::AlreadyExists as u32, "a wallet on the register", |_| {
        hook_program::add_venue(&cast().company.register, cast().alice)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
