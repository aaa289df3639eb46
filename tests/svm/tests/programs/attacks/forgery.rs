//! Accounts of a transfer that look like what they are to be. Registers are in [`super::impostors`].

use std::mem::offset_of;

use anchor_lang::Discriminator;
use anchor_lang::prelude::{Pubkey, pubkey};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::cast::Register;
use scrip_svm_tests::setup::{details, registrar_args};
use scrip_svm_tests::transfer::{answer, check_transfer, execute};
use scrip_svm_tests::{Transfer, World, addresses, cast, hook_program, keys, token_2022};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::state::{Holder, Policy};
use solana_account::Account;

use crate::transfer::assert_refused;

/// The older token program, whose accounts read alike.
const SPL_TOKEN: Pubkey = pubkey!("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");

const SOURCE: usize = 0;
const DESTINATION: usize = 2;
const POLICY: usize = 5;
const SOURCE_RECORD: usize = 6;
const DESTINATION_RECORD: usize = 7;

/// Where an account of ours says which version of its layout it has.
const VERSION: usize = 8;

fn forged() -> Pubkey {
    keys::wallet("forged")
}

/// Puts a changed copy of the account at this place of a transfer there, and returns what the hook says:
/// the same of a planned transfer and of one under way.
fn verdict(place: usize, change: impl FnOnce(&mut Account)) -> u16 {
    let mut world = World::new();
    let transfer = Transfer::new(&cast().share.mint, &cast().alice, &cast().bob, 1);
    let mut accounts = transfer.hook_accounts(&world);
    for place in [SOURCE, DESTINATION] {
        token_2022::mark_transferring(&mut world, accounts[place].pubkey);
    }
    let mut copy = world.account(&accounts[place].pubkey).unwrap();
    change(&mut copy);
    world.set_account(forged(), copy);
    accounts[place].pubkey = forged();
    let answer = answer(&world.run(check_transfer(accounts.clone(), 1)));
    match world.send(execute(accounts, 1)) {
        Ok(_) => assert_eq!(answer, 0),
        Err(failure) => failure.assert_code(answer.into(), "a forged account"),
    }
    answer
}

