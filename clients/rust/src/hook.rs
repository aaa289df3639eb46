//! The five accounts that a transfer of a share takes behind Token-2022's own four, derived instead of resolved:
//! for clients that know the registry already, and for those of a venue, whose program passes them on.

use anchor_lang::prelude::{AccountMeta, Pubkey};

use crate::addresses;

/// What to append to a `TransferChecked` of a share, or to a venue's instruction that makes one: in the order of
/// Token-2022's own resolver, none signs and none is written.
///
/// | | |
/// |---|---|
/// | 0 | the policy of the share |
/// | 1 | the record of the sender: of the wallet that *owns* the token account |
/// | 2 | the record of the recipient, alike |
/// | 3 | the transfer-hook program |
/// | 4 | the validation account of the mint |
///
/// `registry` is the one that the policy of the share names; one issuer's shares have the same. A record that does
/// not exist is passed all the same: the hook must see that there is none.
///
/// ```
/// use anchor_lang::prelude::Pubkey;
/// use anchor_lang::solana_program::instruction::Instruction;
/// use scrip_client::hook::hook_accounts;
///
/// # let (share, registry, alice, pool) = (Pubkey::new_unique(), Pubkey::new_unique(), Pubkey::new_unique(), Pubkey::new_unique());
/// # let mut sell = Instruction { program_id: pool, accounts: vec![], data: vec![] };
/// // Alice sells to a pool, whose address owns its vault.
/// sell.accounts.extend(hook_accounts(&share, &registry, &alice, &pool));
/// # assert_eq!(sell.accounts.len(), 5);
/// ```
#[must_use]
pub fn hook_accounts(
    share: &Pubkey,
    registry: &Pubkey,
    from_owner: &Pubkey,
    to_owner: &Pubkey,
) -> [AccountMeta; 5] {
    [
        addresses::policy(share),
        addresses::holder(registry, from_owner),
        addresses::holder(registry, to_owner),
        scrip_transfer_hook::ID,
        addresses::extra_account_metas(share),
    ]
    .map(|address| AccountMeta::new_readonly(address, false))
}
