//! Which accounts of a transfer are to be believed, and what the rules say about them.
//!
//! SECURITY ASSUMPTIONS: a policy or a record is believed for what it says inside (mint, or registry and
//! wallet) when this program owns it and its discriminator and length are right. Its address is not
//! derived again: only `create_policy` and `onboard_holder` write such accounts, at the address that
//! belongs to what they write inside, and no instruction ever changes those fields. That Token-2022 is
//! moving tokens is believed only from the `transferring` flags, which nobody else can set.

use scrip_rules::refusal::Refusal;
use scrip_rules::verdict::{Transfer, verdict};

use super::clock::now;
use super::input::{AccountView, Accounts};
use super::record::{read_own, read_record, same};
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

/// Judges the transfer that these accounts stand for.
#[inline(always)]
pub fn judge(accounts: &Accounts<'_>, stage: Stage) -> Result<(), Refusal> {
    let [
        Some(source),
        Some(mint),
        Some(destination),
        Some(authority),
        Some(_validation),
        Some(policy),
        Some(source_record),
        Some(destination_record),
    ] = accounts
    else {
        return Err(Refusal::AccountsMissing);
    };
    let policy = read_policy(policy).ok_or(Refusal::PolicyForged)?;
    if !same(policy.mint.as_array(), mint.address()) {
        return Err(Refusal::PolicyOfOtherMint);
    }

    let source = read_token_account(source).ok_or(Refusal::SourceNotTokenAccount)?;
    let destination = read_token_account(destination).ok_or(Refusal::DestinationNotTokenAccount)?;
    if !same(source.mint, mint.address()) {
        return Err(Refusal::SourceOfOtherMint);
    }
    if !same(destination.mint, mint.address()) {
        return Err(Refusal::DestinationOfOtherMint);
    }
    if stage == Stage::InFlight {
        if !source.is_transferring() {
            return Err(Refusal::SourceNotTransferring);
        }
        if !destination.is_transferring() {
            return Err(Refusal::DestinationNotTransferring);
        }
    }

    let registry = policy.registry.as_array();
    verdict(
        &policy.facts(),
        read_record(source_record.owner(), source_record.data(), registry, source.owner),
        read_record(
            destination_record.owner(),
            destination_record.data(),
            registry,
            destination.owner,
        ),
        Transfer { signed_by_asset: same(authority.address(), policy.authority.as_array()) },
        // Without a clock no check is still valid.
        now().unwrap_or(i64::MAX),
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
