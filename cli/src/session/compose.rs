//! A message of instructions: a durable nonce is advanced first, then come limit and price of compute units.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use anyhow::{Context as _, ensure};
use solana_hash::Hash;
use solana_message::{VersionedMessage, v0};
use solana_system_interface::instruction::advance_nonce_account;

use super::budget::Budget;
use super::nonce::Nonce;

/// Bytes that a transaction may have, signatures included.
const MOST_BYTES: usize = 1_232;
const SIGNATURE_BYTES: usize = 64;

/// Puts a message together. Where there is no room for the budget it is left out, and the network's own limit holds.
///
/// # Errors
/// If it does not fit into one transaction.
pub fn compose(
    payer: &Pubkey,
    instructions: &[Instruction],
    budget: Budget,
    nonce: Option<&Nonce>,
    blockhash: Hash,
) -> anyhow::Result<VersionedMessage> {
    let with = |budget: Vec<Instruction>| {
        let first = nonce.map(|nonce| advance_nonce_account(&nonce.account, &nonce.authority));
        let all: Vec<_> =
            first.into_iter().chain(budget).chain(instructions.iter().cloned()).collect();
        let message = v0::Message::try_compile(payer, &all, &[], blockhash);
        message.map(VersionedMessage::V0).context("the transaction cannot be put together")
    };
    let whole = with(budget.instructions())?;
    if size(&whole) <= MOST_BYTES {
        return Ok(whole);
    }
    let bare = with(Vec::new())?;
    let bytes = size(&bare);
    ensure!(
        bytes <= MOST_BYTES,
        "the transaction has {bytes} bytes, and {MOST_BYTES} are allowed: do less at once"
    );
    Ok(bare)
}

/// Of the transaction, with its signatures and their number.
fn size(message: &VersionedMessage) -> usize {
    let signatures = usize::from(message.header().num_required_signatures);
    signatures
        .saturating_mul(SIGNATURE_BYTES)
        .saturating_add(message.serialize().len())
        .saturating_add(1)
}
