//! Registries and appointments that look like ours, with Mallory in them.

use anchor_lang::Discriminator;
use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::attestation_service::Credential;
use scrip_svm_tests::cast::Register;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::{details, registrar_args};
use scrip_svm_tests::{World, addresses, cast, hook_program, keys};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::state::{Registrar, Registry};

use super::forgery::forgeries;
use crate::codes::{NO_TYPE, OTHER_TYPE, WRONG_OWNER};

/// What is said of an account that is not one of ours: who looks first, Anchor or the instruction, decides.
const NOT_OURS: [u32; 4] = [HookError::NotOurAccount as u32, WRONG_OWNER, OTHER_TYPE, NO_TYPE];

fn impostor() -> Pubkey {
    keys::wallet("impostor")
}

/// Puts a copy of an account of ours at another address, with Mallory in the place of this key.
fn put_impostor(world: &mut World, original: &Pubkey, key: &Pubkey) {
    let mut copy = world.account(original).unwrap();
    let place = copy.data.windows(32).rposition(|bytes| bytes == key.as_ref()).unwrap();
    copy.data[place..][..32].copy_from_slice(cast().mallory.as_ref());
    world.set_account(impostor(), copy);
}

/// Fails unless every instruction works with the impostor as it is, which only the program itself could
/// have written, and none with any forgery of it.
fn assert_forgeries_fail(world: &World, instructions: &[Instruction], other_tag: &'static [u8]) {
    for instruction in instructions {
        world.clone().run(instruction.clone());
        for (what, forge) in forgeries(other_tag) {
            let mut world = world.clone();
            world.edit(impostor(), forge);
            let failure = world.refuse(instruction.clone());
            let code = failure.code().unwrap();
            assert!(NOT_OURS.contains(&code), "{what}: {}", failure.logs.join("\n"));
        }
    }
}

#[test]
fn a_forged_registry_obeys_nobody() {
    let mut world = World::new();
    let (register, mallory) = (cast().company.register, cast().mallory);
    put_impostor(&mut world, &register.address, &register.authority);
    let registrar = addresses::registrar(&impostor(), &mallory);
    let forged = Register { authority: mallory, address: impostor(), officer: mallory, registrar };
    let trust = Credential::new("know your customer").trust_args(1);
    let powers = [
        hook_program::propose_registry_authority(&forged, Some(cast().carol)),
        hook_program::grant_registrar(&forged, registrar_args(mallory)),
        hook_program::trust_credential(&forged, trust),
    ];
    assert_forgeries_fail(&world, &powers, Registrar::DISCRIMINATOR);
}

#[test]
fn a_forged_appointment_empowers_nobody() {
    let mut world = World::new();
    let (register, mallory) = (cast().company.register, cast().mallory);
    put_impostor(&mut world, &register.registrar, &register.officer);
    let forged = Register { officer: mallory, registrar: impostor(), ..register };
    let (alice, carol) = (cast().alice, cast().carol);
    let powers = [
        hook_program::onboard_holder(&forged, carol, details()),
        hook_program::onboard_holders(&forged, carol, details(), &[keys::wallet("further")]),
        hook_program::update_holder(&forged, &alice, UPDATE),
        hook_program::set_holder_status(&forged, &alice, 2),
        hook_program::bar_wallet(&forged, carol, 2),
        hook_program::close_holder(&forged, &alice),
        hook_program::add_venue(&forged, carol),
        hook_program::approve_venue_program(&forged, scrip_issuer::ID),
    ];
    assert_forgeries_fail(&world, &powers, Registry::DISCRIMINATOR);
}
