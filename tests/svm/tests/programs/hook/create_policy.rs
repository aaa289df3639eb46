//! `create_policy`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::jurisdiction::BITMAP_BYTES;
use scrip_svm_tests::fixtures::new_mint;
use scrip_svm_tests::setup::policy_args;
use scrip_svm_tests::{World, addresses, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::PolicyCreated;
use scrip_transfer_hook::hook::extra_metas::extra_metas;
use scrip_transfer_hook::state::{POLICY_VERSION, Policy};
use scrip_transfer_hook::{CreatePolicyArgs, ID};
use spl_discriminator::SplDiscriminate;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use crate::case::{Case, assert_all_fail, case};

fn create(mint: &Pubkey, authority: Pubkey, args: CreatePolicyArgs) -> Instruction {
    hook_program::create_policy(mint, authority, cast().company.register.address, args)
}

#[test]
fn gives_a_mint_its_policy_and_validation_account() {
    for (mode, bitmap) in [(1, policy_args().jurisdictions), (2, [0; BITMAP_BYTES])] {
        let mut world = World::new();
        let mint = new_mint(&mut world, Some(ID));
        let args = CreatePolicyArgs { jurisdiction_mode: mode, jurisdictions: bitmap };
        let receipt = world.run(create(&mint, cast().mallory, args));
        let (policy, registry) = (addresses::policy(&mint), cast().company.register.address);
        let expected = Policy {
            version: POLICY_VERSION,
            bump: addresses::bump(&policy),
            jurisdiction_mode: mode,
            halt_reason: 0,
            padding: [0; 4],
            halted_until: 0,
            mint,
            registry,
            authority: cast().mallory,
            jurisdictions: bitmap,
        };
        world.assert_pod(&policy, &expected);
        let metas = extra_metas(&policy).unwrap();
        let expected = [
            ExecuteInstruction::SPL_DISCRIMINATOR_SLICE,
            &109u32.to_le_bytes(),
            &3u32.to_le_bytes(),
            bytemuck::cast_slice(&metas),
        ]
        .concat();
        assert_eq!(world.data(&addresses::extra_account_metas(&mint)), expected);
        let event = PolicyCreated {
            policy,
            mint,
            registry,
            authority: cast().mallory,
            jurisdiction_mode: mode,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
    }
}

pub const CASES: &[Case] = &[
    case(HookError::NotMintAuthority as u32, "somebody else signs", |world| {
        let mint = new_mint(world, Some(ID));
        create(&mint, cast().alice, policy_args())
    }),
    case(HookError::MintNotHooked as u32, "the mint names no hook", |world| {
        let mint = new_mint(world, None);
        create(&mint, cast().mallory, policy_args())
    }),
    case(HookError::MintNotHooked as u32, "the mint names another hook", |world| {
        let mint = new_mint(world, Some(scrip_issuer::ID));
        create(&mint, cast().mallory, policy_args())
    }),
    case(HookError::MintNotHooked as u32, "the mint is no account of Token-2022", |_| {
        create(&keys::wallet("no mint"), cast().mallory, policy_args())
    }),
    case(HookError::MintNotHooked as u32, "the mint is a token account", |_| {
        let account = token_2022::account_of(&cast().alice, &cast().share.mint);
        create(&account, cast().mallory, policy_args())
    }),
    case(HookError::UnknownJurisdictionMode as u32, "mode 0", |world| {
        let mint = new_mint(world, Some(ID));
        create(&mint, cast().mallory, CreatePolicyArgs { jurisdiction_mode: 0, ..policy_args() })
    }),
    case(HookError::UnknownJurisdictionMode as u32, "mode 3", |world| {
        let mint = new_mint(world, Some(ID));
        create(&mint, cast().mallory, CreatePolicyArgs { jurisdiction_mode: 3, ..policy_args() })
    }),
    case(HookError::EmptyAllowList as u32, "nobody would be admitted", |world| {
        let mint = new_mint(world, Some(ID));
        let args = CreatePolicyArgs { jurisdictions: [0; BITMAP_BYTES], ..policy_args() };
        create(&mint, cast().mallory, args)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
