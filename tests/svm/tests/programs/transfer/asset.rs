//! The asset as a party: it signs for its escrows and as the permanent delegate, and no rule stands in its
//! way, so that no escrow can be stranded. Here the runtime believes that it signs; what lets it sign is
//! for the issuer program to say.

use anchor_lang::prelude::Pubkey;
use scrip_rules::paths::VENUE_TO_VENUE;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, TOKEN, World, cast, hook_program, issuer_program, token_2022};
use scrip_transfer_hook::{HolderDetails, PolicyTerms};

use super::stage::{newcomer, open, register, set_status, set_terms, transfer, update};
use super::{assert_allowed, assert_refused};

/// A world in which the asset has an escrow, with ten tokens that Alice has put there.
fn with_escrow() -> (World, Pubkey) {
    let mut world = World::without_signatures();
    let asset = cast().share.asset;
    world.run(token_2022::create_account(&asset, &cast().share.mint));
    transfer(&cast().alice, &asset, 10 * TOKEN).send(&mut world).unwrap();
    (world, asset)
}

/// Nothing that is a trade is possible under these terms.
fn no_trade(terms: &mut PolicyTerms) {
    (terms.paths, terms.max_balance, terms.max_transfer) = (VENUE_TO_VENUE, 1, 1);
}

/// A way in which the share stands still, and what is said of it.
type Standstill = (Refusal, fn(&mut World));

/// All of them.
const STANDSTILLS: [Standstill; 3] = [
    (Refusal::Halted, |world| drop(world.run(issuer_program::halt(&cast().share, 2, 0)))),
    (Refusal::Blackout, |world| {
        drop(world.run(issuer_program::set_blackout(&cast().share, START, START + 1)));
    }),
    (Refusal::AssetLocked, |world| {
        set_terms(world, |terms| terms.locked_until = START + 1);
    }),
];

#[test]
fn what_the_asset_signs_passes_every_standstill_and_every_record() {
    let (mut world, asset) = with_escrow();
    let nobody = newcomer(&mut world, "dave");
    set_terms(&mut world, |terms| {
        no_trade(terms);
        terms.locked_until = START + 1;
    });
    world.run(issuer_program::halt(&cast().share, 2, 0));
    world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
    set_status(&mut world, &cast().alice, 3);
    set_status(&mut world, &cast().bob, 4);
    // Out of its escrow, and as the permanent delegate out of anybody's account.
    for (from, to) in [
        (asset, cast().bob),
        (asset, nobody),
        (cast().alice, cast().bob),
        (cast().alice, nobody),
        (cast().bob, asset),
    ] {
        let transfer = transfer(&from, &to, 5);
        assert_allowed(&world, &transfer.signed_by(&asset));
        assert_eq!(transfer.signed_by(&cast().mallory).check(&mut world), 6100);
    }
}

#[test]
fn what_the_authority_of_a_policy_signs_passes_where_it_is_a_key() {
    let mut world = World::new();
    let (mint, authority) = (cast().hooked_mint, cast().hooked_mint_authority);
    let transfer = scrip_svm_tests::Transfer::new(&mint, &cast().alice, &cast().bob, 1);
    world.run(token_2022::approve(&cast().alice, &mint, &authority, 1));
    world.run(hook_program::halt(2, 0));
    set_status(&mut world, &cast().alice, 3);
    assert_refused(&world, &transfer, Refusal::Halted);
    assert_allowed(&world, &transfer.signed_by(&authority));
}

#[test]
fn an_escrow_needs_no_record_and_knows_no_paths_and_no_limits() {
    let (mut world, asset) = with_escrow();
    assert!(world.account(&cast().share.holder(&asset)).is_none());
    set_terms(&mut world, no_trade);
    assert_allowed(&world, &transfer(&cast().alice, &asset, 5));
    // The same between holders is refused.
    let trade = transfer(&cast().alice, &cast().bob, 5);
    assert_refused(&world, &trade, Refusal::WalletToWallet);
}

#[test]
fn who_pays_into_an_escrow_is_judged() {
    let (world, asset) = with_escrow();
    let deposit = transfer(&cast().alice, &asset, 5);
    let mut suspended = world.clone();
    set_status(&mut suspended, &cast().alice, 2);
    assert_refused(&suspended, &deposit, Refusal::SourceSuspended);
    let mut locked = world.clone();
    let details = HolderDetails { locked_until: START + 1, ..details() };
    update(&mut locked, &cast().alice, details);
    assert_refused(&locked, &deposit, Refusal::SourceLocked);

    // Carol, of whom nobody knows, where records are needed and where they are not.
    let mut world = world;
    set_terms(&mut world, open);
    transfer(&cast().alice, &cast().carol, 5).send(&mut world).unwrap();
    let deposit = transfer(&cast().carol, &asset, 5);
    assert_allowed(&world, &deposit);
    set_terms(&mut world, |_| {});
    assert_refused(&world, &deposit, Refusal::SourceMissing);
}

#[test]
fn a_standstill_is_one_for_deposits_too() {
    for (refusal, stand_still) in STANDSTILLS {
        let (mut world, asset) = with_escrow();
        stand_still(&mut world);
        assert_refused(&world, &transfer(&cast().alice, &asset, 5), refusal);
        assert_allowed(&world, &transfer(&asset, &cast().alice, 5));
    }
}

#[test]
fn a_delegate_of_an_escrow_is_not_the_asset() {
    // The asset has let Bob take five from its escrow: that is no trade either, but a transfer like others.
    let (mut world, asset) = with_escrow();
    world.run(token_2022::approve(&asset, &cast().share.mint, &cast().bob, 5));
    set_terms(&mut world, no_trade);
    let to = |wallet| transfer(&asset, &wallet, 5).signed_by(&cast().bob);
    assert_allowed(&world, &to(cast().alice));
    assert_refused(&world, &to(cast().carol), Refusal::DestinationMissing);
    set_status(&mut world, &cast().alice, 4);
    assert_refused(&world, &to(cast().alice), Refusal::DestinationSanctioned);
    for (refusal, stand_still) in STANDSTILLS {
        let mut world = world.clone();
        stand_still(&mut world);
        assert_refused(&world, &to(cast().bob), refusal);
    }
}

#[test]
fn an_asset_is_a_party_to_its_own_share_alone() {
    let (mut world, _) = with_escrow();
    let other = cast().other_share.asset;
    world.run(token_2022::create_account(&other, &cast().share.mint));
    assert_refused(&world, &transfer(&cast().alice, &other, 1), Refusal::DestinationMissing);
    let signed = transfer(&cast().alice, &cast().carol, 1).signed_by(&other);
    assert_eq!(signed.check(&mut world), Refusal::DestinationMissing.code());
}

#[test]
fn a_record_of_the_assets_address_changes_nothing() {
    let (mut world, asset) = with_escrow();
    world.run(hook_program::bar_wallet(&register(), asset, 4));
    assert_allowed(&world, &transfer(&cast().alice, &asset, 5));
    assert_allowed(&world, &transfer(&asset, &cast().alice, 5));
}
