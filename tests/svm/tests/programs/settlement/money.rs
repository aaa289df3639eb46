//! Payment tokens of Token-2022, with the extensions that a test asks for.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_svm_tests::payment::{self, DECIMALS, DOLLAR, TOKEN_PROGRAM};
use scrip_svm_tests::{World, addresses, cast, issuer_program, keys, token_2022};
use solana_system_interface::instruction::create_account as allocate;
use spl_token_2022_interface::extension::ExtensionType;
use spl_token_2022_interface::instruction::initialize_mint2;
use spl_token_2022_interface::state::Mint;
use token_2022::ID;

/// An extension, and the instruction by which a mint gets it.
pub type Extension = (ExtensionType, fn(&Pubkey, &Pubkey) -> Instruction);

/// The mint of the new money.
pub fn money() -> Pubkey {
    keys::wallet("new money")
}

/// Who has every power over it.
pub fn bank() -> Pubkey {
    cast().usd_authority
}

/// Somebody's account of it.
pub fn purse(wallet: &Pubkey) -> Pubkey {
    payment::account_with(wallet, &money(), &ID)
}

/// How much somebody has of it.
pub fn has(world: &World, wallet: &Pubkey) -> u64 {
    payment::balance(world, &purse(wallet))
}

/// Creates the mint.
pub fn mint_money(world: &mut World, extensions: &[Extension]) {
    let (mint, bank) = (money(), bank());
    let types: Vec<_> = extensions.iter().map(|(kind, _)| *kind).collect();
    let len = ExtensionType::try_calculate_account_len::<Mint>(&types).unwrap();
    let mut create = vec![allocate(&cast().payer, &mint, world.rent(len), len as u64, &ID)];
    create.extend(extensions.iter().map(|(_, initialize)| initialize(&mint, &bank)));
    create.push(initialize_mint2(&ID, &mint, &bank, Some(&bank), DECIMALS).unwrap());
    world.send_all(&create).unwrap();
}

/// Lists and accepts it.
pub fn accept_money(world: &mut World) {
    world.run(issuer_program::add_payment_mint(&cast().share, money()));
    let accept = Change::PaymentMint { mint: money(), accepted: true };
    world.run(issuer_program::change_asset(&cast().share, accept));
}

/// Gives 10,000 to Alice and to the treasury.
pub fn hand_out_money(world: &mut World) {
    for wallet in [cast().alice, cast().company.treasury()] {
        world.run(payment::create_account(&wallet, &money(), &ID));
        let amount = 10_000 * DOLLAR;
        world.run(payment::mint_to(&purse(&wallet), &money(), &bank(), amount, &ID));
    }
}

/// A world in which the share is paid with the new money.
pub fn world_with_money(extensions: &[Extension]) -> World {
    let mut world = World::new();
    mint_money(&mut world, extensions);
    accept_money(&mut world);
    hand_out_money(&mut world);
    world
}

/// The instruction with the new money in place of dollars.
pub fn in_money(instruction: Instruction) -> Instruction {
    paid_in(instruction, &money(), &ID)
}

/// The instruction with another token in place of dollars, in the associated accounts of everybody.
pub fn paid_in(mut instruction: Instruction, mint: &Pubkey, program: &Pubkey) -> Instruction {
    let (usd, asset) = (cast().usd, cast().share.asset);
    let mut places = vec![
        (usd, *mint),
        (TOKEN_PROGRAM, *program),
        (addresses::payment_listing(&asset, &usd), addresses::payment_listing(&asset, mint)),
    ];
    for wallet in [cast().alice, cast().company.treasury()] {
        let account = payment::account_with(&wallet, mint, program);
        places.push((payment::account_of(&wallet, &usd), account));
    }
    for meta in &mut instruction.accounts {
        if let Some((_, other)) = places.iter().find(|(account, _)| *account == meta.pubkey) {
            meta.pubkey = *other;
        }
    }
    instruction
}
