//! `suspend_orphaned_venue`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderStatusChanged;
use scrip_transfer_hook::state::Holder;

use super::{other_venue, registered, venue};
use crate::case::{Case, assert_all_fail, case};
use crate::hook::appoint_with;

/// The venue, registered, and its program approved no longer.
fn orphaned(world: &mut World) {
    venue().put_registered(world, &cast().company.register);
    world.run(venue().revoke(&cast().company.register));
}

fn suspend(program: Pubkey, venue: &Pubkey) -> Instruction {
    hook_program::suspend_orphaned_venue(&cast().company.register, program, venue)
}

#[test]
fn anybody_suspends_a_venue_whose_program_is_out() {
    let mut world = World::new();
    let register = cast().company.register;
    orphaned(&mut world);
    let instruction = venue().suspend_orphaned(&register);
    assert!(instruction.accounts.iter().all(|meta| !meta.is_signer));
    let receipt = world.run(instruction);
    let expected = Holder { status: 2, ..registered() };
    world.assert_pod(&register.holder(&venue().address), &expected);
    let event = HolderStatusChanged {
        registry: register.address,
        wallet: venue().address,
        actor: addresses::venue_program(&register.address, &venue().program),
        old_status: 1,
        new_status: 2,
        case_reference: [0; 32],
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn lamports_where_the_approval_was_are_no_approval() {
    let mut world = World::new();
    let register = cast().company.register;
    orphaned(&mut world);
    let address = addresses::venue_program(&register.address, &venue().program);
    world.give_lamports(address, 10_000_000);
    world.run(venue().suspend_orphaned(&register));
}

#[test]
fn an_officer_with_the_permission_for_venues_reinstates_it() {
    let mut world = World::new();
    let register = cast().company.register;
    let reinstate = hook_program::set_holder_status(&register, &venue().address, 1);
    orphaned(&mut world);
    world.run(venue().suspend_orphaned(&register));
    appoint_with(&mut world, 3);
    let failure = world.refuse(reinstate.clone());
    failure.assert_code(HookError::RegistrarLacksPermission as u32, "all but venues");
    appoint_with(&mut world, 4);
    world.run(reinstate);
    world.assert_pod(&register.holder(&venue().address), &registered());
    // The program is still out: the officer's word does not keep others from suspending it again.
    world.run(venue().suspend_orphaned(&register));
}

#[test]
fn the_approval_must_be_looked_for_where_it_would_be() {
    let mut world = World::new();
    let register = cast().company.register;
    venue().put_registered(&mut world, &register);
    let mut instruction = venue().suspend_orphaned(&register);
    instruction.accounts[1].pubkey =
        addresses::venue_program(&register.address, &other_venue().program);
    let failure = world.refuse(instruction);
    failure.assert_code(HookError::NotOfVenueProgram as u32, "the approval of another program");
}

pub const CASES: &[Case] = &[
    case(HookError::StillApproved as u32, "never revoked", |world| {
        venue().put_registered(world, &cast().company.register);
        venue().suspend_orphaned(&cast().company.register)
    }),
    case(HookError::StillApproved as u32, "approved again", |world| {
        orphaned(world);
        world.run(venue().approve(&cast().company.register));
        venue().suspend_orphaned(&cast().company.register)
    }),
    case(HookError::NotOfVenueProgram as u32, "a program that was never approved", |world| {
        orphaned(world);
        suspend(other_venue().program, &venue().address)
    }),
    case(HookError::NotOfVenueProgram as u32, "no program at all", |world| {
        orphaned(world);
        suspend(Pubkey::default(), &venue().address)
    }),
    case(HookError::NotOfVenueProgram as u32, "added by hand", |world| {
        world.run(hook_program::add_venue(&cast().company.register, venue().address));
        venue().suspend_orphaned(&cast().company.register)
    }),
    case(HookError::NotOfVenueProgram as u32, "a wallet", |_| {
        suspend(venue().program, &cast().alice)
    }),
    case(HookError::StatusChangeRefused as u32, "suspended already", |world| {
        orphaned(world);
        world.run(venue().suspend_orphaned(&cast().company.register));
        venue().suspend_orphaned(&cast().company.register)
    }),
    case(HookError::StatusChangeRefused as u32, "revoked", |world| {
        orphaned(world);
        world.run(hook_program::set_holder_status(&cast().company.register, &venue().address, 3));
        venue().suspend_orphaned(&cast().company.register)
    }),
    case(HookError::OtherRegistry as u32, "a registry without the approval", |world| {
        venue().put_registered(world, &cast().company.register);
        let mut instruction = venue().suspend_orphaned(&cast().foreign_company.register);
        instruction.accounts[2].pubkey = cast().company.register.holder(&venue().address);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
