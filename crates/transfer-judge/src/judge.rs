//! Which accounts of a transfer are to be believed, and what the rules say about them.
//!
//! SECURITY ASSUMPTIONS: a policy or a record is believed for what it says inside (mint, or registry and
//! wallet) when this program owns it and its discriminator and length are right. Its address is not
//! derived again: the program creates such accounts only at the address that belongs to what it writes
//! inside, and no instruction ever changes those fields. That Token-2022 is moving tokens is believed only
//! from the `transferring` flags, which nobody else can set.

use scrip_rules::refusal::Refusal;
use scrip_rules::verdict::{Transfer, verdict};

use crate::address::{same, same_for_once};
use crate::input::{AccountView, Accounts};
use crate::record::{read_own, read_record};
use crate::state::{POLICY_VERSION, Policy};
use crate::token_2022::{TOKEN_2022_ID, TokenAccount};

/// Whether the transfer is under way or only being thought of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Token-2022 has called: both accounts must be marked as transferring.
    InFlight,
    /// A wallet or a venue asks before it sends.
    Planned,
}

/// Judges the transfer of `amount` raw units that these accounts stand for, at `now` (unix seconds).
#[inline(always)]
pub fn judge(
    accounts: &Option<Accounts<'_>>,
    amount: u64,
    stage: Stage,
    now: i64,
) -> Result<(), Refusal> {
    let Some(accounts) = accounts else {
        return Err(Refusal::AccountsMissing);
    };
    let [
        source_account,
        mint,
        destination_account,
        authority,
        _validation,
        policy,
        source_record,
        destination_record,
    ] = accounts;
    let policy = read_policy(policy).ok_or(Refusal::PolicyForged)?;
    if !same(policy.mint.as_array(), mint.address()) {
        return Err(Refusal::PolicyOfOtherMint);
    }

    let source = read_token_account(source_account).ok_or(Refusal::SourceNotTokenAccount)?;
    if !same(source.mint, mint.address()) {
        return Err(Refusal::SourceOfOtherMint);
    }
    if stage == Stage::InFlight && !source.is_transferring() {
        return Err(Refusal::SourceNotTransferring);
    }
    let destination =
        read_token_account(destination_account).ok_or(Refusal::DestinationNotTokenAccount)?;
    if !same(destination.mint, mint.address()) {
        return Err(Refusal::DestinationOfOtherMint);
    }
    if stage == Stage::InFlight && !destination.is_transferring() {
        return Err(Refusal::DestinationNotTransferring);
    }

    // Token-2022 has moved the tokens already when it calls.
    let balance_after = match stage {
        Stage::InFlight => destination.amount(),
        Stage::Planned if source_account.address() == destination_account.address() => {
            destination.amount()
        }
        Stage::Planned => destination.amount().saturating_add(amount),
    };
    verdict(
        &policy.facts(),
        || read_record(policy, source.owner, source_record.owner(), source_record.data()),
        || {
            let record = destination_record;
            read_record(policy, destination.owner, record.owner(), record.data())
        },
        Transfer {
            signed_by_asset: same_for_once(authority.address(), policy.authority.as_array()),
            amount,
            balance_after,
        },
        now,
    )
}

#[inline(always)]
fn read_token_account<'a>(view: &AccountView<'a>) -> Option<TokenAccount<'a>> {
    if !same(view.owner(), TOKEN_2022_ID.as_array()) {
        return None;
    }
    TokenAccount::read(view.data())
}

#[inline(always)]
fn read_policy<'a>(view: &AccountView<'a>) -> Option<&'a Policy> {
    let policy: &Policy = read_own(view.owner(), view.data())?;
    (policy.version == POLICY_VERSION).then_some(policy)
}
