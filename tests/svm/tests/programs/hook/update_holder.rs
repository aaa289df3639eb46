//! `update_holder`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, World, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderUpdated;
use scrip_transfer_hook::state::{Holder, PERMISSION_ONBOARD, PERMISSIONS_ALL};
use scrip_transfer_hook::{HolderDetails, ID};

use super::appoint_with;
use super::onboard_holder::expected_record;
use crate::case::{Case, assert_all_fail, case};

/// What is told of an update of Alice's record by [`UPDATE`].
fn expected_event(old: &HolderDetails) -> HolderUpdated {
    HolderUpdated {
        registry: cast().company.register.address,
        wallet: cast().alice,
        actor: cast().company.register.officer,
        old_jurisdiction: old.jurisdiction,
        new_jurisdiction: UPDATE.jurisdiction,
        old_investor_classes: old.investor_classes,
        new_investor_classes: UPDATE.investor_classes,
        old_kyc_expires_at: old.kyc_expires_at,
        new_kyc_expires_at: UPDATE.kyc_expires_at,
        old_locked_until: old.locked_until,
        new_locked_until: UPDATE.locked_until,
        old_identity: old.identity,
        new_identity: UPDATE.identity,
    }
}

#[test]
fn replaces_the_facts_and_nothing_else() {
    for status in [1, 2, 3, 4] {
        let mut world = World::new();
        let register = cast().company.register;
        if status != 1 {
            world.run(hook_program::set_holder_status(&register, &cast().alice, status));
        }
        let receipt = world.run(hook_program::update_holder(&register, &cast().alice, UPDATE));
        let expected = Holder { status, ..expected_record(cast().alice, &UPDATE) };
        world.assert_pod(&register.holder(&cast().alice), &expected);
        receipt.assert_event(ID, &expected_event(&details()));
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn keeps_who_paid_the_rent() {
    let mut world = World::new();
    let register = cast().company.register;
    let mut onboard = hook_program::onboard_holder(&register, cast().carol, details());
    onboard.accounts[1].pubkey = cast().mallory;
    world.run(onboard);
    let address = register.holder(&cast().carol);
    let before: Holder = world.read(&address);
    world.run(hook_program::update_holder(&register, &cast().carol, UPDATE));
    let expected =
        Holder { rent_payer: before.rent_payer, ..expected_record(cast().carol, &UPDATE) };
    world.assert_pod(&address, &expected);
}

fn update(details: HolderDetails) -> Instruction {
    hook_program::update_holder(&cast().company.register, &cast().alice, details)
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = update(UPDATE);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        update(UPDATE)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_ONBOARD);
        update(UPDATE)
    }),
    case(HookError::OtherRegistry as u32, "the record of another registry", |_| {
        let mut instruction = update(UPDATE);
        instruction.accounts[3].pubkey = cast().foreign_company.register.holder(&cast().alice);
        instruction
    }),
    case(HookError::NotAWallet as u32, "the record of a venue", |world| {
        let register = cast().company.register;
        world.run(hook_program::add_venue(&register, cast().carol));
        hook_program::update_holder(&register, &cast().carol, UPDATE)
    }),
    case(HookError::UnknownJurisdiction as u32, "no country", |_| {
        update(HolderDetails { jurisdiction: 0, ..UPDATE })
    }),
    case(HookError::UnknownJurisdiction as u32, "beyond the codes", |_| {
        update(HolderDetails { jurisdiction: 1_000, ..UPDATE })
    }),
    case(HookError::UnknownInvestorClasses as u32, "a bit without a meaning", |_| {
        update(HolderDetails { investor_classes: 1 << 7, ..UPDATE })
    }),
    case(HookError::ExpiryInThePast as u32, "the check ends now", |_| {
        update(HolderDetails { kyc_expires_at: START, ..UPDATE })
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
