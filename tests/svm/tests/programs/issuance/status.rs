//! `reserve_status`: the same answer as the client computes, and as minting goes by.

use anchor_lang::AnchorDeserialize;
use scrip_client::reserves::{Attested, reserve_status as client_status};
use scrip_issuer::change::Change;
use scrip_issuer::state::Asset;
use scrip_issuer::{AttestReservesArgs, ReserveStatus};
use scrip_svm_tests::fixtures::{NOTICE, dividend};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, token_2022};

use super::custody::{MISSING, mint, rule, second};
use super::reserves::SUPPLY;
use anchor_lang::prelude::Pubkey;

fn ask(world: &mut World, custodians: &[Pubkey]) -> ReserveStatus {
    let receipt = world.run(reserve_status(&cast().share, custodians));
    // Return data loses the zeros at its end.
    let mut data = receipt.return_data;
    data.resize(67, 0);
    ReserveStatus::try_from_slice(&data).unwrap()
}

/// What the client computes from the same accounts.
fn computed(world: &World, custodians: &[Pubkey]) -> ReserveStatus {
    let share = cast().share;
    let asset: Asset = world.read(&share.asset);
    let supply = token_2022::mint(world, &share.mint).supply;
    let attested = custodians.iter().map(|key| Attested {
        custodian: world.read(&addresses::custodian(&share.company.address, key)),
        attestation: world.read(&addresses::attestation(&share.asset, key)),
    });
    let attested: Vec<_> = attested.collect();
    client_status(&share.asset, &asset, supply, &attested, world.now()).unwrap()
}

/// Two custodians that attest so much, under a rule, after a dividend of 7 %.
fn world_of(rule: Change, shares: [u64; 2]) -> (World, [Pubkey; 2]) {
    let mut world = World::new();
    let keys = [cast().company.custodian(), second(&mut world)];
    let dividend = dividend(7, 100);
    world.schedule(&cast().share, dividend);
    world.set_time(START + NOTICE);
    world.run(change_asset(&cast().share, rule));
    for (key, shares) in keys.into_iter().zip(shares) {
        let as_of = START + NOTICE;
        let args = AttestReservesArgs { shares, as_of, actions_seen: 1, document_hash: [6; 32] };
        world.run(attest_reserves(&cast().share, key, args));
    }
    (world, keys)
}

#[test]
fn the_answer_is_that_of_the_rules() {
    let needed = SUPPLY / 100 * 107;
    for mode in 1..=3 {
        for (min_custodians, haircut_bps) in [(1, 0), (2, 0), (2, 37), (3, 0), (1, 10_000)] {
            for shares in
                [[0, 0], [needed, 0], [needed / 2, needed / 2], [needed, needed], [u64::MAX; 2]]
            {
                let (mut world, keys) =
                    world_of(rule(mode, 60, min_custodians, haircut_bps), shares);
                for later in [0, 60, 61] {
                    world.set_time(START + NOTICE + later);
                    for named in [&keys[..], &keys[..1], &[]] {
                        assert_eq!(ask(&mut world, named), computed(&world, named));
                    }
                }
            }
        }
    }
}

#[test]
fn a_backed_supply_in_numbers() {
    let (mut world, keys) = world_of(rule(3, 60, 2, 100), [2_000 * TOKEN, 200 * TOKEN]);
    assert_eq!(
        ask(&mut world, &keys),
        ReserveStatus {
            met: true,
            mode: 3,
            custodians: 2,
            supply: 2_000 * TOKEN,
            needed: 2_140 * u128::from(TOKEN),
            attested: 2_200 * u128::from(TOKEN),
            counted: 2_178 * u128::from(TOKEN),
            // Of 38 shares, at 1.07 a unit.
            headroom: 3_800_000_000 * 100 / 107,
        }
    );
}

#[test]
fn the_headroom_can_be_minted_and_no_unit_more() {
    let needed = SUPPLY / 100 * 107;
    for haircut_bps in [0, 1, 37, 2_500] {
        for extra in [0, 1, 2, 106, 107, 108, 12_345, TOKEN] {
            let shares = [needed + extra, needed];
            let (mut world, keys) = world_of(rule(3, 60, 2, haircut_bps), shares);
            let headroom = ask(&mut world, &keys).headroom;
            let failure = world.refuse(mint(headroom + 1, &keys));
            failure.assert_code(MISSING, "one unit more than the headroom");
            world.run(mint(headroom, &keys));
            let after = ask(&mut world, &keys);
            assert!(after.met && after.headroom == 0);
        }
    }
}
