//! The list that tells wallets, and Token-2022, which accounts a transfer needs beyond the standard ones.
//!
//! Layout (`spl-tlv-account-resolution`): the discriminator of `Execute`, the length of what follows, the
//! number of entries (both `u32`), then 35 bytes for each entry: what kind it is, an address or the seeds of
//! one, whether it signs and whether it is written. The list is the same for every mint but for the policy's
//! address; a test holds it against what the library writes.

use anchor_lang::prelude::Pubkey;
use scrip_transfer_judge::EXECUTE;

use crate::seeds;
use crate::state::POLICY_REGISTRY_OFFSET;

/// How many extra accounts a transfer needs: the policy and a record for each side.
pub const EXTRA_METAS: usize = 3;

const ENTRY_LEN: usize = 35;
/// Bytes of the list without its discriminator.
pub const LIST_LEN: usize = 8 + EXTRA_METAS * ENTRY_LEN;
/// The discriminator of the list, which is that of the instruction that it is for.
pub const DISCRIMINATOR: [u8; 8] = EXECUTE;

/// An entry that is a literal address.
const LITERAL: u8 = 0;
/// An entry that is an address of the hook program, derived from seeds.
const DERIVED: u8 = 1;
/// A seed that is bytes: their number and they follow.
const SEED_BYTES: u8 = 1;
/// A seed that is a part of an account's data: account, place and length follow.
const SEED_ACCOUNT_DATA: u8 = 4;

const SOURCE: u8 = 0;
const DESTINATION: u8 = 2;
const POLICY: u8 = 5;
/// Where a token account's owner lies in its data.
const OWNER_OFFSET: u8 = 32;
const ADDRESS_LEN: u8 = 32;

/// Where the policy's address lies in the list: behind two lengths and what kind of entry it is.
const POLICY_ADDRESS: usize = 9;

/// The list for a mint with this policy, without its discriminator.
///
/// The policy is a literal address, which costs no derivation in a transfer. The records are derived
/// from the registry, read from the policy, and from the owners, read from the token accounts.
pub fn extra_metas(policy: &Pubkey) -> [u8; LIST_LEN] {
    let mut list = const { template() };
    if let Some(address) = list.get_mut(POLICY_ADDRESS..).and_then(|rest| rest.first_chunk_mut()) {
        *address = policy.to_bytes();
    }
    list
}

/// The list for a policy at the address of zeros. What is left of an entry is zero: unused room, neither
/// signer nor written.
// SECURITY: evaluated when the program is compiled, where an index out of bounds or an overflow is an error.
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation
)]
const fn template() -> [u8; LIST_LEN] {
    let mut list = [0; LIST_LEN];
    copy(&mut list, 0, &((4 + EXTRA_METAS * ENTRY_LEN) as u32).to_le_bytes());
    copy(&mut list, 4, &(EXTRA_METAS as u32).to_le_bytes());
    copy(&mut list, 8, &[LITERAL]);
    let mut entry = 8 + ENTRY_LEN;
    let mut owners: &[u8] = &[SOURCE, DESTINATION];
    while let [token_account, rest @ ..] = owners {
        copy(&mut list, entry, &[DERIVED, SEED_BYTES, seeds::HOLDER.len() as u8]);
        copy(&mut list, entry + 3, seeds::HOLDER);
        let accounts = entry + 3 + seeds::HOLDER.len();
        let registry = [SEED_ACCOUNT_DATA, POLICY, POLICY_REGISTRY_OFFSET, ADDRESS_LEN];
        copy(&mut list, accounts, &registry);
        let owner = [SEED_ACCOUNT_DATA, *token_account, OWNER_OFFSET, ADDRESS_LEN];
        copy(&mut list, accounts + 4, &owner);
        entry += ENTRY_LEN;
        owners = rest;
    }
    list
}

#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)]
const fn copy(list: &mut [u8; LIST_LEN], at: usize, bytes: &[u8]) {
    let mut place = 0;
    while place < bytes.len() {
        list[at + place] = bytes[place];
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use spl_tlv_account_resolution::account::ExtraAccountMeta;
    use spl_tlv_account_resolution::seeds::Seed;
    use spl_tlv_account_resolution::state::ExtraAccountMetaList;
    use spl_transfer_hook_interface::instruction::ExecuteInstruction;

    use super::*;

    fn record(token_account: u8) -> ExtraAccountMeta {
        let data = |account_index, data_index| Seed::AccountData {
            account_index,
            data_index,
            length: ADDRESS_LEN,
        };
        let holder = Seed::Literal { bytes: b"holder".to_vec() };
        let seeds = [holder, data(5, 104), data(token_account, 32)];
        ExtraAccountMeta::new_with_seeds(&seeds, false, false).unwrap()
    }

    #[test]
    fn the_library_writes_the_same() {
        let policy = Pubkey::new_from_array([7; 32]);
        let literal = ExtraAccountMeta::new_with_pubkey(&policy, false, false).unwrap();
        let metas = [literal, record(0), record(2)];
        let mut expected = vec![0; ExtraAccountMetaList::size_of(EXTRA_METAS).unwrap()];
        ExtraAccountMetaList::init::<ExecuteInstruction>(&mut expected, &metas).unwrap();
        assert_eq!([&DISCRIMINATOR[..], &extra_metas(&policy)].concat(), expected);
    }
}
