//! `open_claim_page`. What its proof must not show is in `pages`.

use scrip_issuer::OpenClaimPageArgs;
use scrip_issuer::error::IssuerError;

use super::open_payout::offer;
use super::*;
use crate::case::{assert_all_fail, case};

pub const CASES: &[Case] = &[
    case(IssuerError::PayoutNotApproved as u32, "of a payout that nobody has approved", |world| {
        let dividend = schedule_checked(world);
        dividend.open_and_fund(world);
        world.set_time(PAYABLE);
        dividend.open_page(0)
    }),
    case(IssuerError::PayoutNotFunded as u32, "of a payout that lacks a unit", |world| {
        let dividend = schedule(world);
        world.run(dividend.open());
        world.run(dividend.fund(&cast().company.treasury(), dividend.tree.net() - 1));
        world.set_time(PAYABLE);
        dividend.open_page(0)
    }),
    case(IssuerError::PayoutNotOpen as u32, "a second before holders are paid", |world| {
        let dividend = fund(world);
        world.set_time(PAYABLE - 1);
        dividend.open_page(0)
    }),
    case(IssuerError::PayoutOver as u32, "at the deadline", |world| {
        let dividend = fund(world);
        world.set_time(DEADLINE - 1);
        world.clone().run(dividend.open_page(0));
        world.set_time(DEADLINE);
        dividend.open_page(0)
    }),
    case(IssuerError::PayoutOver as u32, "of a payout that is swept", |world| {
        let dividend = pay(world);
        world.set_time(DEADLINE);
        world.run(dividend.sweep());
        world.run(dividend.close_page(0));
        dividend.open_page(0)
    }),
    case(IssuerError::PayoutMismatch as u32, "of a payout that is no distribution", |world| {
        offer(world);
        let total = 500_000_000;
        let args = scrip_issuer::OpenPayoutArgs {
            total,
            root: [0; 32],
            leaves: 0,
            withheld: 0,
            ..dividend().args()
        };
        world.run(issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args));
        world.run(dividend().fund(&cast().company.treasury(), total));
        world.set_time(PAYABLE);
        let page = OpenClaimPageArgs { index: 0, root: [0; 32], proof: Vec::new() };
        issuer_program::open_claim_page(&dividend().payout(), page)
    }),
    case(IssuerError::ProofInvalid as u32, "by another root", |world| {
        let dividend = fund(world);
        world.set_time(PAYABLE);
        let mut page = dividend.tree.page(0);
        page.root[0] ^= 1;
        issuer_program::open_claim_page(&dividend.payout(), page)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn anybody_opens_a_page_at_the_second_that_holders_are_paid() {
    let mut world = World::new();
    let dividend = fund(&mut world);
    world.set_time(PAYABLE);
    let before = world.account(&cast().mallory).unwrap().lamports;
    let open = with("open_claim_page", dividend.open_page(0), [("payer", cast().mallory)]);
    world.run(open.clone());
    let page = ClaimPage { rent_payer: cast().mallory, ..opened_page(&dividend, 0) };
    world.assert_pod(&dividend.page(0), &page);
    let rent = world.rent(ClaimPage::SPACE);
    assert_eq!(world.account(&cast().mallory).unwrap().lamports, before - rent);
    assert_eq!(page.root, dividend.tree.root(), "a tree of one page is that page");
    // The system program's `AccountAlreadyInUse`.
    world.refuse(open).assert_code(0, "twice");
}
