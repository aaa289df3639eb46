//! `approve_venue_program`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{START, World, addresses, cast, hook_program, token_2022};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::VenueProgramApproved;

use super::{approval, venue};
use crate::case::{Case, assert_all_fail, case};
use crate::hook::appoint_with;

fn address() -> Pubkey {
    addresses::venue_program(&cast().company.register.address, &venue().program)
}

#[test]
fn approves_of_a_program() {
    let mut world = World::new();
    let register = cast().company.register;
    let before = world.account(&cast().payer).unwrap().lamports;
    let receipt = world.run(venue().approve(&register));
    world.assert_pod(&address(), &approval());
    let account = world.account(&address()).unwrap();
    assert_eq!((account.owner, account.lamports), (ID, world.rent(80)));
    assert_eq!(world.account(&cast().payer).unwrap().lamports, before - world.rent(80));
    let event = VenueProgramApproved {
        registry: register.address,
        actor: register.officer,
        program: venue().program,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn an_approval_is_of_one_registry() {
    let mut world = World::new();
    let (register, foreign) = (cast().company.register, cast().foreign_company.register);
    world.run(venue().approve(&register));
    assert!(world.account(&addresses::venue_program(&foreign.address, &venue().program)).is_none());
    world.run(venue().approve(&foreign));
}

#[test]
fn the_permission_for_venues_is_enough() {
    let mut world = World::new();
    appoint_with(&mut world, 4);
    world.run(venue().approve(&cast().company.register));
}

fn approve(program: Pubkey) -> Instruction {
    hook_program::approve_venue_program(&cast().company.register, program)
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = approve(venue().program);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, 7);
        world.set_time(START + 3_600);
        approve(venue().program)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do all but venues", |world| {
        appoint_with(world, 3);
        approve(venue().program)
    }),
    case(HookError::NotAProgram as u32, "a wallet", |_| approve(cast().alice)),
    case(HookError::NotAProgram as u32, "an account of a program", |_| approve(cast().share.asset)),
    case(HookError::NotAProgram as u32, "a token account", |_| {
        approve(token_2022::account_of(&cast().alice, &cast().share.mint))
    }),
    case(HookError::NotAProgram as u32, "nothing", |_| approve(address())),
    case(HookError::AlreadyExists as u32, "approved already", |world| {
        world.run(approve(venue().program));
        approve(venue().program)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
