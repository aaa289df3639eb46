//! Whom the register lets give shares up and be paid, where Token-2022 calls no hook.

use anchor_lang::prelude::*;
use scrip_rules::holder::HolderKind;
use scrip_rules::refusal::Refusal;
use scrip_transfer_hook::state::Policy;

use crate::error::refused;

/// Fails if the asset stands still at `now` (unix seconds), or if the record in this account does not let
/// `wallet` give shares up. Returns whom the record is about.
pub(crate) fn admit_giver(
    policy: &AccountLoader<'_, Policy>,
    record: &AccountInfo<'_>,
    wallet: &Pubkey,
    now: i64,
) -> Result<HolderKind> {
    let policy = policy.load()?;
    if policy.facts().blackout.in_force(now) {
        return Err(refused(Refusal::Blackout));
    }
    policy.admit(record, wallet, now).map_err(|fault| refused(Refusal::of_source(fault)))
}

/// Fails unless the record in this account lets `wallet` be paid. A blackout stops no cash.
pub(crate) fn admit_payee(
    policy: &AccountLoader<'_, Policy>,
    record: &AccountInfo<'_>,
    wallet: &Pubkey,
    now: i64,
) -> Result<()> {
    let policy = policy.load()?;
    let admitted = policy.admit(record, wallet, now);
    admitted.map(|_| ()).map_err(|fault| refused(Refusal::of_destination(fault)))
}

/// Fails unless the record in this account lets `wallet` receive shares, after which its token account holds
/// `balance_after`.
pub(crate) fn admit_receiver(
    policy: &AccountLoader<'_, Policy>,
    record: &AccountInfo<'_>,
    wallet: &Pubkey,
    balance_after: u64,
    now: i64,
) -> Result<()> {
    policy.load()?.judge_issue(record, wallet, balance_after, now).map_err(refused)
}
