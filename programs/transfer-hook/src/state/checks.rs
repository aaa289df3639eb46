//! What must hold of the accounts that a transfer reads, after every instruction that writes them.

use anchor_lang::prelude::*;
use scrip_rules::classes;
use scrip_rules::holder::HolderKind;
use scrip_rules::terms::TermsFault;

use super::{Holder, POLICY_VERSION, Policy};
use crate::error::{HookError, ensure};

/// Fails unless the facts that a registrar or an attestation states are ones that a wallet may have.
pub fn check_facts(jurisdiction: u16, investor_classes: u8) -> Result<()> {
    ensure!((1..=999).contains(&jurisdiction), HookError::UnknownJurisdiction);
    ensure!(investor_classes & !classes::ALL == 0, HookError::UnknownInvestorClasses);
    Ok(())
}

/// What must hold of a record: a version, kind and status that there are, and facts about a person for
/// wallets only. A wallet that was barred before anybody knew it has none, and no valid check either.
pub fn check_holder(holder: &Holder) -> Result<()> {
    let facts = holder.facts().ok_or(HookError::InvariantViolated)?;
    let nothing_known = facts.jurisdiction == 0 && facts.investor_classes == 0;
    let sound = match facts.kind {
        HolderKind::Venue => nothing_known,
        HolderKind::Wallet => {
            (nothing_known && facts.kyc_expires_at == 0)
                || check_facts(facts.jurisdiction, facts.investor_classes).is_ok()
        }
    };
    ensure!(sound, HookError::InvariantViolated);
    Ok(())
}

/// Fails unless the terms of the policy are ones that a policy may have.
pub fn check_terms(policy: &Policy) -> Result<()> {
    policy.terms().check().map_err(|fault| {
        let error = match fault {
            TermsFault::UnknownAdmissionMode => HookError::UnknownAdmissionMode,
            TermsFault::UnknownJurisdictionMode => HookError::UnknownJurisdictionMode,
            TermsFault::EmptyAllowList => HookError::EmptyAllowList,
            TermsFault::UnsoundClasses => HookError::UnsoundClasses,
            TermsFault::UnsoundPaths => HookError::UnsoundPaths,
            TermsFault::ZeroLimit => HookError::ZeroLimit,
        };
        error.into()
    })
}

/// What must hold of a policy.
pub fn check_policy(policy: &Policy) -> Result<()> {
    let end_without_halt = policy.halt_reason == 0 && policy.halted_until != 0;
    let no_blackout = policy.blackout_from == 0 && policy.blackout_until == 0;
    let sound = policy.version == POLICY_VERSION
        && policy.padding == [0; 7]
        && !end_without_halt
        && (no_blackout || policy.blackout_from < policy.blackout_until)
        && policy.terms().check().is_ok();
    ensure!(sound, HookError::InvariantViolated);
    Ok(())
}
