//! Tokens of Token-2022 that somebody may want to pay with, and which turn bad once they are accepted.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_svm_tests::payment::{self, DOLLAR};
use scrip_svm_tests::{World, addresses, cast, idl, issuer_program, keys, token_2022};
use spl_token_2022_interface::extension::transfer_hook;

/// A token that names no hook and may name one later: listed and accepted. Alice and the treasury have some.
pub fn hookable_money(world: &mut World) -> Pubkey {
    let (share, mallory, mint) = (cast().share, cast().mallory, keys::wallet("hookable money"));
    let create = token_2022::create_hooked_mint(world, &mint, &mallory, None);
    world.send_all(&create).unwrap();
    world.run(issuer_program::add_payment_mint(&share, mint));
    world.run(issuer_program::change_asset(&share, Change::PaymentMint { mint, accepted: true }));
    for wallet in [cast().alice, share.company.treasury()] {
        world.run(token_2022::create_account(&wallet, &mint));
        world.run(token_2022::mint_to(&mint, &wallet, &mallory, 10_000 * DOLLAR));
    }
    mint
}

/// Lets it name a hook from now on.
pub fn hook(world: &mut World, mint: &Pubkey) {
    let hook = Some(scrip_transfer_hook::ID);
    let update =
        transfer_hook::instruction::update(&token_2022::ID, mint, &cast().mallory, &[], hook);
    world.run(update.unwrap());
}

/// The instruction with this name about Alice, with another token of Token-2022 in the place of the dollars.
pub fn paid_in(name: &str, mut instruction: Instruction, mint: &Pubkey) -> Instruction {
    let alices = token_2022::account_of(&cast().alice, mint);
    let treasurys = token_2022::account_of(&cast().company.treasury(), mint);
    for (account, key) in [
        ("payment_mint", *mint),
        ("payment_listing", addresses::payment_listing(&cast().share.asset, mint)),
        ("payment_token_program", token_2022::ID),
        ("treasury_account", treasurys),
        ("refund", alices),
        ("payment_destination", alices),
        ("payment_source", if name == "settle_redemption" { treasurys } else { alices }),
    ] {
        if let Some(place) = idl::place_of("scrip_issuer", name, account) {
            instruction.accounts[place].pubkey = key;
        }
    }
    instruction
}

/// Alice's dollars, or the treasury's.
pub fn dollars_of(wallet: &Pubkey) -> Pubkey {
    payment::account_of(wallet, &cast().usd)
}
