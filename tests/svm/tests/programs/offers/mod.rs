//! Exchanges, tenders and elections.
//!
//! - [`exchange_shares`], [`tender_shares`], [`withdraw_tender`], [`settle_tender`], [`elect`],
//!   [`withdraw_election`]: what each instruction does, and its errors
//! - [`mandatory`]: what anybody may bring a holder; [`parts`]: one exchange in many; [`price_basis`]: splits
//!   in between; [`payout_errors`]: exchanges with the wrong payout
//! - [`over_subscribed`]: who gets how much of an offer; [`way_out`]: that no tender is ever stranded
//! - [`liquidation`]: the end of an asset, from announcement to closing

mod elect;
mod exchange_shares;
mod liquidation;
mod mandatory;
mod over_subscribed;
mod parts;
mod payout_errors;
mod price_basis;
mod settle_tender;
mod tender_shares;
mod way_out;
mod withdraw_election;
mod withdraw_tender;

use anchor_lang::AccountSerialize;
use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::state::{CorporateAction, Payout};
use scrip_svm_tests::issuer_program::{self, PaidWith, payout_of};
use scrip_svm_tests::{World, addresses, cast, hook_program, keys, payment, setup, token_2022};
use scrip_transfer_hook::HolderDetails;

use crate::case::Case;

/// The cases of all instructions here.
pub const CASES: &[&[Case]] = &[
    elect::CASES,
    exchange_shares::CASES,
    payout_errors::CASES,
    settle_tender::CASES,
    tender_shares::CASES,
    withdraw_election::CASES,
    withdraw_tender::CASES,
];

const DAY: i64 = 86_400;

/// The share's action with this number.
fn action_of(sequence: u32) -> Pubkey {
    addresses::action(&cast().share.asset, sequence)
}

fn read_action(world: &World, sequence: u32) -> CorporateAction {
    world.read(&action_of(sequence))
}

/// What the share's action pays in dollars.
fn cash_payout(sequence: u32) -> Pubkey {
    payout_of(&cast().share, sequence, PaidWith::Cash)
}

/// What it pays in the other share.
fn share_payout(sequence: u32) -> Pubkey {
    payout_of(&cast().share, sequence, PaidWith::Shares(&cast().other_share))
}

fn paid(world: &World, payout: &Pubkey) -> u64 {
    world.read::<Payout>(payout).paid
}

fn tender_of(sequence: u32, owner: &Pubkey) -> Pubkey {
    addresses::tender(&action_of(sequence), owner)
}

fn dollars(world: &World, wallet: &Pubkey) -> u64 {
    payment::balance(world, &payment::account_of(wallet, &cast().usd))
}

fn shares(world: &World, wallet: &Pubkey) -> u64 {
    token_2022::balance(world, wallet, &cast().share.mint)
}

fn others(world: &World, wallet: &Pubkey) -> u64 {
    token_2022::balance(world, wallet, &cast().other_share.mint)
}

fn supply(world: &World) -> u64 {
    token_2022::mint(world, &cast().share.mint).supply
}

fn lamports(world: &World) -> u64 {
    world.account(&cast().payer).unwrap().lamports
}

/// What is in the escrow of a tender, or the vault of a payout; `None`: there is none.
fn held(world: &World, of: &Pubkey) -> Option<u64> {
    let escrow = addresses::escrow(of);
    world.account(&escrow).map(|_| payment::balance(world, &escrow))
}

/// An exchange for both, signed by Alice.
fn exchange(sequence: u32, amount: u64) -> Instruction {
    let (share, other) = (&cast().share, Some(&cast().other_share));
    issuer_program::exchange_shares(share, sequence, &cast().alice, true, true, other, amount)
}

/// An exchange for cash.
fn exchange_for_cash(sequence: u32, owner: &Pubkey, by_owner: bool, amount: u64) -> Instruction {
    issuer_program::exchange_shares(&cast().share, sequence, owner, by_owner, true, None, amount)
}

/// Another account of Alice for dollars than the associated one.
fn second_dollars(world: &mut World) -> Pubkey {
    let account = keys::wallet("second dollars");
    let create = payment::create_plain_account(world, &account, &cast().usd, &cast().alice);
    world.send_all(&create).unwrap();
    account
}

/// Another account of Alice for a share than the associated one.
fn second_account(world: &mut World, mint: &Pubkey) -> Pubkey {
    let account = keys::wallet("second account");
    let create = token_2022::create_movable_account(world, &account, mint, &cast().alice);
    world.send_all(&create).unwrap();
    account
}

/// Sets what Alice's record says of her.
fn set_status(world: &mut World, status: u8) {
    let register = cast().company.register;
    world.run(hook_program::set_holder_status(&register, &cast().alice, status));
}

/// Lets Alice's record lapse: a second passes.
fn lapse(world: &mut World) {
    let (register, lapsed) = (cast().company.register, world.now() + 1);
    let details = HolderDetails { kyc_expires_at: lapsed, ..setup::details() };
    world.run(hook_program::update_holder(&register, &cast().alice, details));
    world.set_time(lapsed);
}

/// Fails unless the action's account begins with exactly this. Terms are of different lengths, and what
/// follows them is never read.
#[track_caller]
fn assert_action(world: &World, sequence: u32, expected: &CorporateAction) {
    let mut bytes = Vec::new();
    expected.try_serialize(&mut bytes).unwrap();
    assert_eq!(world.data(&action_of(sequence))[..bytes.len()], bytes);
}
