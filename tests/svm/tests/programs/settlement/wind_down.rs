//! `wind_down` and `close_asset`: the end of an asset.

use scrip_issuer::events::AssetStatusChanged;
use scrip_issuer::state::{Asset, AssetStatus};
use scrip_issuer::{ID, Quantity, RequestRedemptionArgs, SettleRedemptionArgs};
use scrip_svm_tests::Transfer;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::PURCHASE;

use super::*;

/// Everything that issues shares, or begins to.
fn issues(world: &mut World) -> Vec<Instruction> {
    let (share, alice) = (cast().share, cast().alice);
    world.run(issuer_program::propose_mint(&share, &alice, 1, 1));
    let another = scrip_issuer::SubscribeArgs { id: 8, ..SUBSCRIPTION };
    vec![
        issuer_program::mint_shares(&share, &alice, 1),
        issuer_program::mint_batch(&share, &[(alice, 1)]),
        issuer_program::propose_mint(&share, &alice, 1, 2),
        issuer_program::mint_proposed(&share, &alice, 1),
        issuer_program::subscribe(&share, &alice, another),
        fill(),
        issuer_program::purchase_shares(&share, &alice, PURCHASE),
    ]
}

fn status_event(old: AssetStatus, new: AssetStatus) -> AssetStatusChanged {
    AssetStatusChanged {
        asset: cast().share.asset,
        actor: cast().company.admin,
        old: old as u8,
        new: new as u8,
        reference: issuer_program::REFERENCE,
    }
}

/// Burns all that Alice and Bob have.
fn redeem_everything(world: &mut World) {
    for wallet in [cast().alice, cast().bob] {
        let all = token_2022::balance(world, &wallet, &cast().share.mint);
        world.run(issuer_program::redeem_shares(&cast().share, &wallet, all));
    }
}

#[test]
fn no_more_shares_are_issued() {
    let mut world = World::new();
    let mut expected: Asset = world.read(&cast().share.asset);
    world.run(subscribe());
    let issues = issues(&mut world);
    for instruction in &issues {
        assert!(world.clone().send(instruction.clone()).is_ok(), "each would have gone through");
    }
    let receipt = world.run(issuer_program::wind_down(&cast().share));
    receipt.assert_event(ID, &status_event(AssetStatus::Active, AssetStatus::WindingDown));
    assert_eq!(receipt.event_count(), 1);
    expected.status = AssetStatus::WindingDown as u8;
    world.assert_account(&cast().share.asset, &expected);
    for instruction in issues {
        assert_eq!(world.refuse(instruction).code(), Some(7046));
    }
}

#[test]
fn a_subscription_can_be_cancelled_at_once() {
    let mut world = World::new();
    let before = Books::of(&world);
    world.run(subscribe());
    world.run(issuer_program::wind_down(&cast().share));
    world.run(cancel());
    assert_eq!(Books::of(&world), before);
}

#[test]
fn holders_redeem_and_trade_on() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    world.run(issuer_program::wind_down(&share));
    Transfer::new(&share.mint, &bob, &alice, 5).send(&mut world).unwrap();
    world.run(issuer_program::redeem_shares(&share, &alice, 5));
    world.run(request());
    world.run(settle());
    world.run(reject_redemption());
    world.run(request());
    assert_eq!(world.refuse(reclaim()).code(), Some(7125), "the deadline goes on to count");
    world.set_time(REQUEST.deadline);
    world.run(reclaim());
}

#[test]
fn it_is_closed_once_nothing_is_left() {
    let mut world = World::new();
    let share = cast().share;
    assert_eq!(world.refuse(issuer_program::close_asset(&share)).code(), Some(7141));
    world.run(issuer_program::wind_down(&share));
    assert_eq!(world.refuse(issuer_program::wind_down(&share)).code(), Some(7046));
    world.run(request());
    redeem_everything(&mut world);
    assert_eq!(world.refuse(issuer_program::close_asset(&share)).code(), Some(7142), "in escrow");
    let all = SettleRedemptionArgs { amount: 10 * TOKEN, ..SETTLEMENT };
    world.run(issuer_program::settle_redemption(&share, &cast().alice, NUMBER, all));
    let mut expected: Asset = world.read(&share.asset);
    let mint = token_2022::mint(&world, &share.mint);
    let receipt = world.run(issuer_program::close_asset(&share));
    receipt.assert_event(ID, &status_event(AssetStatus::WindingDown, AssetStatus::Closed));
    assert_eq!(receipt.event_count(), 1);
    expected.status = AssetStatus::Closed as u8;
    world.assert_account(&share.asset, &expected);
    let mut without = mint;
    without.mint_authority = None.into();
    assert_eq!(token_2022::mint(&world, &share.mint), without);
    assert_eq!((without.supply, without.freeze_authority), (0, Some(share.asset).into()));
}

#[test]
fn a_closed_asset_does_nothing_but_return_cash() {
    let mut world = World::new();
    let share = cast().share;
    let before = Books::of(&world);
    world.run(subscribe());
    let issues = issues(&mut world);
    world.run(issuer_program::wind_down(&share));
    redeem_everything(&mut world);
    world.run(issuer_program::close_asset(&share));
    for instruction in issues {
        assert_eq!(world.refuse(instruction).code(), Some(7046));
    }
    for instruction in [issuer_program::wind_down(&share), request()] {
        assert_eq!(world.refuse(instruction).code(), Some(7046));
    }
    let again = world.refuse(issuer_program::close_asset(&share));
    assert_eq!(again.code(), Some(7141));
    world.run(cancel());
    let mint = cast().company.member(Duty::Mint);
    world.run(issuer_program::withdraw_mint_proposal(&share, 1, mint));
    let after = Books { shares: 0, supply: 0, ..before };
    assert_eq!(Books::of(&world), after);
}

/// Nothing of one asset touches another.
#[test]
fn the_other_share_lives_on() {
    let mut world = World::new();
    world.run(issuer_program::wind_down(&cast().share));
    let (other, alice) = (cast().other_share, cast().alice);
    world.run(issuer_program::mint_shares(&other, &alice, 1));
    world.run(issuer_program::subscribe(&other, &alice, SUBSCRIPTION));
    let quantity = Quantity::Raw { amount: 1 };
    let request = RequestRedemptionArgs { quantity, ..REQUEST };
    world.run(issuer_program::request_redemption(&other, &alice, request));
}
