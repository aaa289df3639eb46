//! Being first at an address: with lamports, or with an instruction.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::{SPLIT, new_mint, new_share};
use scrip_svm_tests::setup::{asset_args, details, registrar_args, terms};
use scrip_svm_tests::{
    Transfer, World, addresses, cast, hook_program, idl, issuer_program, keys, token_2022,
};
use scrip_transfer_hook::TrustCredentialArgs;
use scrip_transfer_hook::error::HookError;

/// The first credential that the company's registry trusts.
const TRUST: TrustCredentialArgs = TrustCredentialArgs {
    number: 1,
    credential: Pubkey::new_from_array([1; 32]),
    schema: Pubkey::new_from_array([2; 32]),
};

/// Anchor's `ConstraintSeeds`.
const SEEDS: u32 = 2006;

/// Every instruction that creates accounts, with the addresses that it creates.
fn creations(world: &mut World) -> Vec<(Instruction, Vec<Pubkey>)> {
    let (company, new) = (cast().company, new_share());
    let (register, creator) = (company.register, cast().mallory);
    let mint = new_mint(world, Some(scrip_transfer_hook::ID));
    let batch = ["first of a batch", "second of a batch", "third of a batch"].map(keys::wallet);
    vec![
        (hook_program::create_registry(creator, 0), vec![addresses::registry(&creator, 0)]),
        (
            hook_program::grant_registrar(&register, registrar_args(creator)),
            vec![addresses::registrar(&register.address, &creator)],
        ),
        (
            hook_program::onboard_holder(&register, cast().carol, details()),
            vec![register.holder(&cast().carol)],
        ),
        (
            hook_program::onboard_holders(&register, batch[0], details(), &batch[1..]),
            batch.map(|wallet| register.holder(&wallet)).to_vec(),
        ),
        (
            hook_program::bar_wallet(&register, cast().carol, 4),
            vec![register.holder(&cast().carol)],
        ),
        (hook_program::add_venue(&register, cast().carol), vec![register.holder(&cast().carol)]),
        (
            hook_program::trust_credential(&register, TRUST),
            vec![addresses::trusted_credential(&register.address, TRUST.number)],
        ),
        (
            hook_program::approve_venue_program(&register, scrip_issuer::ID),
            vec![addresses::venue_program(&register.address, &scrip_issuer::ID)],
        ),
        (
            hook_program::create_policy(&mint, creator, register.address, terms()),
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
fn no_creation_is_forgotten() {
    // An instruction that takes the system program creates something. What anybody may create is in the
    // tests of attestations and venues.
    let permissionless = ["import_attestation", "register_venue"];
    let created: Vec<_> = creations(&mut World::new());
    let discriminators: Vec<_> =
        created.iter().map(|(instruction, _)| &instruction.data[..8]).collect();
    for program in ["scrip_transfer_hook", "scrip_issuer"] {
        for name in idl::instructions(program) {
            let creates = idl::accounts(program, &name).iter().any(|name| name == "system_program");
            let listed = discriminators.contains(&&idl::discriminator(program, &name)[..]);
            assert_eq!(creates && !permissionless.contains(&&name[..]), listed, "{name}");
        }
    }
}

#[test]
fn nobody_takes_the_address_of_anothers_registry_or_issuer_first() {
    // The creator signs, and is part of the address.
    let mut world = World::new();
    let (alice, mallory) = (cast().alice, cast().mallory);
    let registry = cast().company.register.address;
    for mut instruction in
        [hook_program::create_registry(alice, 0), issuer_program::create_issuer(alice, 0, registry)]
    {
        world.clone().run(instruction.clone());
        instruction.accounts[0].pubkey = mallory;
        world.refuse(instruction).assert_code(SEEDS, "somebody else's address");
    }
}

#[test]
fn nobody_puts_a_wallet_on_anothers_register_first() {
    let mut world = World::new();
    let (ours, foreign) = (cast().company.register, cast().foreign_company.register);
    for ours in [
        hook_program::onboard_holder(&ours, cast().carol, details()),
        hook_program::onboard_holders(&ours, cast().carol, details(), &[]),
        hook_program::bar_wallet(&ours, cast().carol, 2),
        hook_program::add_venue(&ours, cast().carol),
    ] {
        let mut foreigner = ours.clone();
        for (place, key) in [(0, foreign.officer), (2, foreign.address), (3, foreign.registrar)] {
            foreigner.accounts[place].pubkey = key;
        }
        world.refuse(foreigner).assert_code(SEEDS, "a record of ours");
        world.clone().run(ours);
    }
}

#[test]
fn the_list_of_extra_accounts_is_not_made_by_the_wrong_key() {
    // Only `create_policy` makes one, at the address of its mint alone.
    let mut world = World::new();
    let mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    let registry = cast().company.register.address;
    let good = hook_program::create_policy(&mint, cast().mallory, registry, terms());
    let mut wrong_key = good.clone();
    wrong_key.accounts[0].pubkey = cast().hooked_mint_authority;
    let failure = world.refuse(wrong_key);
    failure.assert_code(HookError::NotMintAuthority as u32, "another mint's authority");
    let mut wrong_list = good.clone();
    wrong_list.accounts[5].pubkey = addresses::extra_account_metas(&new_share().mint);
    world.refuse(wrong_list).assert_code(SEEDS, "the list of a mint to come");
    world.run(good);
}

#[test]
fn nobody_else_makes_a_policy_first() {
    let mut world = World::new();
    let mint = new_mint(&mut world, Some(scrip_transfer_hook::ID));
    let registry = cast().foreign_company.register.address;
    // The mint's authority is Mallory; Alice is in a hurry.
    let hurried = hook_program::create_policy(&mint, cast().alice, registry, terms());
    let failure = world.refuse(hurried);
    failure.assert_code(HookError::NotMintAuthority as u32, "not the mint's authority");
    world.run(hook_program::create_policy(&mint, cast().mallory, registry, terms()));
}

#[test]
fn no_policy_for_a_mint_that_may_name_our_hook_later() {
    let mut world = World::new();
    let mint = new_mint(&mut world, None);
    let registry = cast().company.register.address;
    let early = hook_program::create_policy(&mint, cast().mallory, registry, terms());
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
