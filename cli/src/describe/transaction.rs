//! A transaction with its signatures: what it does, who has signed, until when it can be sent. Asks no node.

use std::collections::HashSet;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::{AccountMeta, Instruction};
use solana_message::VersionedMessage;
use solana_signature::Signature;
use solana_system_interface::instruction::SystemInstruction;
use solana_transaction::versioned::VersionedTransaction;

use super::instruction::{Described, describe};

/// The instructions of a message, with their accounts. Those from lookup tables are not known without a node, and are
/// named as the zero address.
#[must_use]
pub fn instructions(message: &VersionedMessage) -> Vec<Instruction> {
    let keys = message.static_account_keys();
    let key = |place: u8| keys.get(usize::from(place)).copied().unwrap_or_default();
    let compiled = message.instructions().iter();
    compiled
        .map(|compiled| Instruction {
            program_id: key(compiled.program_id_index),
            accounts: compiled
                .accounts
                .iter()
                .map(|place| AccountMeta {
                    pubkey: key(*place),
                    is_signer: message.is_signer(usize::from(*place)),
                    is_writable: writable(message, usize::from(*place)),
                })
                .collect(),
            data: compiled.data.clone(),
        })
        .collect()
}

/// Whether a message writes the account at this place.
#[must_use]
pub fn writable(message: &VersionedMessage, place: usize) -> bool {
    message.is_maybe_writable_with_reserved_addresses(place, None::<&HashSet<Pubkey>>)
}

/// What each instruction does.
#[must_use]
pub fn described(message: &VersionedMessage) -> Vec<Described> {
    instructions(message).iter().map(describe).collect()
}

/// Who has signed (and whether the signature is theirs), and who has not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signers {
    /// Signed, and the signature holds.
    pub present: Vec<Pubkey>,
    /// Not signed.
    pub missing: Vec<Pubkey>,
    /// Signed something else, or not with their key.
    pub wrong: Vec<Pubkey>,
}

/// Checks every signature.
#[must_use]
pub fn signers(transaction: &VersionedTransaction) -> Signers {
    let mut signers = Signers::default();
    let required = usize::from(transaction.message.header().num_required_signatures);
    let message = transaction.message.serialize();
    let keys = transaction.message.static_account_keys().iter().take(required);
    for (place, key) in keys.enumerate() {
        let signature = transaction.signatures.get(place).copied().unwrap_or_default();
        if signature == Signature::default() {
            signers.missing.push(*key);
        } else if signature.verify(key.as_ref(), &message) {
            signers.present.push(*key);
        } else {
            signers.wrong.push(*key);
        }
    }
    signers
}

/// The account of the durable nonce that the transaction begins with advancing, and its authority.
#[must_use]
pub fn nonce(message: &VersionedMessage) -> Option<(Pubkey, Pubkey)> {
    let first = instructions(message).into_iter().next()?;
    let advances = first.program_id == solana_sdk_ids::system_program::ID
        && matches!(bincode::deserialize(&first.data), Ok(SystemInstruction::AdvanceNonceAccount));
    let (account, authority) = (first.accounts.first()?, first.accounts.get(2)?);
    advances.then_some((account.pubkey, authority.pubkey))
}
