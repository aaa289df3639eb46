//! `update_holder`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::onboard_args;
use scrip_svm_tests::{GERMANY, START, SWITZERLAND, World, addresses, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderUpdated;
use scrip_transfer_hook::state::{HOLDER_KIND_WALLET, HOLDER_VERSION, Holder};
use scrip_transfer_hook::{ID, UpdateHolderArgs};

use super::onboard_holder::appoint_with;
use crate::case::{Case, assert_all_fail, case};

#[test]
fn replaces_the_facts_and_nothing_else() {
    let mut world = World::new();
    let register = cast().company.register;
    let old = onboard_args(cast().alice);
    // Also of a suspended record, whose status stays.
    world.run(hook_program::set_holder_status(&register, &cast().alice, 2));
    let receipt = world.run(hook_program::update_holder(&register, &cast().alice, UPDATE));
    let address = register.holder(&cast().alice);
    let expected = Holder {
        version: HOLDER_VERSION,
        bump: addresses::bump(&address),
        kind: HOLDER_KIND_WALLET,
        status: 2,
        jurisdiction: GERMANY,
        investor_classes: 8,
        kyc_expires_at: START + 5,
        identity: old.identity,
        registry: register.address,
        wallet: cast().alice,
    };
    world.assert_pod(&address, &expected);
    let event = HolderUpdated {
        registry: register.address,
        wallet: cast().alice,
        actor: register.officer,
        old_jurisdiction: SWITZERLAND,
        new_jurisdiction: GERMANY,
        old_investor_classes: old.investor_classes,
        new_investor_classes: 8,
        old_kyc_expires_at: old.kyc_expires_at,
        new_kyc_expires_at: START + 5,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

fn update(args: UpdateHolderArgs) -> Instruction {
    hook_program::update_holder(&cast().company.register, &cast().alice, args)
}

pub const CASES: &[Case] = &[
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, 3);
        world.set_time(START + 3_600);
        update(UPDATE)
    }),
    case(HookError::RegistrarLacksPermission as u32, "may only suspend", |world| {
        appoint_with(world, 2);
        update(UPDATE)
    }),
    case(HookError::UnknownJurisdiction as u32, "no country", |_| {
        update(UpdateHolderArgs { jurisdiction: 0, ..UPDATE })
    }),
    case(HookError::UnknownInvestorClasses as u32, "a bit without a meaning", |_| {
        update(UpdateHolderArgs { investor_classes: 1 << 15, ..UPDATE })
    }),
    case(HookError::ExpiryInThePast as u32, "the check ends now", |_| {
        update(UpdateHolderArgs { kyc_expires_at: START, ..UPDATE })
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
