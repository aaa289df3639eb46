//! Token-2022: instructions, and what its accounts say.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use solana_system_interface::instruction::create_account as allocate;
use spl_associated_token_account_interface::address::get_associated_token_address_with_program_id;
use spl_associated_token_account_interface::instruction::create_associated_token_account;
use spl_token_2022_interface::extension::{
    BaseStateWithExtensions, BaseStateWithExtensionsMut, Extension, ExtensionType,
    PodStateWithExtensions, StateWithExtensions, StateWithExtensionsMut, transfer_hook,
};
use spl_token_2022_interface::state::{Account, Mint};
use spl_token_2022_interface::{instruction, pod::PodMint};

use crate::World;
use crate::cast::cast;

pub use spl_token_2022_interface::ID;

/// Decimals of the mints.
pub const DECIMALS: u8 = 8;

/// Address of a wallet's associated token account.
pub fn account_of(wallet: &Pubkey, mint: &Pubkey) -> Pubkey {
    get_associated_token_address_with_program_id(wallet, mint, &ID)
}

/// Creates a wallet's associated token account.
pub fn create_account(wallet: &Pubkey, mint: &Pubkey) -> Instruction {
    create_associated_token_account(&cast().payer, wallet, mint, &ID)
}

/// Creates a token account that is not an associated one, and can therefore be given to another owner.
pub fn create_movable_account(
    world: &World,
    account: &Pubkey,
    mint: &Pubkey,
    owner: &Pubkey,
) -> [Instruction; 2] {
    let data = world.data(mint);
    let of_mint = StateWithExtensions::<Mint>::unpack(&data).unwrap().get_extension_types();
    let required = ExtensionType::get_required_init_account_extensions(&of_mint.unwrap());
    let len = ExtensionType::try_calculate_account_len::<Account>(&required).unwrap();
    [
        allocate(&cast().payer, account, world.rent(len), len as u64, &ID),
        instruction::initialize_account3(&ID, account, mint, owner).unwrap(),
    ]
}

/// Gives a token account to another owner.
pub fn give_account(account: &Pubkey, owner: &Pubkey, new_owner: &Pubkey) -> Instruction {
    let kind = instruction::AuthorityType::AccountOwner;
    instruction::set_authority(&ID, account, Some(new_owner), kind, owner, &[]).unwrap()
}

/// Creates a mint without any other extension that names a transfer hook.
pub fn create_hooked_mint(
    world: &World,
    mint: &Pubkey,
    authority: &Pubkey,
    hook: Option<Pubkey>,
) -> [Instruction; 3] {
    let len = ExtensionType::try_calculate_account_len::<Mint>(&[ExtensionType::TransferHook]);
    let len = len.unwrap();
    let hook = transfer_hook::instruction::initialize(&ID, mint, Some(*authority), hook);
    [
        allocate(&cast().payer, mint, world.rent(len), len as u64, &ID),
        hook.unwrap(),
        instruction::initialize_mint2(&ID, mint, authority, None, DECIMALS).unwrap(),
    ]
}

/// Mints by the key that is the mint's authority.
pub fn mint_to(mint: &Pubkey, wallet: &Pubkey, authority: &Pubkey, amount: u64) -> Instruction {
    instruction::mint_to(&ID, mint, &account_of(wallet, mint), authority, &[], amount).unwrap()
}

/// Lets `delegate` move some of the wallet's tokens.
pub fn approve(wallet: &Pubkey, mint: &Pubkey, delegate: &Pubkey, amount: u64) -> Instruction {
    instruction::approve(&ID, &account_of(wallet, mint), delegate, wallet, &[], amount).unwrap()
}

/// Raw units in a wallet's token account.
pub fn balance(world: &World, wallet: &Pubkey, mint: &Pubkey) -> u64 {
    let data = world.data(&account_of(wallet, mint));
    StateWithExtensions::<Account>::unpack(&data).unwrap().base.amount
}

/// The mint without its extensions.
pub fn mint(world: &World, mint: &Pubkey) -> Mint {
    StateWithExtensions::<Mint>::unpack(&world.data(mint)).unwrap().base
}

/// An extension of a mint.
pub fn mint_extension<T: Extension + bytemuck::Pod>(world: &World, mint: &Pubkey) -> T {
    let data = world.data(mint);
    *PodStateWithExtensions::<PodMint>::unpack(&data).unwrap().get_extension::<T>().unwrap()
}

/// Sets the flags of a transfer under way on a token account, past Token-2022, which alone can do so on a
/// chain.
pub fn mark_transferring(world: &mut World, token_account: Pubkey) {
    world.edit(token_account, |account| {
        let mut state = StateWithExtensionsMut::<Account>::unpack(&mut account.data).unwrap();
        let flag = state.get_extension_mut::<transfer_hook::TransferHookAccount>().unwrap();
        flag.transferring = true.into();
    });
}
