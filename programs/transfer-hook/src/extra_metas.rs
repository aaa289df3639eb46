//! The list that tells wallets, and Token-2022, which accounts a transfer needs beyond the standard ones.

use anchor_lang::prelude::*;
use spl_tlv_account_resolution::account::ExtraAccountMeta;
use spl_tlv_account_resolution::seeds::Seed;

use crate::seeds;
use crate::state::POLICY_REGISTRY_OFFSET;

/// How many extra accounts a transfer needs: the policy and a record for each side.
pub const EXTRA_METAS: usize = 3;

const SOURCE: u8 = 0;
const DESTINATION: u8 = 2;
const POLICY: u8 = 5;
/// Where a token account's owner lies in its data.
const OWNER_OFFSET: u8 = 32;
const ADDRESS_LEN: u8 = 32;

/// The list for a mint with this policy.
///
/// The policy is a literal address, which costs no derivation in a transfer. The records are derived
/// from the registry, read from the policy, and from the owners, read from the token accounts.
pub fn extra_metas(policy: &Pubkey) -> Result<[ExtraAccountMeta; EXTRA_METAS]> {
    Ok([
        ExtraAccountMeta::new_with_pubkey(policy, false, false)?,
        record_of_owner(SOURCE)?,
        record_of_owner(DESTINATION)?,
    ])
}

fn record_of_owner(token_account: u8) -> Result<ExtraAccountMeta> {
    let registry = Seed::AccountData {
        account_index: POLICY,
        data_index: POLICY_REGISTRY_OFFSET,
        length: ADDRESS_LEN,
    };
    let owner = Seed::AccountData {
        account_index: token_account,
        data_index: OWNER_OFFSET,
        length: ADDRESS_LEN,
    };
    let holder = Seed::Literal { bytes: seeds::HOLDER.to_vec() };
    Ok(ExtraAccountMeta::new_with_seeds(&[holder, registry, owner], false, false)?)
}
