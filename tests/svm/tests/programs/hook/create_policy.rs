//! `create_policy`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::new_mint;
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{World, addresses, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyCreated;
use scrip_transfer_hook::extra_metas::extra_metas;
use scrip_transfer_hook::state::{POLICY_VERSION, Policy};
use scrip_transfer_hook::{ID, PolicyTerms};
use spl_discriminator::SplDiscriminate;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use super::unsound_terms;
use super::update_policy::{other_terms, with_terms};
use crate::case::{Case, assert_all_fail, case};

fn create(mint: &Pubkey, authority: Pubkey, terms: PolicyTerms) -> Instruction {
    hook_program::create_policy(mint, authority, cast().company.register.address, terms)
}

#[test]
fn gives_a_mint_its_policy_and_validation_account() {
    for terms in [terms(), other_terms()] {
        let mut world = World::new();
        let mint = new_mint(&mut world, Some(ID));
        let receipt = world.run(create(&mint, cast().mallory, terms));
        let (policy, registry) = (addresses::policy(&mint), cast().company.register.address);
        let blank = Policy {
            version: POLICY_VERSION,
            bump: addresses::bump(&policy),
            mint,
            registry,
            authority: cast().mallory,
            ..bytemuck::Zeroable::zeroed()
        };
        world.assert_pod(&policy, &with_terms(blank, &terms));
        let expected =
            [ExecuteInstruction::SPL_DISCRIMINATOR_SLICE, &extra_metas(&policy)].concat();
        assert_eq!(world.data(&addresses::extra_account_metas(&mint)), expected);
        let event = PolicyCreated { policy, mint, registry, authority: cast().mallory, terms };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn unsound_terms_are_refused() {
    unsound_terms::assert_refused(|world, terms| {
        let mint = new_mint(world, Some(ID));
        create(&mint, cast().mallory, terms)
    });
}

pub const CASES: &[Case] = &[
    case(HookError::NotMintAuthority as u32, "somebody else signs", |world| {
        let mint = new_mint(world, Some(ID));
        create(&mint, cast().alice, terms())
    }),
    case(HookError::MintNotHooked as u32, "the mint names no hook", |world| {
        let mint = new_mint(world, None);
        create(&mint, cast().mallory, terms())
    }),
    case(HookError::MintNotHooked as u32, "the mint names another hook", |world| {
        let mint = new_mint(world, Some(scrip_issuer::ID));
        create(&mint, cast().mallory, terms())
    }),
    case(HookError::MintNotHooked as u32, "the mint is no account of Token-2022", |_| {
        create(&keys::wallet("no mint"), cast().mallory, terms())
    }),
    case(HookError::MintNotHooked as u32, "the mint is a token account", |_| {
        let account = token_2022::account_of(&cast().alice, &cast().share.mint);
        create(&account, cast().mallory, terms())
    }),
    case(HookError::AlreadyExists as u32, "the mint has a policy", |_| {
        create(&cast().hooked_mint, cast().hooked_mint_authority, terms())
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
