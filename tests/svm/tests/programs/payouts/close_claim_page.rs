//! `close_claim_page`

use scrip_issuer::error::IssuerError;

use super::*;
use crate::case::{assert_all_fail, case};
use crate::codes::WRONG_OWNER;

/// The dividend is swept, and its page still there.
fn swept(world: &mut World) -> Distribution {
    let dividend = pay(world);
    world.set_time(DEADLINE);
    world.run(dividend.sweep());
    dividend
}

pub const CASES: &[Case] = &[
    case(IssuerError::PayoutNotSwept as u32, "while holders are paid", |world| {
        pay(world).close_page(0)
    }),
    case(IssuerError::PayoutNotSwept as u32, "at the deadline, before the sweep", |world| {
        let dividend = pay(world);
        world.set_time(DEADLINE);
        dividend.close_page(0)
    }),
    case(IssuerError::PayoutMismatch as u32, "a page of another payout", |world| {
        let other = other_dividend();
        schedule(world);
        other.open_for(world, &cast().alice);
        let dividend = dividend();
        world.set_time(RECORD + 1);
        dividend.open_for(world, &cast().alice);
        world.set_time(DEADLINE);
        world.run(dividend.sweep());
        with("close_claim_page", dividend.close_page(0), [("page", other.page(0))])
    }),
    case(IssuerError::NotRentPayer as u32, "with the rent to somebody else", |world| {
        let close = swept(world).close_page(0);
        with("close_claim_page", close, [("rent_receiver", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn the_rent_goes_back_to_who_paid_it() {
    let mut world = World::new();
    let dividend = fund(&mut world);
    world.set_time(PAYABLE);
    let lamports = |world: &World| world.account(&cast().mallory).unwrap().lamports;
    let before = lamports(&world);
    world.run(with("open_claim_page", dividend.open_page(0), [("payer", cast().mallory)]));
    assert_eq!(lamports(&world), before - world.rent(ClaimPage::SPACE));
    world.set_time(DEADLINE);
    world.run(dividend.sweep());
    // Nobody signs but who pays the fee.
    let close =
        with("close_claim_page", dividend.close_page(0), [("rent_receiver", cast().mallory)]);
    assert!(close.accounts.iter().all(|meta| !meta.is_signer));
    world.run(close.clone());
    assert_eq!(lamports(&world), before);
    assert_eq!(world.account(&dividend.page(0)), None);
    world.refuse(close).assert_code(WRONG_OWNER, "twice");
}
