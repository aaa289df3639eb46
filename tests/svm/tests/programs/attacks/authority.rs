//! Using a role that is revoked or another's, a policy past the issuer program, a mint past Token-2022's
//! authorities. What concerns the register is in [`super::registrars`].

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{START, World, addresses, cast, hook_program, issuer_program, token_2022};
use scrip_transfer_hook::error::HookError;
use solana_system_interface::instruction::transfer as send_lamports;
use spl_token_2022_interface::extension::{pausable, scaled_ui_amount, transfer_hook};
use spl_token_2022_interface::instruction::{self as token, AuthorityType};

use crate::codes::{
    HAS_ONE, NOT_INITIALISED, NOT_SIGNED, OWNER_MISMATCH, SAME_RECEIVER, SEEDS, WRONG_OWNER,
};

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
    world
        .refuse(mint)
        .assert_code(IssuerError::RoleLacksPermission as u32, "a role without the permission");
}

#[test]
fn a_role_is_of_no_use_from_the_second_of_its_end_on() {
    let (share, company) = (cast().share, cast().company);
    let mut ready = World::new();
    for duty in Duty::ALL {
        let member = company.member(duty);
        ready.run(issuer_program::revoke_role(&company, &member));
        let permissions = duty.permission();
        ready.run(issuer_program::grant_role_until(&company, member, permissions, START + 10));
    }
    for instruction in [
        issuer_program::mint_shares(&share, &cast().alice, 1),
        issuer_program::redeem_shares(&share, &cast().alice, 1),
        issuer_program::set_blackout(&share, START + 20, START + 21),
        issuer_program::clear_blackout(&share),
        issuer_program::announce_action(&share, 0, SPLIT),
        issuer_program::halt(&share, 1, 0),
        issuer_program::resume(&share),
        issuer_program::pause(&share),
        issuer_program::unpause(&share),
    ] {
        ready.set_time(START + 10);
        ready
            .refuse(instruction.clone())
            .assert_code(IssuerError::RoleExpired as u32, "the role ends now");
        ready.set_time(START);
        ready.run(instruction);
    }
}

#[test]
fn a_closed_role_is_not_revived_within_its_transaction() {
    let mut world = World::new();
    let company = cast().company;
    let failure = world.send_all(&[
        issuer_program::revoke_role(&company, &company.member(Duty::Mint)),
        send_lamports(&cast().payer, &company.role(Duty::Mint), 10_000_000),
        issuer_program::mint_shares(&cast().share, &cast().alice, 1),
    ]);
    failure.unwrap_err().assert_code(WRONG_OWNER, "a role with lamports and nothing else");
}

#[test]
fn a_role_does_not_receive_its_own_rent() {
    let company = cast().company;
    let mut instruction = issuer_program::revoke_role(&company, &company.member(Duty::Mint));
    instruction.accounts[1].pubkey = company.role(Duty::Mint);
    World::new().refuse(instruction).assert_code(SAME_RECEIVER, "closed into itself");
}

#[test]
fn staff_of_another_company_has_no_say() {
    let (share, foreign) = (cast().share, cast().foreign_company);
    let mut ready = World::new();
    ready.run(issuer_program::set_blackout(&cast().other_share, START, START + 1));
    for (mut instruction, role, duty) in [
        (issuer_program::mint_shares(&share, &cast().alice, 1), 1, Duty::Mint),
        (issuer_program::redeem_shares(&share, &cast().alice, 1), 2, Duty::Redeem),
        (issuer_program::halt(&share, 1, 0), 1, Duty::Halt),
        (issuer_program::pause(&share), 1, Duty::Pause),
        (issuer_program::set_blackout(&share, START, START + 1), 1, Duty::CorporateActions),
        (issuer_program::clear_blackout(&cast().other_share), 1, Duty::CorporateActions),
    ] {
        ready.clone().run(instruction.clone());
        instruction.accounts[0].pubkey = foreign.member(duty);
        instruction.accounts[role].pubkey = foreign.role(duty);
        ready.refuse(instruction).assert_code(SEEDS, "a role with another issuer");
    }
    for mut instruction in
        [issuer_program::update_policy(&share, terms()), issuer_program::update_extra_metas(&share)]
    {
        ready.clone().run(instruction.clone());
        (instruction.accounts[0].pubkey, instruction.accounts[1].pubkey) =
            (foreign.admin, foreign.address);
        ready.refuse(instruction).assert_code(HAS_ONE, "another issuer's share");
    }
}

#[test]
fn no_key_changes_the_policy_of_a_share() {
    // Its authority is the asset's address, which signs only in the issuer program.
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::halt(&share, 1, 0));
    world.run(issuer_program::set_blackout(&share, START, START + 1));
    for mut instruction in [
        hook_program::update_policy(terms()),
        hook_program::halt(2, 0),
        hook_program::resume(),
        hook_program::set_blackout(START, START + 2),
        hook_program::clear_blackout(),
        hook_program::update_extra_metas(),
    ] {
        instruction.accounts[1].pubkey = share.policy;
        if instruction.accounts[2].is_writable {
            instruction.accounts[2].pubkey = share.metas;
        }
        for key in [cast().hooked_mint_authority, share.company.admin, cast().mallory] {
            instruction.accounts[0].pubkey = key;
            let failure = world.refuse(instruction.clone());
            failure.assert_code(HookError::NotPolicyAuthority as u32, "not the asset");
        }
        instruction.accounts[0].pubkey = share.asset;
        instruction.accounts[0].is_signer = false;
        world.refuse(instruction).assert_code(NOT_SIGNED, "the asset without its signature");
    }
}

#[test]
fn the_list_of_extra_accounts_is_not_updated_by_the_wrong_key() {
    let mut world = World::new();
    let mut by_key = hook_program::update_extra_metas();
    world.run(by_key.clone());
    by_key.accounts[0].pubkey = cast().mallory;
    let failure = world.refuse(by_key);
    failure.assert_code(HookError::NotPolicyAuthority as u32, "not the policy's authority");
    let mut by_admin = issuer_program::update_extra_metas(&cast().share);
    world.run(by_admin.clone());
    by_admin.accounts[0].pubkey = cast().foreign_company.admin;
    let failure = world.refuse(by_admin);
    failure.assert_code(IssuerError::NotAdmin as u32, "not the issuer's admin");
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
    instruction.accounts[2].pubkey = addresses::role(&company.address, &cast().alice);
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
