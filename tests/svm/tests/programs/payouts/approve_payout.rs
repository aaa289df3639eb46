//! `approve_payout`

use scrip_issuer::OpenPayoutArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::PayoutApproved;
use scrip_issuer::state::{PERMISSION_CHECK, PERMISSION_CORPORATE_ACTIONS};

use super::*;
use crate::case::{assert_all_fail, case};

fn approve_with(change: fn(&mut OpenPayoutArgs)) -> Instruction {
    let mut args = dividend().args();
    change(&mut args);
    issuer_program::approve_payout(&cast().share, 0, PaidWith::Cash, &args)
}

fn open(world: &mut World) {
    let dividend = schedule_checked(world);
    world.run(dividend.open());
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may not check", |world| {
        open(world);
        by("approve_payout", dividend().approve(), Duty::CorporateActions)
    }),
    case(IssuerError::PayoutMismatch as u32, "another asset's payout", |world| {
        open(world);
        world.run(other_dividend().open());
        with("approve_payout", dividend().approve(), [("payout", other_dividend().payout())])
    }),
    case(IssuerError::PayoutApprovedAlready as u32, "twice", |world| {
        open(world);
        world.run(dividend().approve());
        dividend().approve()
    }),
    case(IssuerError::PayoutApprovedAlready as u32, "one that needs nobody", |world| {
        let dividend = schedule(world);
        world.run(dividend.open());
        dividend.approve()
    }),
    case(IssuerError::CheckerIsMaker as u32, "by the member who opened it", |world| {
        let dividend = schedule_checked(world);
        let (company, both) = (cast().company, cast().mallory);
        let permissions = PERMISSION_CHECK | PERMISSION_CORPORATE_ACTIONS;
        world.run(issuer_program::grant_role(&company, both, permissions));
        let own = [("actor", both), ("role", addresses::role(&company.address, &both))];
        world.run(with("open_payout", dividend.open(), own));
        with("approve_payout", dividend.approve(), own)
    }),
    case(IssuerError::PayoutDiffers as u32, "another root", |world| {
        open(world);
        approve_with(|it| it.root[31] ^= 1)
    }),
    case(IssuerError::PayoutDiffers as u32, "another total", |world| {
        open(world);
        approve_with(|it| it.total += 1)
    }),
    case(IssuerError::PayoutDiffers as u32, "fewer claims", |world| {
        open(world);
        approve_with(|it| it.leaves -= 1)
    }),
    case(IssuerError::PayoutDiffers as u32, "another amount withheld", |world| {
        open(world);
        approve_with(|it| it.withheld += 1)
    }),
    case(IssuerError::PayoutDiffers as u32, "another snapshot", |world| {
        open(world);
        approve_with(|it| it.snapshot_hash[0] ^= 1)
    }),
    case(IssuerError::PayoutDiffers as u32, "another deadline", |world| {
        open(world);
        approve_with(|it| it.deadline -= 1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn the_checker_is_remembered() {
    let mut world = World::new();
    open(&mut world);
    let dividend = dividend();
    let receipt = world.run(dividend.approve());
    let checker = cast().company.member(Duty::Check);
    let payout = Payout { checker, ..opened(&world, &dividend) };
    world.assert_account(&dividend.payout(), &payout);
    let event = PayoutApproved {
        asset: cast().share.asset,
        action: payout.action,
        payout: dividend.payout(),
        actor: checker,
        root: dividend.args().root,
        total: dividend.args().total,
    };
    receipt.assert_event(scrip_issuer::ID, &event);
}
