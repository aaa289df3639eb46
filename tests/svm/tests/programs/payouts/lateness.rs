//! A payout that nobody could be paid from is taken back also after its opening: else a wrong root that a
//! checker refuses, or a fault in the sum, would stand in the way of the right one until the deadline.

use scrip_issuer::error::IssuerError;

use super::*;
use crate::case::assert_fails;

/// Withdrawn and opened again, at the same address, and paid.
#[track_caller]
fn is_opened_again(world: &mut World, dividend: &Distribution) {
    world.run(dividend.withdraw());
    assert_eq!(world.account(&dividend.payout()), None);
    world.run(dividend.open());
    world.run(dividend.approve());
    world.run(dividend.fund_all());
    world.run(dividend.open_page(0));
    world.run(dividend.claim(&cast().alice));
    let opened = IssuerError::PayoutHasOpened as u32;
    assert_fails(world, dividend.withdraw(), opened, "holders are paid");
    world.set_time(DEADLINE);
    assert_fails(world, dividend.withdraw(), opened, "holders were paid");
}

#[test]
fn a_payout_that_the_checker_refuses_is_withdrawn() {
    let mut world = World::new();
    let dividend = schedule_checked(&mut world);
    dividend.open_and_fund(&mut world);
    world.set_time(PAYABLE);
    is_opened_again(&mut world, &dividend);
}

#[test]
fn a_payout_that_nobody_funds_is_withdrawn() {
    let mut world = World::new();
    let dividend = schedule_checked(&mut world);
    world.run(dividend.open());
    world.run(dividend.approve());
    world.run(dividend.fund(&cast().company.treasury(), dividend.tree.net() - 1));
    world.set_time(PAYABLE);
    is_opened_again(&mut world, &dividend);
}

#[test]
fn a_payout_that_is_opened_late_is_withdrawn() {
    let mut world = World::new();
    let dividend = schedule_checked(&mut world);
    world.set_time(PAYABLE + 86_400);
    world.run(dividend.open());
    is_opened_again(&mut world, &dividend);
}

/// Funded and approved, it is paid from the second of its opening on, whether or not anybody claims.
#[test]
fn a_payout_that_holders_could_be_paid_from_stays() {
    let mut world = World::new();
    let dividend = fund(&mut world);
    let opened = IssuerError::PayoutHasOpened as u32;
    for time in [PAYABLE, DEADLINE - 1, DEADLINE] {
        world.set_time(time);
        assert_fails(&mut world, dividend.withdraw(), opened, "nobody has claimed");
    }
}
