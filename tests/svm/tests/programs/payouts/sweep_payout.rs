//! `sweep_payout`

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::PayoutSwept;
use scrip_issuer::state::CorporateAction;

use super::*;
use crate::case::{assert_all_fail, case};
use crate::codes::NOT_INITIALISED;

/// The deadline has come, and nobody has claimed anything.
fn due(world: &mut World) -> Instruction {
    let dividend = fund(world);
    world.set_time(DEADLINE);
    dividend.sweep()
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |world| {
        by("sweep_payout", due(world), Duty::Check)
    }),
    case(IssuerError::DeadlineNotReached as u32, "a second before the deadline", |world| {
        let sweep = due(world);
        world.set_time(DEADLINE - 1);
        sweep
    }),
    case(IssuerError::ActionMismatch as u32, "another asset's action", |world| {
        let action = addresses::action(&cast().other_share.asset, 0);
        with("sweep_payout", due(world), [("action", action)])
    }),
    case(IssuerError::PayoutMismatch as u32, "another asset's payout", |world| {
        let sweep = due(world);
        world.set_time(RECORD + 1);
        let other = other_dividend();
        other.open_and_fund(world);
        world.set_time(DEADLINE);
        let theirs = [
            ("payout", other.payout()),
            ("vault", other.vault()),
            ("paying_asset", other.share.asset),
        ];
        with("sweep_payout", sweep, theirs)
    }),
    case(IssuerError::NotTreasuryAccount as u32, "into an account of a member", |world| {
        let bobs = dividend().with.account_of(&cast().bob);
        with("sweep_payout", due(world), [("treasury_account", bobs)])
    }),
    case(IssuerError::NotRentPayer as u32, "with the rent to somebody else", |world| {
        with("sweep_payout", due(world), [("rent_receiver", cast().mallory)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn the_rest_goes_to_the_treasury_and_the_payout_stays() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    let (alice, treasury) = (cast().alice, cast().company.treasury());
    world.run(dividend.claim(&alice));
    let lamports = |world: &World| world.account(&cast().payer).unwrap().lamports;
    let before = (has(&world, &dividend, &treasury), lamports(&world));
    let rent = world.account(&dividend.vault()).unwrap().lamports;
    let rest = payment::balance(&world, &dividend.vault());
    assert_eq!(rest, dividend.tree.net() - 850_000_000);
    world.set_time(DEADLINE);
    let receipt = world.run(dividend.sweep());
    let after = (has(&world, &dividend, &treasury), lamports(&world));
    assert_eq!(after, (before.0 + rest, before.1 + rent));
    assert_eq!(world.account(&dividend.vault()), None);
    let funded = dividend.tree.net();
    let payout = Payout { swept: true, funded, ..opened(&world, &dividend) };
    world.assert_account(&dividend.payout(), &payout);
    let action: CorporateAction = world.read(&payout.action);
    assert_eq!((action.payouts, action.open_payouts), (1, 0));
    let event = PayoutSwept {
        asset: cast().share.asset,
        action: payout.action,
        payout: dividend.payout(),
        actor: cast().company.member(Duty::CorporateActions),
        returned: rest,
    };
    receipt.assert_event(scrip_issuer::ID, &event);
    world.refuse(dividend.sweep()).assert_code(NOT_INITIALISED, "twice");
    world.run(issuer_program::settle_action(&cast().share, 0));
}

#[test]
fn nothing_is_claimed_afterwards() {
    let mut world = World::new();
    let dividend = pay(&mut world);
    world.set_time(DEADLINE);
    let over = IssuerError::PayoutOver as u32;
    world.refuse(dividend.claim(&cast().alice)).assert_code(over, "not swept yet");
    world.run(dividend.sweep());
    world.refuse(dividend.claim(&cast().alice)).assert_code(NOT_INITIALISED, "there is no vault");
    // Somebody else's vault is none.
    let other = with(
        "claim",
        dividend.claim(&cast().alice),
        [("vault", dividend.with.account_of(&cast().company.treasury()))],
    );
    world.refuse(other).assert_code(IssuerError::PayoutMismatch as u32, "another vault");
}
