//! Claims wait for a record: what the register says is held against it at the time of the claim.

use scrip_rules::holder::HolderStatus;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::distribution::row;
use scrip_svm_tests::setup::{details, terms};
use scrip_svm_tests::{START, UNITED_STATES, hook_program};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};

use super::*;
use crate::case::assert_fails;

/// Alice's claim is refused, and paid once `remedy` has run.
#[track_caller]
fn waits(world: &mut World, dividend: &Distribution, refusal: Refusal, remedy: Instruction) {
    let (alice, what) = (cast().alice, refusal.sentence());
    let before = has(world, dividend, &alice);
    assert_fails(world, dividend.claim(&alice), refusal as u32, what);
    world.run(remedy);
    world.run(dividend.claim(&alice));
    let args = dividend.tree.claim(dividend.tree.index_of(&alice), 0);
    assert_eq!(has(world, dividend, &alice), before + args.gross - args.withheld);
}

fn set_status(status: HolderStatus) -> Instruction {
    hook_program::set_holder_status(&cast().company.register, &cast().alice, status as u8)
}

fn update(details: HolderDetails) -> Instruction {
    hook_program::update_holder(&cast().company.register, &cast().alice, details)
}

#[test]
fn of_a_suspended_holder_until_the_record_is_reinstated() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    world.run(set_status(HolderStatus::Suspended));
    let active = set_status(HolderStatus::Active);
    waits(&mut world, &dividend, Refusal::DestinationSuspended, active);
}

#[test]
fn of_a_holder_whose_check_has_expired_until_it_is_renewed() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    world.run(update(HolderDetails { kyc_expires_at: PAYABLE + 10, ..details() }));
    world.set_time(PAYABLE + 9);
    world.clone().run(dividend.claim(&cast().alice));
    world.set_time(PAYABLE + 10);
    waits(&mut world, &dividend, Refusal::DestinationExpired, update(details()));
}

#[test]
fn of_a_holder_who_moved_away_until_coming_back() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    world.run(update(HolderDetails { jurisdiction: UNITED_STATES, ..details() }));
    waits(&mut world, &dividend, Refusal::DestinationJurisdiction, update(details()));
}

#[test]
fn of_somebody_on_no_register_until_onboarded() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let (carol, missing) = (cast().carol, Refusal::DestinationMissing as u32);
    assert_fails(&mut world, dividend.claim(&carol), missing, "not yet");
    world.run(hook_program::onboard_holder(&cast().company.register, carol, details()));
    world.run(dividend.claim(&carol));
}

#[test]
fn of_a_holder_who_waits_too_long_go_to_the_treasury() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    world.run(set_status(HolderStatus::Suspended));
    world.set_time(DEADLINE);
    let before = has(&world, &dividend, &cast().company.treasury());
    world.run(dividend.sweep());
    let after = has(&world, &dividend, &cast().company.treasury());
    assert_eq!(after, before + dividend.tree.net());
}

/// What the issuer stops by a blackout, a pause or a halt are the shares; the dollars are not.
#[test]
fn cash_is_paid_while_the_share_stands_still() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let share = cast().share;
    for stop in [
        issuer_program::set_blackout(&share, PAYABLE, PAYABLE + 60),
        issuer_program::pause(&share),
        issuer_program::halt(&share, 1, PAYABLE + 60),
    ] {
        world.run(stop);
    }
    let limits =
        PolicyTerms { max_balance: 1, max_transfer: 1, locked_until: START * 2, ..terms() };
    world.run(issuer_program::update_policy(&share, limits));
    world.run(dividend.claim(&cast().alice));
}

/// An open policy lets anybody hold, and pays nobody whom it does not know.
#[test]
fn an_open_policy_pays_nobody_without_a_record() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let open = PolicyTerms { admission_mode: 2, ..terms() };
    world.run(issuer_program::update_policy(&cast().share, open));
    let missing = Refusal::DestinationMissing as u32;
    assert_fails(&mut world, dividend.claim(&cast().carol), missing, "under an open policy");
    world.run(dividend.claim(&cast().alice));
}

/// The leaf of the asset itself, which owns vaults and escrows and has no record.
#[test]
fn the_asset_itself_is_never_paid() {
    let mut world = World::new();
    schedule(&mut world);
    let asset = cast().share.asset;
    let mut rows = vec![row(asset, 5), row(cast().alice, 5)];
    rows.sort();
    let dividend = Distribution::in_cash(&rows);
    dividend.open_for(&mut world, &asset);
    let create = payment::create_account(&asset, &cast().usd, &dividend.with.program());
    world.run(create);
    let claim = dividend.claim(&asset);
    let by_alice = with("claim", claim.clone(), [("holder", cast().share.holder(&cast().alice))]);
    for claim in [claim, by_alice] {
        assert_fails(&mut world, claim, Refusal::DestinationMissing as u32, "by whichever record");
    }
}
