//! Where the facts of a holder come from: one function, so that another source can be added.
//!
//! The hook asks it in every transfer, the issuer program on every mint and redemption, which Token-2022
//! tells no hook about.

use anchor_lang::Discriminator;
use scrip_rules::refusal::RecordFault;
use scrip_rules::verdict::Record;

use crate::state::Holder;

/// Reads the record of `wallet` in `registry` from an account with this owner and this data.
#[inline(always)]
pub fn read_record(
    owner: &[u8; 32],
    data: &[u8],
    registry: &[u8; 32],
    wallet: &[u8; 32],
) -> Record {
    let Some(holder) = read_own::<Holder>(owner, data) else {
        return Err(absent_or_forged(owner, data));
    };
    if !same(holder.registry.as_array(), registry) {
        return Err(RecordFault::OtherRegistry);
    }
    if !same(holder.wallet.as_array(), wallet) {
        return Err(RecordFault::OtherWallet);
    }
    holder.facts().ok_or(RecordFault::Forged)
}

/// An address that nothing was ever created at belongs to the system program and holds no data, whatever
/// lamports somebody has sent there.
#[cold]
fn absent_or_forged(owner: &[u8; 32], data: &[u8]) -> RecordFault {
    if *owner == [0; 32] && data.is_empty() { RecordFault::Missing } else { RecordFault::Forged }
}

/// The content of an account, if this program owns it and it is of this type and length.
#[inline(always)]
pub(super) fn read_own<'a, T: bytemuck::Pod + Discriminator>(
    owner: &[u8; 32],
    data: &'a [u8],
) -> Option<&'a T> {
    if !same(owner, crate::ID.as_array()) {
        return None;
    }
    let (tag, content) = data.split_first_chunk::<8>()?;
    if tag != T::DISCRIMINATOR {
        return None;
    }
    bytemuck::try_from_bytes(content).ok()
}

/// Compares two addresses as four words, with one branch at the end; comparing them as bytes is a system
/// call, and a branch a word costs more than the words it saves.
#[inline(always)]
pub(super) fn same(a: &[u8; 32], b: &[u8; 32]) -> bool {
    let (a, _) = a.as_chunks::<8>();
    let (b, _) = b.as_chunks::<8>();
    let word = |(a, b): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
    a.iter().zip(b).map(word).fold(0, |differing, word| differing | word) == 0
}
