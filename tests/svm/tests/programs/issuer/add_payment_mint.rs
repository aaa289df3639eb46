//! `add_payment_mint`: the errors, of every extension that makes a token no money

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_svm_tests::{World, cast, issuer_program, keys, token_2022};
use solana_system_interface::instruction::create_account as allocate;
use spl_token_2022_interface::extension::{ExtensionType, transfer_fee};
use spl_token_2022_interface::instruction as token;
use spl_token_2022_interface::state::Mint;

use crate::case::{Case, assert_all_fail, case};

/// Creates a mint with one extension, which the instruction initialises.
fn mint_with(
    world: &mut World,
    extension: ExtensionType,
    initialise: impl Fn(&Pubkey) -> Instruction,
) -> Pubkey {
    let mint = keys::wallet("money of a kind");
    let len = ExtensionType::try_calculate_account_len::<Mint>(&[extension]).unwrap();
    let id = token_2022::ID;
    world
        .send_all(&[
            allocate(&cast().payer, &mint, world.rent(len), len as u64, &id),
            initialise(&mint),
            token::initialize_mint2(&id, &mint, &cast().mallory, None, 6).unwrap(),
        ])
        .unwrap();
    mint
}

fn with_fee(world: &mut World, basis_points: u16) -> Pubkey {
    mint_with(world, ExtensionType::TransferFeeConfig, |mint| {
        let (id, authority) = (&token_2022::ID, Some(&cast().mallory));
        let (points, most) = (basis_points, u64::MAX);
        let initialise = transfer_fee::instruction::initialize_transfer_fee_config(
            id, mint, authority, authority, points, most,
        );
        initialise.unwrap()
    })
}

fn add(mint: Pubkey) -> Instruction {
    issuer_program::add_payment_mint(&cast().share, mint)
}

#[test]
fn a_token_without_a_fee_is_money_though_it_could_take_one() {
    let mut world = World::new();
    let mint = with_fee(&mut world, 0);
    world.run(add(mint));
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "somebody else signs", |world| {
        let mint = with_fee(world, 0);
        let mut instruction = add(mint);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "a token with a hook", |_| {
        add(cast().hooked_mint)
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "the share itself", |_| {
        add(cast().share.mint)
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "a fee of a basis point", |world| {
        let mint = with_fee(world, 1);
        add(mint)
    }),
    case(IssuerError::PaymentMintHasHookOrFee as u32, "a token that nobody can send", |world| {
        let mint = mint_with(world, ExtensionType::NonTransferable, |mint| {
            token::initialize_non_transferable_mint(&token_2022::ID, mint).unwrap()
        });
        add(mint)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
