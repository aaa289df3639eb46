//! No error of the interface descriptions is left out: each is reached by a case or a refusal of these
//! tests, or is on the list below with the reason why it cannot be.

use std::collections::{BTreeMap, BTreeSet};

use scrip_svm_tests::idl;
use scrip_transfer_hook::error::HookError;

use crate::case::Case;
use crate::hook::unsound_terms::UNSOUND;
use crate::transfer::refusals::REFUSALS;
use crate::{actions, attestations, hook, issuer, migration, offers, payouts, venues};

/// The cases of every instruction that has errors of its own.
const CASES: &[&[Case]] = &[
    hook::accept_registry_authority::CASES,
    hook::bar_wallet::CASES,
    hook::clear_blackout::CASES,
    hook::close_holder::CASES,
    hook::create_policy::CASES,
    hook::create_registry::CASES,
    hook::grant_registrar::CASES,
    hook::halt::CASES,
    hook::onboard_holder::CASES,
    hook::onboard_holders::CASES,
    hook::propose_registry_authority::CASES,
    hook::resume::CASES,
    hook::revoke_registrar::CASES,
    hook::set_blackout::CASES,
    hook::set_holder_status::CASES,
    hook::update_extra_metas::CASES,
    hook::update_holder::CASES,
    hook::update_policy::CASES,
    issuer::accept_admin::CASES,
    issuer::add_minter::CASES,
    issuer::add_payment_mint::CASES,
    issuer::attest_reserves::CASES,
    issuer::cancel_subscription::CASES,
    issuer::change_setting::CASES,
    issuer::clear_blackout::CASES,
    issuer::close_asset::CASES,
    issuer::create_asset::CASES,
    issuer::execute_change::CASES,
    issuer::fill_subscription::CASES,
    issuer::grant_role::CASES,
    issuer::halt::CASES,
    issuer::issue::CASES,
    issuer::mint_batch::CASES,
    issuer::mint_proposed::CASES,
    issuer::mint_shares::CASES,
    issuer::pause::CASES,
    issuer::propose_admin::CASES,
    issuer::purchase_shares::CASES,
    issuer::reclaim_redemption::CASES,
    issuer::redeem_shares::CASES,
    issuer::request_redemption::CASES,
    issuer::resume::CASES,
    issuer::revoke_role::CASES,
    issuer::set_blackout::CASES,
    issuer::settle_redemption::CASES,
    issuer::subscribe::CASES,
    issuer::unpause::CASES,
    issuer::update_extra_metas::CASES,
    issuer::update_metadata::CASES,
    issuer::update_policy::CASES,
    migration::CASES,
    attestations::distrust_credential::CASES,
    attestations::import_attestation::CASES,
    attestations::import_revocation::CASES,
    attestations::trust_credential::CASES,
    venues::add_venue::CASES,
    venues::approve_venue_program::CASES,
    venues::register_venue::CASES,
    venues::revoke_venue_program::CASES,
    venues::suspend_orphaned_venue::CASES,
];

/// Errors that no case reaches, and why.
const UNREACHABLE: &[(u32, &str)] =
    &[(HookError::AnsweredByEntrypoint as u32, "the entrypoint answers before Anchor is asked")];

#[test]
fn every_error_is_reached_or_excused() {
    let mut ways: BTreeMap<u32, usize> = BTreeMap::new();
    let groups = [CASES, actions::CASES, payouts::CASES, offers::CASES];
    for case in groups.into_iter().flatten().flat_map(|cases| cases.iter()) {
        *ways.entry(case.code).or_default() += 1;
    }
    for (code, ..) in UNSOUND {
        *ways.entry(*code).or_default() += 1;
    }
    for (refusal, _) in REFUSALS {
        *ways.entry(refusal.code().into()).or_default() += 1;
    }
    for (code, reason) in UNREACHABLE {
        assert!(ways.insert(*code, 0).is_none(), "{code} is reached, though \"{reason}\"");
    }
    let mut known = idl::errors("scrip_transfer_hook");
    known.extend(idl::errors("scrip_issuer"));
    let known: BTreeSet<_> = known.into_iter().map(|(code, ..)| code).collect();
    let ways: BTreeSet<_> = ways.into_keys().collect();
    let (left_out, unheard_of) = (&known - &ways, &ways - &known);
    assert!(left_out.is_empty() && unheard_of.is_empty(), "{left_out:?}, {unheard_of:?}");
}
