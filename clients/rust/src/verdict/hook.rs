//! The hook's part of a verdict.
//!
//! Which accounts are believed is decided here as in `scrip_transfer_judge::judge`, which reads the runtime's own
//! buffer; what a record says and what the rules make of it is the same code. The chain hands the hook its data
//! aligned; here it is copied to where it is.

use anchor_lang::Discriminator as _;
use scrip_rules::refusal::Refusal;
use scrip_rules::verdict::{self, Record};
use scrip_transfer_hook::state::{Holder, POLICY_VERSION, Policy};
use scrip_transfer_judge::record::read_record;

use super::accounts::{Accounts, Fetched, read_token_account};
use crate::{ShareAddresses, Transfer};

/// Length of a record's account.
const RECORD_LEN: usize = 8 + size_of::<Holder>();

/// A record's data where the rules can read it as their own.
#[repr(C, align(8))]
struct Aligned([u8; RECORD_LEN]);

/// What `check_transfer` answers about this transfer at `now`, unix seconds.
///
/// # Errors
/// The refusal.
///
/// ```
/// # use scrip_client::{ShareAddresses, Transfer};
/// # use scrip_client::verdict::{Accounts, hook};
/// # use scrip_rules::refusal::Refusal;
/// # let (mint, issuer, registry, from, to) = Default::default();
/// # let share = ShareAddresses::new(mint, issuer, registry);
/// let answer = hook::judge(&share, &Transfer::new(&share, from, to, 1), &Accounts::default(), 0);
/// assert_eq!(answer, Err(Refusal::PolicyForged));
/// ```
pub fn judge(
    share: &ShareAddresses,
    transfer: &Transfer,
    accounts: &Accounts<'_>,
    now: i64,
) -> Result<(), Refusal> {
    let mint = share.mint.as_array();
    let policy = accounts.policy.and_then(|it| read_policy(&it)).ok_or(Refusal::PolicyForged)?;
    if policy.mint != share.mint {
        return Err(Refusal::PolicyOfOtherMint);
    }
    let source = read_token_account(accounts.source).ok_or(Refusal::SourceNotTokenAccount)?;
    if source.mint != mint {
        return Err(Refusal::SourceOfOtherMint);
    }
    let destination =
        read_token_account(accounts.destination).ok_or(Refusal::DestinationNotTokenAccount)?;
    if destination.mint != mint {
        return Err(Refusal::DestinationOfOtherMint);
    }
    let arriving = if transfer.from.account == transfer.to.account { 0 } else { transfer.amount };
    verdict::verdict(
        &policy.facts(),
        || record(&policy, source.owner, accounts.source_record),
        || record(&policy, destination.owner, accounts.destination_record),
        verdict::Transfer {
            signed_by_asset: transfer.authority == policy.authority,
            amount: transfer.amount,
            balance_after: destination.amount().saturating_add(arriving),
        },
        now,
    )
}

fn read_policy(account: &Fetched<'_>) -> Option<Policy> {
    let (tag, content) = account.data.split_first_chunk::<8>()?;
    let ours = account.owner == scrip_transfer_hook::ID
        && tag == Policy::DISCRIMINATOR
        && content.len() == size_of::<Policy>();
    let policy: Policy = ours.then(|| bytemuck::pod_read_unaligned(content))?;
    (policy.version == POLICY_VERSION).then_some(policy)
}

/// An account that there is not belongs to the system program, and holds nothing.
fn record(policy: &Policy, wallet: &[u8; 32], account: Option<Fetched<'_>>) -> Record {
    let Some(Fetched { owner, data }) = account else {
        return read_record(policy, wallet, &[0; 32], &[]);
    };
    match <[u8; RECORD_LEN]>::try_from(data).map(Aligned) {
        Ok(aligned) => read_record(policy, wallet, owner.as_array(), &aligned.0),
        // Of another length it is no record, wherever it lies.
        Err(_) => read_record(policy, wallet, owner.as_array(), data),
    }
}
