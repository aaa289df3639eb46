//! `onboard_holder`, and what a record looks like.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, World, addresses, cast, hook_program};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::HolderOnboarded;
use scrip_transfer_hook::state::{
    HOLDER_VERSION, Holder, ORIGIN_REGISTRAR, PERMISSION_ONBOARD, PERMISSIONS_ALL, Registrar,
};
use scrip_transfer_hook::{HolderDetails, ID};

use super::appoint_with;
use crate::case::{Case, assert_all_fail, case};

/// Where an account says which version of its layout it has.
const VERSION: usize = 8;

/// Other facts than in the set-up, each at an end of its range.
const DETAILS: HolderDetails = HolderDetails {
    jurisdiction: 999,
    investor_classes: 15,
    kyc_expires_at: START + 1,
    locked_until: i64::MAX,
    identity: [42; 16],
};

/// The record of a wallet that the company's officer has onboarded with these details.
pub fn expected_record(wallet: Pubkey, details: &HolderDetails) -> Holder {
    let register = cast().company.register;
    Holder {
        version: HOLDER_VERSION,
        bump: addresses::bump(&register.holder(&wallet)),
        kind: 1,
        status: 1,
        jurisdiction: details.jurisdiction,
        investor_classes: details.investor_classes,
        origin: ORIGIN_REGISTRAR,
        kyc_expires_at: details.kyc_expires_at,
        locked_until: details.locked_until,
        identity: details.identity,
        rent_payer: cast().payer.to_bytes()[..16].try_into().unwrap(),
        registry: register.address,
        wallet,
    }
}

/// The event of that.
pub fn expected_event(wallet: Pubkey, details: &HolderDetails) -> HolderOnboarded {
    HolderOnboarded {
        registry: cast().company.register.address,
        wallet,
        actor: cast().company.register.officer,
        jurisdiction: details.jurisdiction,
        investor_classes: details.investor_classes,
        kyc_expires_at: details.kyc_expires_at,
        locked_until: details.locked_until,
        identity: details.identity,
    }
}

#[test]
fn puts_a_wallet_on_the_register_and_counts_it() {
    let mut world = World::new();
    let register = cast().company.register;
    let mut registrar: Registrar = world.read(&register.registrar);
    assert_eq!((registrar.created, registrar.closed), (2, 0), "Alice and Bob");
    let registry = world.account(&register.address);
    let receipt = world.run(hook_program::onboard_holder(&register, cast().carol, DETAILS));
    let address = register.holder(&cast().carol);
    world.assert_pod(&address, &expected_record(cast().carol, &DETAILS));
    assert_eq!(world.account(&address).unwrap().lamports, world.rent(128));
    receipt.assert_event(ID, &expected_event(cast().carol, &DETAILS));
    assert_eq!(receipt.event_count(), 1);
    registrar.created = 3;
    world.assert_pod(&register.registrar, &registrar);
    assert_eq!(world.account(&register.address), registry, "officers do not meet in the registry");
}

#[test]
fn remembers_who_paid() {
    let mut world = World::new();
    let register = cast().company.register;
    let mut instruction = hook_program::onboard_holder(&register, cast().carol, DETAILS);
    instruction.accounts[1].pubkey = cast().mallory;
    world.run(instruction);
    let record: Holder = world.read(&register.holder(&cast().carol));
    assert_eq!(record.rent_payer, cast().mallory.to_bytes()[..16]);
}

fn onboard(change: fn(&mut HolderDetails)) -> Instruction {
    let mut details = details();
    change(&mut details);
    hook_program::onboard_holder(&cast().company.register, cast().carol, details)
}

pub const CASES: &[Case] = &[
    case(HookError::NotRegistrar as u32, "somebody else signs", |_| {
        let mut instruction = onboard(|_| {});
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::OtherRegistry as u32, "appointed by another registry", |_| {
        let foreign = cast().foreign_company.register;
        let mut instruction = onboard(|_| {});
        instruction.accounts[0].pubkey = foreign.officer;
        instruction.accounts[3].pubkey = foreign.registrar;
        instruction
    }),
    case(HookError::NotOurAccount as u32, "not appointed any more", |world| {
        let register = cast().company.register;
        world.run(hook_program::revoke_registrar(&register, &register.officer));
        onboard(|_| {})
    }),
    case(HookError::AddressWrong as u32, "the address of another wallet", |_| {
        let mut instruction = onboard(|_| {});
        instruction.accounts[4].pubkey = cast().company.register.holder(&cast().mallory);
        instruction
    }),
    case(HookError::InvariantViolated as u32, "an appointment of another version", |world| {
        world.edit(cast().company.register.registrar, |account| account.data[VERSION] = 2);
        onboard(|_| {})
    }),
    case(HookError::RegistrarExpired as u32, "the appointment ends now", |world| {
        appoint_with(world, PERMISSIONS_ALL);
        world.set_time(START + 3_600);
        onboard(|_| {})
    }),
    case(HookError::RegistrarLacksPermission as u32, "may do everything else", |world| {
        appoint_with(world, PERMISSIONS_ALL & !PERMISSION_ONBOARD);
        onboard(|_| {})
    }),
    case(HookError::UnknownJurisdiction as u32, "no country", |_| {
        onboard(|details| details.jurisdiction = 0)
    }),
    case(HookError::UnknownJurisdiction as u32, "beyond the codes", |_| {
        onboard(|details| details.jurisdiction = 1_000)
    }),
    case(HookError::UnknownInvestorClasses as u32, "a bit without a meaning", |_| {
        onboard(|details| details.investor_classes = 16)
    }),
    case(HookError::ExpiryInThePast as u32, "the check ends now", |_| {
        onboard(|details| details.kyc_expires_at = START)
    }),
    case(HookError::AlreadyExists as u32, "the wallet is on the register", |_| {
        hook_program::onboard_holder(&cast().company.register, cast().alice, details())
    }),
    case(HookError::AlreadyExists as u32, "the wallet is barred", |world| {
        world.run(hook_program::bar_wallet(&cast().company.register, cast().carol, 3));
        onboard(|_| {})
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
