//! Where Token-2022 itself keeps shares from going back: what happens then, and the way out afterwards.

use anchor_lang::prelude::AccountMeta;
use scrip_svm_tests::keys;
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;
use spl_token_2022_interface::extension::{ExtensionType, memo_transfer};
use spl_token_2022_interface::instruction as token;
use token_2022::ID;

use super::*;

/// Token-2022's `AccountFrozen`.
pub const FROZEN: u32 = 17;
/// Token-2022's `MintPaused`.
pub const PAUSED: u32 = 67;
/// Token-2022 calls a hook that it was not given.
pub const WITHOUT_HOOK: TransactionError =
    TransactionError::InstructionError(0, InstructionError::MissingAccount);
/// Token-2022's `NoMemo`.
const NO_MEMO: u32 = 36;

/// At the deadline, with both escrows open.
pub fn due() -> World {
    let mut world = World::new();
    world.run(subscribe());
    world.run(request());
    world.set_time(REQUEST.deadline);
    world
}

/// Another account of Alice, for shares.
fn other_account(world: &mut World) -> Pubkey {
    let (account, share) = (keys::wallet("alice's other shares"), cast().share);
    let create = token_2022::create_movable_account(world, &account, &share.mint, &cast().alice);
    world.send_all(&create).unwrap();
    account
}

#[test]
fn a_paused_share_waits_for_the_end_of_the_pause() {
    let mut world = due();
    let before = Books::of(&world);
    world.run(issuer_program::pause(&cast().share));
    assert_eq!(world.refuse(reclaim()).code(), Some(PAUSED));
    assert_eq!(world.refuse(reject_redemption()).code(), Some(PAUSED));
    world.run(cancel());
    world.run(issuer_program::unpause(&cast().share));
    world.run(reclaim());
    assert_eq!(Books::of(&world).of_alice(), before.of_alice());
}

/// The asset is the freeze authority and has no instruction to freeze: this is staged.
#[test]
fn a_frozen_account_for_shares_can_be_replaced() {
    let mut world = due();
    let own = token_2022::account_of(&cast().alice, &cast().share.mint);
    world.edit(own, |account| account.data[108] = 2);
    assert_eq!(world.refuse(reclaim()).code(), Some(FROZEN));
    let other = other_account(&mut world);
    world.run(instead(reclaim(), &own, &other));
    assert_eq!(payment::balance(&world, &other), 10 * TOKEN);
}

#[test]
fn an_account_that_demands_memos_can_be_replaced_or_tamed() {
    let mut world = due();
    let (share, alice, payer) = (cast().share, cast().alice, cast().payer);
    let own = token_2022::account_of(&alice, &share.mint);
    let room = [ExtensionType::MemoTransfer];
    world.run(token::reallocate(&ID, &own, &payer, &alice, &[], &room).unwrap());
    let demand = memo_transfer::instruction::enable_required_transfer_memos;
    world.run(demand(&ID, &own, &alice, &[]).unwrap());
    assert_eq!(world.refuse(reclaim()).code(), Some(NO_MEMO));
    let mut replaced = world.clone();
    let other = other_account(&mut replaced);
    replaced.run(instead(reclaim(), &own, &other));
    assert_eq!(payment::balance(&replaced, &other), 10 * TOKEN);
    let tame = memo_transfer::instruction::disable_required_transfer_memos;
    world.run(tame(&ID, &own, &alice, &[]).unwrap());
    world.run(reclaim());
    assert_eq!(Books::of(&world).shares, 1_000 * TOKEN);
}

#[test]
fn without_a_hook_program_shares_go_back() {
    let mut world = due();
    change(&mut world, Change::HookProgram { program: Pubkey::default() });
    world.run(reclaim());
    assert_eq!(Books::of(&world).shares, 1_000 * TOKEN);
}

/// The compute-budget program stands for another hook: it lets every call pass.
#[test]
fn another_hook_program_gets_its_accounts() {
    let other = Pubkey::from_str_const("ComputeBudget111111111111111111111111111111");
    for back in [reclaim(), reject_redemption()] {
        let mut world = due();
        change(&mut world, Change::HookProgram { program: other });
        assert_eq!(world.refuse(back.clone()).error, WITHOUT_HOOK);
        let mut with_it = back;
        with_it.accounts.push(AccountMeta::new_readonly(other, false));
        world.run(with_it);
        assert_eq!(Books::of(&world).shares, 1_000 * TOKEN);
    }
}
