//! `open_payout`: what an opened payout looks like.

use scrip_issuer::events::PayoutOpened;
use scrip_issuer::state::CorporateAction;
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::START;
use scrip_svm_tests::distribution::EFFECTIVE;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::payment::DOLLAR;

use super::open_payout::{end, open_without_tree, spin_off};
use super::*;

/// Length of a payout's account.
const PAYOUT_LEN: usize = 400;

/// How many payouts the action has, and how many of them are not swept.
#[track_caller]
fn assert_payouts(world: &World, payouts: u8, open: u8) {
    let address = addresses::action(&cast().share.asset, 0);
    let action: CorporateAction = world.read(&address);
    assert_eq!((action.payouts, action.open_payouts), (payouts, open));
}

#[track_caller]
fn opens(world: &mut World, dividend: &Distribution, approved: bool) {
    assert_payouts(world, 0, 0);
    // Somebody was there first with some lamports.
    world.give_lamports(dividend.vault(), 5);
    let lamports = |world: &World| world.account(&cast().payer).unwrap().lamports;
    let before = lamports(world);
    let receipt = world.run(dividend.open());
    let payout = Payout { approved, ..opened(world, dividend) };
    world.assert_account(&dividend.payout(), &payout);
    assert_payouts(world, 1, 1);
    let vault = world.account(&dividend.vault()).unwrap();
    assert_eq!(vault.owner, dividend.with.program());
    assert_eq!(payment::balance(world, &dividend.vault()), 0);
    let rents = [PAYOUT_LEN, vault.data.len()].map(|len| world.rent(len));
    assert_eq!(lamports(world), before + 5 - rents[0] - rents[1]);
    let args = dividend.args();
    let event = PayoutOpened {
        asset: cast().share.asset,
        action: payout.action,
        payout: dividend.payout(),
        actor: cast().company.member(Duty::CorporateActions),
        payment_mint: dividend.with.mint(),
        total: args.total,
        root: args.root,
        leaves: args.leaves,
        withheld: args.withheld,
        snapshot_hash: args.snapshot_hash,
        opens_at: PAYABLE,
        deadline: DEADLINE,
        approved,
    };
    receipt.assert_event(scrip_issuer::ID, &event);
}

#[test]
fn a_dividend_in_cash_is_opened() {
    let mut world = World::new();
    let dividend = schedule(&mut world);
    assert_eq!(dividend.args().total, (1_000 + 400 + 20) * DOLLAR * 85 / 100);
    assert_eq!(dividend.args().withheld, (1_000 + 400 + 20) * DOLLAR * 15 / 100);
    opens(&mut world, &dividend, true);
}

#[test]
fn with_four_eyes_on_a_checker_must_approve_it() {
    let mut world = World::new();
    let dividend = schedule_checked(&mut world);
    opens(&mut world, &dividend, false);
}

#[test]
fn a_spin_off_is_opened_with_the_other_shares_multiplier() {
    let mut world = World::new();
    world.schedule(&cast().other_share, SPLIT);
    let open = spin_off(&mut world, &cast().other_share);
    // The split of the other share is in force by then.
    world.set_time(EFFECTIVE);
    assert_eq!(open.accounts[9].pubkey, cast().other_share.asset);
    let with = PaidWith::Shares(&cast().other_share);
    let spin_off = Distribution::new(&cast().share, 0, with, &rows());
    opens(&mut world, &spin_off, true);
    let payout: Payout = world.read(&spin_off.payout());
    assert_eq!(payout.multiplier, 4 * SCALE);
}

#[test]
fn what_ends_an_asset_needs_a_checker_always() {
    for kind in [ActionKind::Liquidation, ActionKind::Merger, ActionKind::Delisting] {
        let mut world = World::new();
        end(&mut world, kind, DOLLAR);
        world.run(issuer_program::wind_down(&cast().share));
        world.run(open_without_tree(2_000 * DOLLAR));
        let payout: Payout = world.read(&dividend().payout());
        assert!(!payout.approved, "{kind:?}");
        assert_eq!(payout.opens_at, START + NOTICE, "no payable date: when it is in force");
    }
}

#[test]
fn a_payout_is_opened_once() {
    let mut world = World::new();
    let dividend = schedule(&mut world);
    world.run(dividend.open());
    // The system program's `AccountAlreadyInUse`.
    world.refuse(dividend.open()).assert_code(0, "twice");
}
