//! `update_extra_metas` of the transfer-hook program, by an authority that is a key

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{Transfer, World, addresses, cast, hook_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::ExtraMetasUpdated;

use crate::case::{Case, assert_all_fail, case};

/// Where the list begins: behind its type, its length in bytes and its length in entries.
const ENTRIES: usize = 8 + 4 + 4;
/// Bytes of an entry.
const ENTRY: u32 = 35;

#[test]
fn writes_what_the_policy_was_created_with() {
    let (mint, policy) = (cast().hooked_mint, addresses::policy(&cast().hooked_mint));
    let metas = addresses::extra_account_metas(&mint);
    let transfer = Transfer::new(&mint, &cast().alice, &cast().bob, 1);
    let mut ready = World::new();
    let created = ready.account(&metas).unwrap();
    // As it is, with wrong entries, with no entry, and with two as a version might have written it that
    // asked for fewer.
    let tampers: [fn(&mut Vec<u8>); 4] = [
        |_| {},
        |data| data[ENTRIES..].fill(7),
        |data| data[ENTRIES - 4..].fill(0),
        |data| {
            data[8..12].copy_from_slice(&(4 + 2 * ENTRY).to_le_bytes());
            data[12..ENTRIES].copy_from_slice(&2u32.to_le_bytes());
            data[ENTRIES + 2 * ENTRY as usize..].fill(0);
        },
    ];
    for tamper in tampers {
        let mut world = ready.clone();
        world.edit(metas, |account| tamper(&mut account.data));
        let receipt = world.run(hook_program::update_extra_metas());
        assert_eq!(world.account(&metas).unwrap(), created);
        receipt.assert_event(ID, &ExtraMetasUpdated { policy, mint });
        assert_eq!(receipt.event_count(), 1);
        transfer.send(&mut world).unwrap();
    }
    // Control: with a wrong entry, a transfer does not even get to the hook.
    let instruction = transfer.instruction(&ready);
    ready.edit(metas, |account| account.data[ENTRIES + 1] ^= 1);
    let failure = ready.refuse(instruction);
    assert!(!failure.logged(&format!("Program {ID} invoke")), "{}", failure.logs.join("\n"));
}

/// The instruction with another account for the list.
fn update_at(list: Pubkey) -> Instruction {
    let mut instruction = hook_program::update_extra_metas();
    instruction.accounts[2].pubkey = list;
    instruction
}

pub const CASES: &[Case] = &[
    case(HookError::NotPolicyAuthority as u32, "somebody else signs", |_| {
        let mut instruction = hook_program::update_extra_metas();
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(HookError::NotPolicyAuthority as u32, "another mint's policy and list", |_| {
        let mut instruction = update_at(cast().share.metas);
        instruction.accounts[1].pubkey = cast().share.policy;
        instruction
    }),
    case(HookError::NotValidationAccount as u32, "another mint's list", |_| {
        update_at(cast().share.metas)
    }),
    case(HookError::NotValidationAccount as u32, "the policy", |_| {
        update_at(addresses::policy(&cast().hooked_mint))
    }),
    case(HookError::NotValidationAccount as u32, "a wallet", |_| update_at(cast().mallory)),
    case(HookError::NotValidationAccount as u32, "a list of another length", |world| {
        let list = addresses::extra_account_metas(&cast().hooked_mint);
        world.edit(list, |account| account.data.push(0));
        hook_program::update_extra_metas()
    }),
    case(HookError::NotValidationAccount as u32, "no list", |world| {
        let list = addresses::extra_account_metas(&cast().hooked_mint);
        world.edit(list, |account| account.data.clear());
        hook_program::update_extra_metas()
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