/// A change to a copy of an account of ours that makes it a forgery, and what it is called.
pub type Forgery = (&'static str, Box<dyn FnOnce(&mut Account)>);

/// Ways to forge an account of any type, given the discriminator of another type.
pub fn forgeries(other_tag: &'static [u8]) -> Vec<Forgery> {
    vec![
        ("another owner", Box::new(|account| account.owner = cast().mallory)),
        ("the issuer program as owner", Box::new(|account| account.owner = scrip_issuer::ID)),
        ("the system as owner", Box::new(|account| account.owner = Pubkey::default())),
        ("another type", Box::new(|account| account.data[..8].copy_from_slice(other_tag))),
        ("no type", Box::new(|account| account.data[..8].fill(0))),
        ("a byte short", Box::new(|account| account.data.truncate(account.data.len() - 1))),
        ("a byte long", Box::new(|account| account.data.push(0))),
        ("empty", Box::new(|account| account.data.clear())),
        ("a type alone", Box::new(|account| account.data.truncate(8))),
    ]
}

/// The same for an account that a transfer reads, which looks at its version as well.
fn forgeries_of_what_is_read(other_tag: &'static [u8]) -> Vec<Forgery> {
    let mut forgeries = forgeries(other_tag);
    forgeries.push(("version 0", Box::new(|account| account.data[VERSION] = 0)));
    forgeries.push(("version 2", Box::new(|account| account.data[VERSION] = 2)));
    forgeries
}

#[test]
fn a_copy_in_the_right_shape_is_what_the_controls_are() {
    // The address of a policy or a record is not derived again; what it says inside is what counts. Only
    // the program itself can write such an account.
    for place in [POLICY, SOURCE_RECORD, SOURCE] {
        assert_eq!(verdict(place, |_| {}), 0);
    }
}

#[test]
fn a_forged_policy_is_refused() {
    for (what, forge) in forgeries_of_what_is_read(Holder::DISCRIMINATOR) {
        assert_eq!(verdict(POLICY, forge), Refusal::PolicyForged.code(), "{what}");
    }
}

#[test]
fn a_forged_record_is_refused() {
    for (what, forge) in forgeries_of_what_is_read(Policy::DISCRIMINATOR) {
        assert_eq!(verdict(SOURCE_RECORD, forge), Refusal::SourceForged.code(), "{what}");
    }
    for (what, byte, value) in
        [("kind 0", 10, 0), ("kind 3", 10, 3), ("status 0", 11, 0), ("status 5", 11, 5)]
    {
        let forge = |account: &mut Account| account.data[byte] = value;
        assert_eq!(verdict(SOURCE_RECORD, forge), Refusal::SourceForged.code(), "{what}");
    }
}

#[test]
fn a_policy_of_unknown_modes_admits_nobody_whom_it_does_not_know() {
    // No instruction writes such a policy. Unknown modes fail closed: everybody needs a record, and no
    // country is on a list that nobody knows how to read.
    let country = offset_of!(Policy, jurisdiction_mode);
    let admission = offset_of!(Policy, admission_mode);
    for mode in [0, 3, 255] {
        let unread = |account: &mut Account| account.data[8 + country] = mode;
        assert_eq!(verdict(POLICY, unread), Refusal::SourceJurisdiction.code());
        let unknown = |account: &mut Account| account.data[8 + admission] = mode;
        assert_eq!(verdict(POLICY, unknown), 0);
        let mut world = World::new();
        world.edit(cast().share.policy, unknown);
        let to_carol = Transfer::new(&cast().share.mint, &cast().alice, &cast().carol, 1);
        assert_refused(&world, &to_carol, Refusal::DestinationMissing);
    }
}

#[test]
fn an_empty_policy_admits_nobody() {
    // No instruction writes such a policy either: whose it is, and zeros for all its terms.
    let empty = |account: &mut Account| {
        let content = &mut account.data[8..];
        let Policy { version, bump, mint, registry, authority, .. } =
            bytemuck::pod_read_unaligned(content);
        let zeros = bytemuck::Zeroable::zeroed();
        let policy = Policy { version, bump, mint, registry, authority, ..zeros };
        content.copy_from_slice(bytemuck::bytes_of(&policy));
    };
    let refusal = Refusal::SourceJurisdiction;
    assert_eq!(verdict(POLICY, empty), refusal.code());
    let mut world = World::new();
    world.edit(cast().share.policy, empty);
    for (from, to) in [(cast().alice, cast().bob), (cast().bob, cast().alice)] {
        assert_refused(&world, &Transfer::new(&cast().share.mint, &from, &to, 1), refusal);
    }
}

#[test]
fn a_record_of_a_registry_of_mallorys_own_is_of_no_use() {
    let mut world = World::new();
    let mallory = cast().mallory;
    world.run(hook_program::create_registry(mallory, 0));
    let address = addresses::registry(&mallory, 0);
    let registrar = addresses::registrar(&address, &mallory);
    let own = Register { authority: mallory, address, officer: mallory, registrar };
    world.run(hook_program::grant_registrar(&own, registrar_args(mallory)));
    world.run(hook_program::onboard_holder(&own, cast().carol, details()));

    let to_carol = Transfer::new(&cast().share.mint, &cast().alice, &cast().carol, 1);
    let mut instruction = to_carol.instruction(&world);
    instruction.accounts[DESTINATION_RECORD - 1].pubkey = own.holder(&cast().carol);
    let failure = world.refuse(instruction);
    assert!(!failure.logged(&format!("Program {ID} invoke")), "Token-2022 looks for ours");

    let mut accounts = to_carol.hook_accounts(&world);
    accounts[DESTINATION_RECORD].pubkey = own.holder(&cast().carol);
    let code = Refusal::DestinationOtherRegistry.code();
    assert_eq!(answer(&world.run(check_transfer(accounts.clone(), 1))), code);
    for place in [SOURCE, DESTINATION] {
        token_2022::mark_transferring(&mut world, accounts[place].pubkey);
    }
    world.refuse(execute(accounts, 1)).assert_code(code.into(), "Mallory's own registry");
}

#[test]
fn an_empty_account_of_the_system_is_no_record_wherever_it_lies() {
    let absent = |account: &mut Account| {
        account.owner = Pubkey::default();
        account.data.clear();
    };
    assert_eq!(verdict(SOURCE_RECORD, absent), Refusal::SourceMissing.code());
}

#[test]
fn one_wrong_bit_in_registry_or_wallet_is_enough() {
    for bit in [0, 77, 255] {
        let flip = |field: usize| {
            move |account: &mut Account| account.data[8 + field + bit / 8] ^= 1 << (bit % 8)
        };
        let of_registry = offset_of!(Holder, registry);
        let of_wallet = offset_of!(Holder, wallet);
        assert_eq!(verdict(SOURCE_RECORD, flip(of_registry)), Refusal::SourceOtherRegistry.code());
        assert_eq!(verdict(SOURCE_RECORD, flip(of_wallet)), Refusal::SourceOtherWallet.code());
        let (of_mint, of_registry) = (offset_of!(Policy, mint), offset_of!(Policy, registry));
        assert_eq!(verdict(POLICY, flip(of_mint)), Refusal::PolicyOfOtherMint.code());
        assert_eq!(verdict(POLICY, flip(of_registry)), Refusal::SourceOtherRegistry.code());
    }
}

#[test]
fn a_multisig_that_reads_like_a_token_account_is_refused() {
    // Token-2022 owns multisigs too, tells them by their length alone, and their signers are whatever
    // bytes somebody chose.
    let lengthen = |account: &mut Account| account.data.resize(355, 0);
    assert_eq!(verdict(SOURCE, lengthen), Refusal::SourceNotTokenAccount.code());
}

#[test]
fn a_token_account_of_another_program_or_mint_is_refused() {
    let sides = [
        (SOURCE, Refusal::SourceNotTokenAccount, Refusal::SourceOfOtherMint),
        (DESTINATION, Refusal::DestinationNotTokenAccount, Refusal::DestinationOfOtherMint),
    ];
    for (place, not_one, of_other_mint) in sides {
        for owner in [SPL_TOKEN, ID, cast().mallory, Pubkey::default()] {
            let forged = verdict(place, |account| account.owner = owner);
            assert_eq!(forged, not_one.code(), "of {owner}");
        }
        for mint in [cast().other_share.mint, cast().foreign_share.mint, cast().hooked_mint] {
            let forged =
                verdict(place, |account| account.data[..32].copy_from_slice(&mint.to_bytes()));
            assert_eq!(forged, of_other_mint.code(), "of {mint}");
        }
    }
}

#[test]
fn a_mint_or_an_uninitialised_account_is_no_token_account() {
    let code = Refusal::SourceNotTokenAccount.code();
    assert_eq!(verdict(SOURCE, |account| account.data[165] = 1), code);
    assert_eq!(verdict(SOURCE, |account| account.data[165] = 0), code);
    assert_eq!(verdict(SOURCE, |account| account.data[108] = 0), code);
    assert_eq!(verdict(SOURCE, |account| account.data.truncate(165)), code);
}
