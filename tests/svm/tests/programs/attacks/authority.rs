//! Using what is revoked, what is closed, what belongs to others, and Token-2022 past the program.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::cast::{Duty, Register};
use scrip_svm_tests::setup::{onboard_args, registrar_args};
use scrip_svm_tests::{START, World, cast, hook_program, issuer_program, token_2022};
use scrip_transfer_hook::GrantRegistrarArgs;
use scrip_transfer_hook::error::HookError;
use solana_system_interface::instruction::transfer as send_lamports;
use spl_token_2022_interface::extension::{pausable, scaled_ui_amount, transfer_hook};
use spl_token_2022_interface::instruction::{self as token, AuthorityType};

/// Anchor's `AccountNotInitialized`.
const NOT_INITIALISED: u32 = 3012;
/// Token-2022's `OwnerMismatch`.
const OWNER_MISMATCH: u32 = 4;
/// Anchor's `AccountOwnedByWrongProgram`.
const WRONG_OWNER: u32 = 3007;

fn onboard_carol(register: &Register) -> Instruction {
    hook_program::onboard_holder(register, onboard_args(cast().carol))
}

#[test]
fn a_revoked_role_is_of_no_use() {
    let mut world = World::new();
    let (share, company) = (cast().share, cast().company);
    world.run(issuer_program::revoke_role(&company, &company.member(Duty::Mint)));
    let mint = issuer_program::mint_shares(&share, &cast().alice, 1);
    world.refuse(mint.clone()).assert_code(NOT_INITIALISED, "a closed role");
    // Lamports do not bring it back.
    world.give_lamports(company.role(Duty::Mint), 10_000_000);
    world.refuse(mint.clone()).assert_code(WRONG_OWNER, "a closed role with lamports");
    // The admin can, with other permissions: the old ones are gone.
    let again = issuer_program::grant_role(&company, company.member(Duty::Mint), 2);
    world.run(again);
    world.refuse(mint).assert_code(7001, "a role without the permission");
}

#[test]
fn a_dismissed_registrar_is_of_no_use() {
    let mut world = World::new();
    let register = cast().company.register;
    world.run(hook_program::revoke_registrar(&register, &register.officer));
    world.refuse(onboard_carol(&register)).assert_code(NOT_INITIALISED, "a closed appointment");
    world.give_lamports(register.registrar, 10_000_000);
    world.refuse(onboard_carol(&register)).assert_code(WRONG_OWNER, "with lamports");
    let short = GrantRegistrarArgs { expires_at: START + 1, ..registrar_args(register.officer) };
    world.run(hook_program::grant_registrar(&register, short));
    world.run(onboard_carol(&register));
    world.set_time(START + 1);
    let failure = world.refuse(hook_program::set_holder_status(&register, &cast().carol, 2));
    failure.assert_code(HookError::RegistrarExpired as u32, "the new appointment's own end");
}

#[test]
fn a_closed_account_is_not_revived_within_its_transaction() {
    let mut world = World::new();
    let (company, register) = (cast().company, cast().company.register);
    let revive = |address| send_lamports(&cast().payer, &address, 10_000_000);
    let result = world.send_all(&[
        issuer_program::revoke_role(&company, &company.member(Duty::Mint)),
        revive(company.role(Duty::Mint)),
        issuer_program::mint_shares(&cast().share, &cast().alice, 1),
    ]);
    assert!(matches!(result.unwrap_err().code(), Some(NOT_INITIALISED | WRONG_OWNER)));
    let result = world.send_all(&[
        hook_program::revoke_registrar(&register, &register.officer),
        revive(register.registrar),
        onboard_carol(&register),
    ]);
    assert!(matches!(result.unwrap_err().code(), Some(NOT_INITIALISED | WRONG_OWNER)));
}

#[test]
fn an_appointment_or_role_does_not_receive_its_own_rent() {
    let mut world = World::new();
    let (company, register) = (cast().company, cast().company.register);
    let mut instruction = hook_program::revoke_registrar(&register, &register.officer);
    instruction.accounts[1].pubkey = register.registrar;
    world.refuse(instruction);
    let mut instruction = issuer_program::revoke_role(&company, &company.member(Duty::Mint));
    instruction.accounts[1].pubkey = company.role(Duty::Mint);
    world.refuse(instruction);
}

#[test]
fn staff_and_officers_of_another_company_have_no_say() {
    let mut world = World::new();
    let (share, foreign) = (cast().share, cast().foreign_company);
    let actor_and_role = |instruction: &mut Instruction, role: usize, duty| {
        instruction.accounts[0].pubkey = foreign.member(duty);
        instruction.accounts[role].pubkey = foreign.role(duty);
    };
    for (mut instruction, role, duty) in [
        (issuer_program::mint_shares(&share, &cast().alice, 1), 1, Duty::Mint),
        (issuer_program::redeem_shares(&share, &cast().alice, 1), 2, Duty::Redeem),
        (issuer_program::halt(&share, 1, 0), 1, Duty::Halt),
        (issuer_program::pause(&share), 1, Duty::Pause),
    ] {
        world.run(instruction.clone());
        world = World::new();
        actor_and_role(&mut instruction, role, duty);
        world.refuse(instruction);
    }
    let register = cast().company.register;
    let foreign = foreign.register;
    let mut instruction = onboard_carol(&register);
    instruction.accounts[0].pubkey = foreign.officer;
    instruction.accounts[3].pubkey = foreign.registrar;
    world.refuse(instruction);
    // With the foreign registry too, but a record of ours.
    let mut instruction = hook_program::set_holder_status(&foreign, &cast().alice, 3);
    instruction.accounts[3].pubkey = register.holder(&cast().alice);
    world.refuse(instruction);
}

#[test]
fn one_person_may_have_several_parts() {
    let mut world = World::new();
    let company = cast().company;
    let mut instruction = issuer_program::grant_role(&company, company.admin, 2);
    world.give_lamports(company.admin, 1_000_000_000);
    instruction.accounts[1].pubkey = company.admin;
    world.run(instruction);
    world.run(issuer_program::grant_role(&company, cast().alice, 2));
    let mut instruction = issuer_program::redeem_shares(&cast().share, &cast().alice, 1);
    instruction.accounts[0].pubkey = cast().alice;
    instruction.accounts[2].pubkey =
        scrip_svm_tests::addresses::role(&company.address, &cast().alice);
    world.run(instruction);
}

#[test]
fn token_2022_listens_to_nobody_but_the_asset() {
    let mut world = World::new();
    let (id, mint, mallory) = (&token_2022::ID, &cast().share.mint, &cast().mallory);
    let account = &token_2022::account_of(&cast().alice, mint);
    let attempts = [
        token::mint_to(id, mint, account, mallory, &[], 1),
        token::burn(id, account, mint, mallory, &[], 1),
        token::freeze_account(id, account, mint, mallory, &[]),
        token::set_authority(id, mint, Some(mallory), AuthorityType::MintTokens, mallory, &[]),
        token::set_authority(id, mint, None, AuthorityType::PermanentDelegate, mallory, &[]),
        pausable::instruction::pause(id, mint, mallory, &[]),
        scaled_ui_amount::instruction::update_multiplier(id, mint, mallory, &[], 2.0, 0),
        transfer_hook::instruction::update(id, mint, mallory, &[], None),
        transfer_hook::instruction::update(id, mint, mallory, &[], Some(*id)),
    ];
    for attempt in attempts {
        world.refuse(attempt.unwrap()).assert_code(OWNER_MISMATCH, "not the authority");
    }
}
