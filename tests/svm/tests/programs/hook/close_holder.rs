//! `close_holder`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, World, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderClosed;
use scrip_transfer_hook::state::{
    PERMISSION_ONBOARD, PERMISSION_VENUES, PERMISSIONS_ALL, Registrar,
};

use super::appoint_with;
use super::onboard_holder::expected_record;
use crate::case::{Case, assert_all_fail, case};

fn close(wallet: &Pubkey) -> Instruction {
    hook_program::close_holder(&cast().company.register, wallet)
}

fn lamports(world: &World, address: &Pubkey) -> u64 {
    world.account(address).unwrap().lamports
}

#[test]
fn takes_a_wallet_off_the_register_until_it_is_onboarded_again() {
    let mut world = World::new();
    let (register, payer, alice) = (cast().company.register, cast().payer, cast().alice);
    let address = register.holder(&alice);
    let mut registrar: Registrar = world.read(&register.registrar);
    // What somebody has sent to the record goes the same way as its rent.
    world.give_lamports(address, 5);
    let (before, rent) = (lamports(&world, &payer), lamports(&world, &address));
    let receipt = world.run(close(&alice));
    assert!(world.account(&address).is_none());
    assert_eq!(lamports(&world, &payer), before + rent);
    registrar.closed += 1;
    world.assert_pod(&register.registrar, &registrar);
    let event = HolderClosed {
        registry: register.address,
        wallet: alice,
        actor: register.officer,
        rent_receiver: payer,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);

    world.run(hook_program::onboard_holder(&register, alice, details()));
    world.assert_pod(&address, &expected_record(alice, &details()));
    registrar.created += 1;
    world.assert_pod(&register.registrar, &registrar);
}

#[test]
fn the_rent_goes_to_exactly_who_paid_it() {
    let mut world = World::new();
    let (register, mallory) = (cast().company.register, cast().mallory);
    let mut onboard = hook_program::onboard_holder(&register, cast().carol, details());
    onboard.accounts[1].pubkey = mallory;
    let before = lamports(&world, &mallory);
    world.run(onboard);
    let mut instruction = close(&cast().carol);
    world.refuse(instruction.clone()).assert_code(HookError::NotRentPayer as u32, "the payer");
    instruction.accounts[1].pubkey = mallory;
    world.run(instruction);
    assert_eq!(lamports(&world, &mallory), before);
}

#[test]
fn a_wallet_needs_one_permission_and_a_venue_the_other() {
    let mut ready = World::new();
    ready.run(hook_program::add_venue(&cast().company.register, cast().carol));
    for (permission, may, may_not) in [
        (PERMISSION_ONBOARD, cast().alice, cast().carol),
        (PERMISSION_VENUES, cast().carol, cast().alice),
    ] {
        let mut world = ready.clone();
        appoint_with(&mut world, permission);
        let failure = world.refuse(close(&may_not));
        failure.assert_code(HookError::RegistrarLacksPermission as u32, "the other kind");
        world.run(close(&may));
    }
}

/// Alice's record with a status.
fn barred(world: &mut World, status: u8) -> Instruction {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
    close(&cast().alice)
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = close(&cast().alice);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        close(&cast().alice)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_ONBOARD);
        close(&cast().alice)
    }),
    case(HookError::OtherRegistry as u32, "the record of another registry", |_| {
        let mut instruction = close(&cast().alice);
        instruction.accounts[4].pubkey = cast().foreign_company.register.holder(&cast().alice);
        instruction
    }),
    case(HookError::NotRentPayer as u32, "the officer asks for the rent", |_| {
        let mut instruction = close(&cast().alice);
        instruction.accounts[1].pubkey = cast().company.register.officer;
        instruction
    }),
    case(HookError::NotRentPayer as u32, "the holder asks for the rent", |_| {
        let mut instruction = close(&cast().alice);
        instruction.accounts[1].pubkey = cast().alice;
        instruction
    }),
    case(HookError::BarredRecordStays as u32, "a suspended record", |world| barred(world, 2)),
    case(HookError::BarredRecordStays as u32, "a revoked record", |world| barred(world, 3)),
    case(HookError::BarredRecordStays as u32, "a sanctioned record", |world| barred(world, 4)),
    case(HookError::BarredRecordStays as u32, "a wallet barred before it was known", |world| {
        world.run(hook_program::bar_wallet(&cast().company.register, cast().carol, 2));
        close(&cast().carol)
    }),
    case(HookError::BarredRecordStays as u32, "a suspended venue", |world| {
        let register = cast().company.register;
        world.run(hook_program::add_venue(&register, cast().carol));
        world.run(hook_program::set_holder_status(&register, &cast().carol, 2));
        close(&cast().carol)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
