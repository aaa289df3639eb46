//! `fund_payout`

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::PayoutFunded;
use scrip_svm_tests::payment::DOLLAR;

use super::*;
use crate::case::{assert_all_fail, case};
use crate::codes::{NOT_INITIALISED, OWNER_MISMATCH};

fn fund_by_treasury(amount: u64) -> Instruction {
    dividend().fund(&cast().company.treasury(), amount)
}

/// Both dividends are opened.
fn open(world: &mut World) {
    let dividend = schedule(world);
    world.run(dividend.open());
    world.run(other_dividend().open());
}

pub const CASES: &[Case] = &[
    case(IssuerError::ZeroAmount as u32, "with nothing", |world| {
        open(world);
        fund_by_treasury(0)
    }),
    case(IssuerError::PayoutOverfunded as u32, "with a unit too much", |world| {
        open(world);
        world.run(fund_by_treasury(DOLLAR));
        fund_by_treasury(dividend().tree.net() - DOLLAR + 1)
    }),
    case(IssuerError::PayoutOver as u32, "at the deadline", |world| {
        open(world);
        world.set_time(DEADLINE - 1);
        world.clone().run(fund_by_treasury(1));
        world.set_time(DEADLINE);
        fund_by_treasury(1)
    }),
    case(IssuerError::PayoutMismatch as u32, "by another asset", |world| {
        open(world);
        with("fund_payout", fund_by_treasury(1), [("paying_asset", cast().other_share.asset)])
    }),
    case(IssuerError::PayoutMismatch as u32, "into another vault", |world| {
        open(world);
        with("fund_payout", fund_by_treasury(1), [("vault", other_dividend().vault())])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn anybody_funds_it_in_parts() {
    let mut world = World::new();
    open(&mut world);
    let (dividend, treasury) = (dividend(), cast().company.treasury());
    let total = dividend.tree.net();
    let before = [treasury, cast().mallory, cast().bob].map(|wallet| {
        world.account(&dividend.with.account_of(&wallet)).map(|_| has(&world, &dividend, &wallet))
    });
    assert_eq!(before[1], None);
    for (funder, amount, funded) in [
        (treasury, DOLLAR, DOLLAR),
        (cast().bob, 7, DOLLAR + 7),
        (treasury, total - DOLLAR - 7, total),
    ] {
        let receipt = world.run(dividend.fund(&funder, amount));
        world.assert_account(&dividend.payout(), &Payout { funded, ..opened(&world, &dividend) });
        assert_eq!(payment::balance(&world, &dividend.vault()), funded);
        let event = PayoutFunded {
            asset: cast().share.asset,
            action: addresses::action(&cast().share.asset, 0),
            payout: dividend.payout(),
            funder,
            amount,
            funded,
            total,
        };
        receipt.assert_event(scrip_issuer::ID, &event);
    }
    assert_eq!(has(&world, &dividend, &treasury), before[0].unwrap() - total + 7);
    assert_eq!(has(&world, &dividend, &cast().bob), before[2].unwrap() - 7);
}

#[test]
fn a_delegate_funds_up_to_what_it_may() {
    let mut world = World::new();
    open(&mut world);
    let (dividend, treasury, delegate) = (dividend(), cast().company.treasury(), cast().mallory);
    let source = dividend.with.account_of(&treasury);
    let fund = with("fund_payout", fund_by_treasury(5), [("funder", delegate)]);
    world.refuse(fund.clone()).assert_code(OWNER_MISMATCH, "a stranger");
    let program = dividend.with.program();
    let approve = spl_token_2022_interface::instruction::approve;
    world.run(approve(&program, &source, &delegate, &treasury, &[], 5).unwrap());
    world.run(fund.clone());
    assert_eq!(payment::balance(&world, &dividend.vault()), 5);
    world.refuse(fund).assert_code(OWNER_MISMATCH, "a delegate no more");
}

#[test]
fn a_swept_payout_has_no_vault_any_more() {
    let mut world = World::new();
    open(&mut world);
    world.set_time(DEADLINE);
    world.run(dividend().sweep());
    world.refuse(fund_by_treasury(1)).assert_code(NOT_INITIALISED, "swept");
}
