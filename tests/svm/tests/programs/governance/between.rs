//! What happens when settings change while a change waits: the stricter of then and now counts.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{CHANGE_GRACE, FOUR_EYES_LOOSENING, MAX_TIMELOCK};
use scrip_svm_tests::{START, TOKEN, World, cast, issuer_program};

use super::standing::standing;
use super::*;

const HOUR: u32 = 3_600;
const NOT_DUE: u32 = IssuerError::ChangeNotDue as u32;

const fn cap(tokens: u64) -> Change {
    Change::SupplyCap { raw: tokens * TOKEN }
}

/// Fails unless the change can be carried out at this second, and not one earlier.
#[track_caller]
fn assert_due(world: &mut World, change: Change, id: u32, due: i64) {
    world.set_time(due - 1);
    world.refuse(execute(change, id)).assert_code(NOT_DUE, "one second early");
    world.set_time(due);
    world.run(execute(change, id));
    assert_eq!(standing(world, &change), change);
}

#[test]
fn what_tightened_when_proposed_but_loosens_now_waits_from_its_proposal_on() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    // Below the million that the cap is, so nothing to wait for.
    world.run(propose(cap(500_000), 0));
    assert_eq!(executable_at(&world, 0), START);
    world.run(at_once(cap(100_000)));
    world.set_time(START + 10);
    world.refuse(execute(cap(500_000), 0)).assert_code(NOT_DUE, "it would raise the cap now");
    assert_due(&mut world, cap(500_000), 0, START + i64::from(DAY));
}

#[test]
fn what_loosened_when_proposed_waits_though_it_tightens_now() {
    let mut world = World::new();
    world.run(at_once(cap(100_000)));
    set_timelock(&mut world, DAY);
    world.run(propose(cap(500_000), 0));
    world.run(propose(cap(900_000), 1));
    world.set_time(START + i64::from(DAY));
    world.run(execute(cap(900_000), 1));
    world.run(propose(cap(950_000), 2));
    assert_eq!(executable_at(&world, 2), START + 2 * i64::from(DAY));
    // From 900,000 to 500,000 now: it has waited.
    world.run(execute(cap(500_000), 0));
    // From 500,000 to 950,000.
    assert_due(&mut world, cap(950_000), 2, START + 2 * i64::from(DAY));
}

#[test]
fn a_longer_timelock_holds_for_what_waits_already() {
    let mut world = World::new();
    set_timelock(&mut world, HOUR);
    world.run(propose(cap(2_000_000), 0));
    assert_eq!(executable_at(&world, 0), START + i64::from(HOUR));
    set_timelock(&mut world, DAY);
    assert_due(&mut world, cap(2_000_000), 0, START + i64::from(DAY));
}

#[test]
fn a_shorter_timelock_does_not_hurry_what_waits_already() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    let shorter = Change::Timelock { seconds: HOUR };
    world.run(propose(shorter, 0));
    world.set_time(START + i64::from(DAY) - 1);
    world.run(propose(cap(2_000_000), 1));
    world.set_time(START + i64::from(DAY));
    world.run(execute(shorter, 0));
    assert_due(&mut world, cap(2_000_000), 1, START + 2 * i64::from(DAY) - 1);
    // What is proposed from now on waits an hour.
    let now = world.now();
    world.run(propose(cap(3_000_000), 2));
    assert_eq!(executable_at(&world, 2), now + i64::from(HOUR));
}

#[test]
fn what_a_longer_timelock_makes_due_after_its_expiry_is_proposed_again() {
    let mut world = World::new();
    set_timelock(&mut world, HOUR);
    world.run(propose(cap(2_000_000), 0));
    set_timelock(&mut world, MAX_TIMELOCK);
    world.set_time(START + i64::from(HOUR) + CHANGE_GRACE);
    world.refuse(execute(cap(2_000_000), 0)).assert_code(NOT_DUE, "still too early");
    world.set_time(START + i64::from(MAX_TIMELOCK));
    let expired = IssuerError::ChangeExpired as u32;
    world.refuse(execute(cap(2_000_000), 0)).assert_code(expired, "and then too late");
    world.run(issuer_program::cancel_change(&cast().company, 0, cast().mallory));
}

#[test]
fn four_eyes_switched_on_hold_for_what_waits_already() {
    let mut world = World::new();
    set_timelock(&mut world, HOUR);
    world.run(propose(cap(2_000_000), 0));
    world.run(at_once(Change::FourEyes { bits: FOUR_EYES_LOOSENING }));
    world.set_time(START + i64::from(HOUR));
    let code = IssuerError::ChangeNeedsChecker as u32;
    world.refuse(execute(cap(2_000_000), 0)).assert_code(code, "nobody has approved");
    world.run(approve(0));
    world.run(execute(cap(2_000_000), 0));
}

#[test]
fn what_a_former_admin_has_proposed_is_not_carried_out() {
    let mut world = World::new();
    let company = cast().company;
    world.run(issuer_program::propose_admin(&company, Some(cast().bob)));
    world.run(propose(cap(2_000_000), 0));
    world.run(propose(Change::Admin { proposed: cast().mallory }, 1));
    world.run(issuer_program::accept_admin(&company, cast().bob));
    for (change, id) in [(cap(2_000_000), 0), (Change::Admin { proposed: cast().mallory }, 1)] {
        let failure = world.refuse(execute(change, id));
        failure.assert_code(IssuerError::NotAdmin as u32, "proposed by the admin before");
    }
    // Its maker takes one back, the new admin the other.
    world.run(issuer_program::cancel_change(&company, 0, company.admin));
    world.run(issuer_program::cancel_change(&company, 1, cast().bob));
}

#[test]
fn a_lock_up_that_is_over_tightens_nothing() {
    use scrip_svm_tests::setup::terms;
    use scrip_transfer_hook::PolicyTerms;
    let locked =
        |locked_until| Change::PolicyTerms { terms: PolicyTerms { locked_until, ..terms() } };
    let mut world = World::new();
    world.run(at_once(locked(START + 10)));
    set_timelock(&mut world, DAY);
    world.set_time(START + 9);
    let code = IssuerError::ChangeMustWait as u32;
    world.refuse(at_once(locked(0))).assert_code(code, "in its last second");
    world.set_time(START + 10);
    world.run(at_once(locked(0)));
}
