//! `onboard_holder`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::setup::onboard_args;
use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderOnboarded;
use scrip_transfer_hook::state::{HOLDER_KIND_WALLET, HOLDER_VERSION, Holder, Registrar};
use scrip_transfer_hook::{GrantRegistrarArgs, ID, OnboardHolderArgs};

use crate::case::{Case, assert_all_fail, case};

#[test]
fn puts_a_wallet_on_the_register() {
    let mut world = World::new();
    let register = cast().company.register;
    let args = OnboardHolderArgs {
        wallet: cast().carol,
        jurisdiction: 999,
        investor_classes: 15,
        kyc_expires_at: START + 1,
        identity: [42; 16],
    };
    let receipt = world.run(hook_program::onboard_holder(&register, args));
    let address = register.holder(&cast().carol);
    let expected = Holder {
        version: HOLDER_VERSION,
        bump: addresses::bump(&address),
        kind: HOLDER_KIND_WALLET,
        status: 1,
        jurisdiction: 999,
        investor_classes: 15,
        kyc_expires_at: START + 1,
        identity: [42; 16],
        registry: register.address,
        wallet: cast().carol,
    };
    world.assert_pod(&address, &expected);
    let event = HolderOnboarded {
        registry: register.address,
        wallet: cast().carol,
        actor: register.officer,
        jurisdiction: 999,
        investor_classes: 15,
        kyc_expires_at: START + 1,
        identity: [42; 16],
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

/// Replaces the officer's appointment by one with these permissions, which ends an hour from the start.
pub fn appoint_with(world: &mut World, permissions: u8) {
    let register = cast().company.register;
    let officer = register.officer;
    world.run(hook_program::revoke_registrar(&register, &officer));
    let args = GrantRegistrarArgs { officer, permissions, expires_at: START + 3_600 };
    world.run(hook_program::grant_registrar(&register, args));
    let registrar: Registrar = world.read(&register.registrar);
    assert_eq!(registrar.permissions, permissions);
}

fn onboard(change: fn(&mut OnboardHolderArgs)) -> Instruction {
    let mut args = onboard_args(cast().carol);
    change(&mut args);
    hook_program::onboard_holder(&cast().company.register, args)
}

pub const CASES: &[Case] = &[
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, 3);
        world.set_time(START + 3_600);
        onboard(|_| {})
    }),
    case(HookError::RegistrarLacksPermission as u32, "may only suspend", |world| {
        appoint_with(world, 2);
        onboard(|_| {})
    }),
    case(HookError::UnknownJurisdiction as u32, "no country", |_| {
        onboard(|args| args.jurisdiction = 0)
    }),
    case(HookError::UnknownJurisdiction as u32, "beyond the codes", |_| {
        onboard(|args| args.jurisdiction = 1_000)
    }),
    case(HookError::UnknownInvestorClasses as u32, "a bit without a meaning", |_| {
        onboard(|args| args.investor_classes = 16)
    }),
    case(HookError::ExpiryInThePast as u32, "the check ends now", |_| {
        onboard(|args| args.kyc_expires_at = START)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
