//! Signatures of the keys at hand; those of keys elsewhere are left out.

use anyhow::bail;
use solana_message::VersionedMessage;
use solana_signature::Signature;
use solana_signer::Signer as _;
use solana_transaction::versioned::VersionedTransaction;

use crate::plan::Signatory;

/// Checks that every key that has to sign is at hand.
///
/// # Errors
/// If one is not.
pub fn require_held(message: &VersionedMessage, signatories: &[&Signatory]) -> anyhow::Result<()> {
    let required = usize::from(message.header().num_required_signatures);
    for address in message.static_account_keys().iter().take(required) {
        let held = signatories
            .iter()
            .any(|one| matches!(one, Signatory::Held(_)) && one.address() == *address);
        if !held {
            bail!(
                "{address} has to sign, and its key is not at hand: use --sign-only or --propose"
            );
        }
    }
    Ok(())
}

/// The message with the signatures of the keys at hand.
#[must_use]
pub fn sign(message: VersionedMessage, signatories: &[&Signatory]) -> VersionedTransaction {
    let required = usize::from(message.header().num_required_signatures);
    let mut transaction =
        VersionedTransaction { signatures: vec![Signature::default(); required], message };
    add_signatures(&mut transaction, signatories);
    transaction
}

/// Adds the signatures of the keys at hand to a transaction. How many there were to add.
pub fn add_signatures(transaction: &mut VersionedTransaction, signatories: &[&Signatory]) -> usize {
    let message = transaction.message.serialize();
    let mut added = 0_usize;
    let keys = transaction.message.static_account_keys().to_vec();
    for (key, signature) in keys.iter().zip(&mut transaction.signatures) {
        let held = signatories.iter().find_map(|one| match one {
            Signatory::Held(keypair) if keypair.pubkey() == *key => Some(keypair),
            _ => None,
        });
        if let Some(keypair) = held {
            *signature = keypair.sign_message(&message);
            added = added.saturating_add(1);
        }
    }
    added
}
