//! Where the facts of a holder come from: one function, so that another source can be added.
//!
//! The hook asks it in every transfer, the issuer program on every mint and redemption, which Token-2022
//! tells no hook about.

use anchor_lang::Discriminator;
use scrip_rules::refusal::RecordFault;
use scrip_rules::verdict::Record;

use crate::address::{same, same_for_once};
use crate::state::{Holder, Policy};

/// Reads what `policy` may know of `wallet` from an account with this owner and this data.
#[inline(always)]
pub fn read_record(policy: &Policy, wallet: &[u8; 32], owner: &[u8; 32], data: &[u8]) -> Record {
    if same_for_once(wallet, policy.authority.as_array()) {
        return Record::Asset;
    }
    let Some(holder) = read_own::<Holder>(owner, data) else {
        return Record::Fault(absent_or_forged(owner, data));
    };
    if !same(holder.registry.as_array(), policy.registry.as_array()) {
        return Record::Fault(RecordFault::OtherRegistry);
    }
    if !same(holder.wallet.as_array(), wallet) {
        return Record::Fault(RecordFault::OtherWallet);
    }
    match holder.facts() {
        Some(facts) => Record::Holder(facts),
        None => Record::Fault(RecordFault::Forged),
    }
}

/// An address that nothing was ever created at belongs to the system program and holds no data, whatever
/// lamports somebody has sent there. That the address is the one that the wallet's record would have is
/// Token-2022's doing: it derives it from the token account's owner and takes no other.
#[cold]
fn absent_or_forged(owner: &[u8; 32], data: &[u8]) -> RecordFault {
    if *owner == [0; 32] && data.is_empty() { RecordFault::Missing } else { RecordFault::Forged }
}

/// The content of an account, if the transfer-hook program owns it and it is of this type and length.
#[inline(always)]
pub fn read_own<'a, T: bytemuck::Pod + Discriminator>(
    owner: &[u8; 32],
    data: &'a [u8],
) -> Option<&'a T> {
    if !same(owner, crate::ID.as_array()) || data.len() != size_of::<T>().wrapping_add(8) {
        return None;
    }
    let (tag, content) = data.split_first_chunk::<8>()?;
    if tag != T::DISCRIMINATOR {
        return None;
    }
    bytemuck::try_from_bytes(content).ok()
}
