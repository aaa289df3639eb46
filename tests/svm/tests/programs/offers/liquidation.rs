//! A liquidation from announcement to the asset's end: every holder is brought the final price, the rest goes
//! to the treasury, and nothing is left.

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::{ActionSettled, PayoutSwept};
use scrip_issuer::state::{Asset, AssetStatus};
use scrip_issuer::{ID, OpenPayoutArgs};
use scrip_rules::corporate_action::{ActionKind, ActionState};
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::offers::{
    self, DEADLINE, EFFECTIVE, PRICE, SUPPLY, action, cash_for, final_price, no_tree,
};

use super::*;

fn announce(world: &mut World) {
    let args = action(ActionKind::Liquidation, final_price(PRICE));
    world.run(issuer_program::announce_action(&cast().share, 0, args));
}

fn open(args: OpenPayoutArgs) -> Instruction {
    issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args)
}

/// Brings a holder the final price for everything.
fn push(world: &mut World, owner: &Pubkey) -> u64 {
    let all = shares(world, owner);
    let before = dollars(world, owner);
    world.run(exchange_for_cash(0, owner, false, all));
    assert_eq!((shares(world, owner), dollars(world, owner)), (0, before + cash_for(all)));
    cash_for(all)
}

#[test]
fn from_announcement_to_closing() {
    let mut world = World::new();
    let (share, treasury) = (&cast().share, cast().company.treasury());
    announce(&mut world);
    // Nobody ends an asset alone, whatever the issuer's settings.
    let schedule = || issuer_program::schedule_action(share, 0, scrip_rules::multiplier::SCALE);
    world.refuse(schedule()).assert_code(IssuerError::ActionNotApproved as u32, "no checker");
    world.run(issuer_program::approve_action(share, 0, 0));
    world.run(schedule());
    let total = cash_for(SUPPLY);
    // As long as shares are issued, nobody knows how much is needed.
    let args = no_tree(total);
    world.refuse(open(args)).assert_code(IssuerError::NotWindingDown as u32, "active");
    world.run(issuer_program::wind_down(share));
    let less = no_tree(total - 1);
    world.refuse(open(less)).assert_code(IssuerError::PayoutTotal as u32, "not for everybody");
    world.run(open(args));
    world.run(issuer_program::approve_payout(share, 0, PaidWith::Cash, &args));
    world.run(issuer_program::fund_payout(share, 0, PaidWith::Cash, &treasury, total));

    world.set_time(EFFECTIVE);
    let [alices, bobs] = [cast().alice, cast().bob].map(|owner| push(&mut world, &owner));
    assert_eq!((supply(&world), paid(&world, &cash_payout(0))), (0, alices + bobs));
    let close = || issuer_program::settle_action(share, 0);
    world.refuse(close()).assert_code(IssuerError::ActionUnpaid as u32, "not swept");
    let sweep = || issuer_program::sweep_payout(share, 0, PaidWith::Cash);
    world.set_time(DEADLINE - 1);
    world.refuse(sweep()).assert_code(IssuerError::DeadlineNotReached as u32, "too early");
    world.set_time(DEADLINE);
    let receipt = world.run(sweep());
    let swept = PayoutSwept {
        asset: share.asset,
        action: action_of(0),
        payout: cash_payout(0),
        actor: share.company.member(Duty::CorporateActions),
        returned: total - alices - bobs,
    };
    receipt.assert_event(ID, &swept);
    let receipt = world.run(close());
    let settled = ActionSettled { asset: share.asset, action: action_of(0), actor: cast().payer };
    receipt.assert_event(ID, &settled);
    world.run(issuer_program::close_asset(share));
    let asset: Asset = world.read(&share.asset);
    assert_eq!(asset.status, AssetStatus::Closed as u8);
    // What was, stays to be read.
    let action = read_action(&world, 0);
    assert_eq!((action.state, action.settled_at), (ActionState::Settled as u8, DEADLINE));
    let payout: Payout = world.read(&cash_payout(0));
    assert_eq!((payout.paid, payout.swept, payout.total), (alices + bobs, true, total));
}

#[test]
fn who_redeems_meanwhile_leaves_the_others_their_money() {
    let mut world = World::new();
    offers::final_payment(&mut world, ActionKind::Liquidation);
    world.run(issuer_program::redeem_shares(&cast().share, &cast().alice, 1_000 * TOKEN));
    world.set_time(EFFECTIVE);
    push(&mut world, &cast().bob);
    world.set_time(DEADLINE);
    world.run(issuer_program::sweep_payout(&cast().share, 0, PaidWith::Cash));
    world.run(issuer_program::settle_action(&cast().share, 0));
    world.run(issuer_program::close_asset(&cast().share));
}

#[test]
fn who_did_not_come_in_time_still_holds_shares_and_the_asset_stays() {
    let mut world = World::new();
    let share = &cast().share;
    offers::final_payment(&mut world, ActionKind::Liquidation);
    lapse(&mut world);
    world.set_time(EFFECTIVE);
    push(&mut world, &cast().bob);
    world.refuse(exchange_for_cash(0, &cast().alice, false, 1_000 * TOKEN));
    world.set_time(DEADLINE);
    world.run(issuer_program::sweep_payout(share, 0, PaidWith::Cash));
    world.run(issuer_program::settle_action(share, 0));
    let failure = world.refuse(issuer_program::close_asset(share));
    failure.assert_code(IssuerError::SupplyLeft as u32, "Alice's are left");
    assert_eq!(shares(&world, &cast().alice), 1_000 * TOKEN);
    // Another liquidation brings her the same.
    let register = cast().company.register;
    let renewed = scrip_svm_tests::setup::details();
    world.run(scrip_svm_tests::hook_program::update_holder(&register, &cast().alice, renewed));
    let mut args = action(ActionKind::Liquidation, final_price(PRICE));
    args.dates.effective_at = DEADLINE + DAY;
    offers::schedule(&mut world, args);
    let deadline = DEADLINE + 40 * DAY;
    let with = PaidWith::Cash;
    let open = OpenPayoutArgs { deadline, ..no_tree(cash_for(1_000 * TOKEN)) };
    world.run(issuer_program::open_payout(share, 1, with, open));
    world.run(issuer_program::approve_payout(share, 1, with, &open));
    let treasury = cast().company.treasury();
    world.run(issuer_program::fund_payout(share, 1, with, &treasury, open.total));
    world.set_time(DEADLINE + DAY);
    world.run(exchange_for_cash(1, &cast().alice, false, 1_000 * TOKEN));
    assert_eq!(supply(&world), 0);
    world.run(issuer_program::close_asset(share));
}

#[test]
fn a_delisting_pays_who_asks_and_no_one_else() {
    let mut world = World::new();
    offers::final_payment(&mut world, ActionKind::Delisting);
    world.set_time(EFFECTIVE);
    let alice = &cast().alice;
    let push = exchange_for_cash(0, alice, false, 1_000 * TOKEN);
    world.refuse(push).assert_code(IssuerError::OwnerMustSign as u32, "pushed");
    world.run(exchange_for_cash(0, alice, true, 3 * TOKEN));
    assert_eq!(paid(&world, &cash_payout(0)), cash_for(3 * TOKEN));
}
