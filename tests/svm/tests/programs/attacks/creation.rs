//! Being first at an address: with lamports, or with an instruction.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::{SPLIT, new_mint, new_share};
use scrip_svm_tests::setup::{asset_args, onboard_args, policy_args, registrar_args};
use scrip_svm_tests::{Transfer, World, addresses, cast, hook_program, issuer_program, token_2022};
use scrip_transfer_hook::error::HookError;

/// Every instruction that creates accounts, with the addresses that it creates.
fn creations(world: &mut World) -> Vec<(Instruction, Vec<Pubkey>)> {
    let (company, new) = (cast().company, new_share());
    let (register, creator) = (company.register, cast().mallory);
    let mint = new_mint(world, Some(scrip_transfer_hook::ID));
    vec![
        (hook_program::create_registry(creator, 0), vec![addresses::registry(&creator, 0)]),
        (
            hook_program::grant_registrar(&register, registrar_args(creator)),
            vec![addresses::registrar(&register.address, &creator)],
        ),
        (
            hook_program::onboard_holder(&register, onboard_args(cast().carol)),
            vec![register.holder(&cast().carol)],
        ),
        (
            hook_program::create_policy(&mint, creator, register.address, policy_args()),
            vec![addresses::policy(&mint), addresses::extra_account_metas(&mint)],
        ),
        (
            issuer_program::create_issuer(creator, 0, register.address),
            vec![addresses::issuer(&creator, 0)],
        ),
        (
            issuer_program::grant_role(&company, creator, 1),
            vec![addresses::role(&company.address, &creator)],
        ),
        (
            issuer_program::create_asset(&new, asset_args(&new)),
            vec![new.mint, new.asset, new.policy, new.metas],
        ),
        (
            issuer_program::schedule_action(&cast().share, 0, SPLIT),
            vec![addresses::action(&cast().share.asset, 0)],
        ),
    ]
}

#[test]
fn lamports_sent_ahead_stop_no_creation() {
    let mut world = World::new();
    for (instruction, addresses) in creations(&mut world) {
        let mut clean = world.clone();
        clean.run(instruction.clone());
        for lamports in [1, 890_879, 890_880, 1_000_000_000] {
            let mut world = world.clone();
            for address in &addresses {
                assert!(world.account(address).is_none());
                world.give_lamports(*address, lamports);
            }
            world.run(instruction.clone());
            for address in &addresses {
                let account = world.account(address).unwrap();
                // Rent is paid as far as it is missing, and no further.
                let whole = clean.account(address).unwrap().lamports;
                assert_eq!(account.lamports, whole.max(lamports));
                assert_eq!(account.data, clean.data(address), "{lamports} lamports were there");
            }
        }
    }
}

#[test]
fn nothing_is_created_twice() {
    let mut world = World::new();
    for (instruction, addresses) in creations(&mut world) {
        let mut world = world.clone();
        world.run(instruction.clone());
        let before: Vec<_> = addresses.iter().map(|address| world.account(address)).collect();
        world.refuse(instruction);
        let after: Vec<_> = addresses.iter().map(|address| world.account(address)).collect();
        assert_eq!(after, before);
    }
}

#[test]
fn nobody_else_makes_a_policy_first() {
    let mut world = World::new();
    let mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    let registry = cast().foreign_company.register.address;
    // The mint's authority is Mallory; Alice is in a hurry.
    let hurried = hook_program::create_policy(&mint, cast().alice, registry, policy_args());
    let failure = world.refuse(hurried);
    failure.assert_code(HookError::NotMintAuthority as u32, "not the mint's authority");
    world.run(hook_program::create_policy(&mint, cast().mallory, registry, policy_args()));
}

#[test]
fn no_policy_for_a_mint_that_may_name_our_hook_later() {
    let mut world = World::new();
    let mint = new_mint(&mut world, None);
    let registry = cast().company.register.address;
    let early = hook_program::create_policy(&mint, cast().mallory, registry, policy_args());
    world.refuse(early).assert_code(HookError::MintNotHooked as u32, "no hook yet");
}

#[test]
fn an_existing_mint_cannot_be_made_an_asset() {
    // It would come with extensions, supply and authorities of somebody else's choosing.
    let mut world = World::new();
    let mut new = new_share();
    new.mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    new.asset = addresses::asset(&new.mint);
    new.policy = addresses::policy(&new.mint);
    new.metas = addresses::extra_account_metas(&new.mint);
    world.refuse(issuer_program::create_asset(&new, asset_args(&new)));
}

#[test]
fn somebody_elses_token_account_does_not_stop_a_holder() {
    // Anybody may create the associated token account of anybody: it changes nothing for its owner.
    let mut world = World::new();
    let new = new_share();
    world.run(issuer_program::create_asset(&new, asset_args(&new)));
    world.run(token_2022::create_account(&cast().alice, &new.mint));
    world.run(token_2022::create_account(&cast().bob, &new.mint));
    world.run(issuer_program::mint_shares(&new, &cast().alice, 2));
    Transfer::new(&new.mint, &cast().alice, &cast().bob, 2).send(&mut world).unwrap();
}
