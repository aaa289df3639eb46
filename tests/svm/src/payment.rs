//! Tokens that shares are paid with: of the Token program, or of Token-2022.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use solana_system_interface::instruction::create_account as allocate;
use spl_associated_token_account_interface::address::get_associated_token_address_with_program_id;
use spl_associated_token_account_interface::instruction::create_associated_token_account;
use spl_token_2022_interface::extension::StateWithExtensions;
use spl_token_2022_interface::instruction;
use spl_token_2022_interface::state::Account;

use crate::World;
use crate::cast::cast;

/// The Token program.
pub const TOKEN_PROGRAM: Pubkey =
    Pubkey::from_str_const("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");

/// Decimals of the payment tokens.
pub const DECIMALS: u8 = 6;
/// Base units of one dollar.
pub const DOLLAR: u64 = 1_000_000;

const MINT_LEN: usize = 82;
const ACCOUNT_LEN: usize = 165;

/// The program that owns a mint.
pub fn program_of(world: &World, mint: &Pubkey) -> Pubkey {
    world.account(mint).unwrap().owner
}

/// Creates a mint without extensions.
pub fn create_mint(
    world: &World,
    mint: &Pubkey,
    authority: &Pubkey,
    program: Pubkey,
) -> [Instruction; 2] {
    [
        allocate(&cast().payer, mint, world.rent(MINT_LEN), MINT_LEN as u64, &program),
        instruction::initialize_mint2(&program, mint, authority, Some(authority), DECIMALS)
            .unwrap(),
    ]
}

/// Address of a wallet's associated token account, for a token of the Token program.
pub fn account_of(wallet: &Pubkey, mint: &Pubkey) -> Pubkey {
    account_with(wallet, mint, &TOKEN_PROGRAM)
}

/// Address of a wallet's associated token account.
pub fn account_with(wallet: &Pubkey, mint: &Pubkey, program: &Pubkey) -> Pubkey {
    get_associated_token_address_with_program_id(wallet, mint, program)
}

/// Creates a wallet's associated token account.
pub fn create_account(wallet: &Pubkey, mint: &Pubkey, program: &Pubkey) -> Instruction {
    create_associated_token_account(&cast().payer, wallet, mint, program)
}

/// Creates a token account of the Token program that is not the associated one.
pub fn create_plain_account(
    world: &World,
    account: &Pubkey,
    mint: &Pubkey,
    owner: &Pubkey,
) -> [Instruction; 2] {
    let (len, program) = (ACCOUNT_LEN, &TOKEN_PROGRAM);
    [
        allocate(&cast().payer, account, world.rent(len), len as u64, program),
        instruction::initialize_account3(program, account, mint, owner).unwrap(),
    ]
}

/// Mints by the key that is the mint's authority.
pub fn mint_to(
    account: &Pubkey,
    mint: &Pubkey,
    authority: &Pubkey,
    amount: u64,
    program: &Pubkey,
) -> Instruction {
    instruction::mint_to(program, mint, account, authority, &[], amount).unwrap()
}

/// Sends tokens from one account to another.
pub fn transfer(
    from: &Pubkey,
    mint: &Pubkey,
    to: &Pubkey,
    owner: &Pubkey,
    amount: u64,
    program: &Pubkey,
) -> Instruction {
    instruction::transfer_checked(program, from, mint, to, owner, &[], amount, DECIMALS).unwrap()
}

/// Base units in a token account of either program.
pub fn balance(world: &World, account: &Pubkey) -> u64 {
    let data = world.data(account);
    StateWithExtensions::<Account>::unpack(&data).unwrap().base.amount
}
