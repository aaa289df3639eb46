//! `withdraw_payout`. What becomes of one that is opened late is in `lateness`.

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::PayoutWithdrawn;
use scrip_issuer::state::CorporateAction;

use super::*;
use crate::case::{assert_all_fail, case};

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |world| {
        by("withdraw_payout", fund(world).withdraw(), Duty::Check)
    }),
    case(IssuerError::ReasonMissing as u32, "without a reason", |world| {
        let mut withdraw = fund(world).withdraw();
        withdraw.data[8..].fill(0);
        withdraw
    }),
    case(IssuerError::PayoutHasOpened as u32, "when holders are paid", |world| {
        let dividend = fund(world);
        world.set_time(PAYABLE - 1);
        world.clone().run(dividend.withdraw());
        world.set_time(PAYABLE);
        dividend.withdraw()
    }),
    case(IssuerError::ActionMismatch as u32, "another asset's action", |world| {
        let action = addresses::action(&cast().other_share.asset, 0);
        with("withdraw_payout", fund(world).withdraw(), [("action", action)])
    }),
    case(IssuerError::PayoutMismatch as u32, "of another action of the asset", |world| {
        let dividend = fund(world);
        world.set_time(PAYABLE - 1);
        let mut later = cash_dividend();
        later.dates.record_at = world.now();
        later.dates.effective_at = world.now() + 3_600;
        later.dates.payable_at = later.dates.effective_at;
        world.schedule(&cast().share, later);
        let action = addresses::action(&cast().share.asset, 1);
        with("withdraw_payout", dividend.withdraw(), [("action", action)])
    }),
    case(IssuerError::NotTreasuryAccount as u32, "into an account of a member", |world| {
        let dividend = fund(world);
        let bobs = dividend.with.account_of(&cast().bob);
        with("withdraw_payout", dividend.withdraw(), [("treasury_account", bobs)])
    }),
    case(IssuerError::NotRentPayer as u32, "with the rent to somebody else", |world| {
        with("withdraw_payout", fund(world).withdraw(), [("rent_receiver", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn everything_is_as_if_it_had_not_been() {
    let mut world = World::new();
    let dividend = schedule(&mut world);
    let (treasury, address) =
        (cast().company.treasury(), addresses::action(&cast().share.asset, 0));
    let of = |world: &World| {
        let lamports = world.account(&cast().payer).unwrap().lamports;
        let action = world.data(&address);
        (has(world, &dividend, &treasury), lamports, action)
    };
    let before = of(&world);
    dividend.open_and_fund(&mut world);
    assert_ne!(of(&world), before);
    let receipt = world.run(dividend.withdraw());
    assert_eq!(of(&world), before);
    assert_eq!(world.account(&dividend.payout()), None);
    assert_eq!(world.account(&dividend.vault()), None);
    let event = PayoutWithdrawn {
        asset: cast().share.asset,
        action: address,
        payout: dividend.payout(),
        actor: cast().company.member(Duty::CorporateActions),
        root: dividend.args().root,
        returned: dividend.tree.net(),
        reason: issuer_program::REFERENCE,
    };
    receipt.assert_event(scrip_issuer::ID, &event);
}

#[test]
fn an_action_is_cancelled_when_its_payout_is_withdrawn() {
    let mut world = World::new();
    let dividend = schedule(&mut world);
    world.run(dividend.open());
    let cancel = issuer_program::cancel_action(&cast().share, 0);
    let failure = world.refuse(cancel.clone());
    failure.assert_code(IssuerError::PayoutsOpen as u32, "a payout is open");
    world.run(dividend.withdraw());
    world.run(cancel);
    let action: CorporateAction = world.read(&addresses::action(&cast().share.asset, 0));
    assert_eq!((action.payouts, action.open_payouts), (0, 0));
}
