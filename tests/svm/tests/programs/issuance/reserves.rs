//! What attestations are taken, and what the rule of an asset makes of them.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::{ReserveShortfall, ReservesAttested};
use scrip_issuer::state::{Asset, ReserveAttestation};
use scrip_issuer::{AttestReservesArgs, ID};
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{START, TOKEN, World, addresses, cast};

use super::custody::{MISSING, mint, rule, second, with_rule};

/// What Alice and Bob hold.
pub const SUPPLY: u64 = 2_000 * TOKEN;

fn shortfall(world: &World, needed: u128, counted: u128, custodians: u8) -> ReserveShortfall {
    let asset = cast().share.asset;
    let min_custodians = world.read::<Asset>(&asset).min_custodians;
    ReserveShortfall { asset, needed, counted, custodians, min_custodians }
}

#[test]
fn without_a_rule_nobody_looks_and_nothing_is_told() {
    let mut world = World::new();
    world.run(mint(1, &[]));
    for (shares, as_of) in [(0, START), (1, START), (SUPPLY, START - 60)] {
        let mut world = world.clone();
        let receipt = world.run(attest(&cast().share, shares, as_of));
        receipt.assert_events::<ReserveShortfall>(ID, &[]);
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn a_warning_is_an_event_and_stops_nothing() {
    let mut world = with_rule(rule(2, 60, 1, 0));
    let receipt = world.run(mint(1, &[]));
    let told = shortfall(&world, u128::from(SUPPLY + 1), 0, 0);
    receipt.assert_event(ID, &told);
    assert_eq!(receipt.event_count(), 2);
    world.run(attest(&cast().share, SUPPLY + 2, START));
    let key = cast().company.custodian();
    let receipt = world.run(mint(1, &[key]));
    receipt.assert_events::<ReserveShortfall>(ID, &[]);
    let receipt = world.run(mint(1, &[key]));
    receipt.assert_event(ID, &shortfall(&world, u128::from(SUPPLY + 3), u128::from(SUPPLY + 2), 1));
    // A batch warns once.
    let batch = mint_batch(&cast().share, &[(cast().alice, 1), (cast().bob, 1)]);
    let receipt = world.run(backed_by(batch, &cast().share, &[key]));
    receipt.assert_event(ID, &shortfall(&world, u128::from(SUPPLY + 5), u128::from(SUPPLY + 2), 1));
}

#[test]
fn enforced_reserves_stop_minting_one_unit_beyond_them() {
    let mut world = with_rule(rule(3, 60, 1, 0));
    let key = cast().company.custodian();
    world.refuse(mint(1, &[])).assert_code(MISSING, "no custodian named");
    world.run(attest(&cast().share, SUPPLY + 10, START));
    world.refuse(mint(11, &[key])).assert_code(MISSING, "one unit too many");
    world.run(mint(10, &[key]));
    world.refuse(mint(1, &[key])).assert_code(MISSING, "all is minted");
    // Burning makes room again.
    world.run(redeem_shares(&cast().share, &cast().alice, 4));
    world.refuse(mint(5, &[key])).assert_code(MISSING, "five, where four were burnt");
    world.run(mint(4, &[key]));
    let batch = mint_batch(&cast().share, &[(cast().alice, 1), (cast().bob, 1)]);
    let batch = backed_by(batch, &cast().share, &[key]);
    world.refuse(batch).assert_code(MISSING, "nor by a batch");
}

#[test]
fn the_haircut_is_taken_off_and_rounded_down() {
    // A tenth of a per cent of 2,002,002,002 is 2,002,002.002: what counts is 1,999,999,999 and no more.
    let mut world = with_rule(rule(3, 60, 1, 10));
    let key = cast().company.custodian();
    let attested = SUPPLY * 10_000 / 9_990;
    world.run(attest(&cast().share, attested, START));
    world.refuse(mint(1, &[key])).assert_code(MISSING, "less than the supply counts");
    world.run(attest(&cast().share, attested + 2, START));
    world.run(mint(1, &[key]));
    world.refuse(mint(1, &[key])).assert_code(MISSING, "and one unit more");
    // All of it taken off: nothing counts, whatever is attested.
    world.run(change_asset(&cast().share, rule(3, 60, 1, 10_000)));
    world.run(attest(&cast().share, u64::MAX, START));
    world.refuse(mint(1, &[key])).assert_code(MISSING, "a haircut of everything");
}

#[test]
fn an_attestation_counts_to_the_last_second_of_its_age() {
    let mut world = with_rule(rule(3, 60, 1, 0));
    let key = cast().company.custodian();
    // Signed now, of shares that were counted ten seconds ago: the age runs from the count.
    world.run(attest(&cast().share, u64::MAX, START - 10));
    world.set_time(START + 50);
    world.run(mint(1, &[key]));
    world.set_time(START + 51);
    world.refuse(mint(1, &[key])).assert_code(MISSING, "one second too old");
    world.run(attest(&cast().share, u64::MAX, START + 51));
    world.run(mint(1, &[key]));
}

#[test]
fn as_many_custodians_as_the_rule_asks_for() {
    let mut world = with_rule(rule(3, 60, 2, 0));
    let (first, second) = (cast().company.custodian(), second(&mut world));
    world.run(attest(&cast().share, SUPPLY, START));
    world.refuse(mint(1, &[first])).assert_code(MISSING, "one of two");
    let args = AttestReservesArgs {
        shares: 5,
        as_of: START - 59,
        actions_seen: 0,
        document_hash: [1; 32],
    };
    world.run(attest_reserves(&cast().share, second, args));
    world.refuse(mint(1, &[first])).assert_code(MISSING, "two attest, but one is named");
    world.refuse(mint(6, &[first, second])).assert_code(MISSING, "more than both together");
    world.run(mint(5, &[first, second]));
    world.set_time(START + 2);
    world.run(redeem_shares(&cast().share, &cast().alice, 5));
    world.refuse(mint(1, &[first, second])).assert_code(MISSING, "one of the two is stale");
}

#[test]
fn a_corporate_action_makes_attestations_stale() {
    let mut world = with_rule(rule(3, 1_000_000, 1, 0));
    let (share, key) = (cast().share, cast().company.custodian());
    world.run(attest(&share, u64::MAX, START));
    world.schedule(&share, SPLIT);
    let args = |shares, as_of, actions_seen| {
        let args = AttestReservesArgs { shares, as_of, actions_seen, document_hash: [6; 32] };
        attest_reserves(&share, key, args)
    };
    let unseen = IssuerError::ActionsNotSeen as u32;
    world.refuse(args(1, START, 1)).assert_code(unseen, "an action that is not in force");
    world.set_time(START + NOTICE - 1);
    world.clone().run(mint(1, &[key]));
    world.set_time(START + NOTICE);
    world.refuse(mint(1, &[key])).assert_code(MISSING, "counted before the split");
    let after = START + NOTICE;
    world.refuse(args(1, after, 0)).assert_code(unseen, "the split was not seen");
    world.refuse(args(1, after - 1, 1)).assert_code(unseen, "counted a second before it");
    // Four shares for each now.
    world.run(args(4 * SUPPLY + 7, after, 1));
    world.refuse(mint(2, &[key])).assert_code(MISSING, "seven shares are one unit and a part");
    world.run(mint(1, &[key]));
}

#[test]
fn an_attestation_is_written_whole_and_told() {
    let mut world = World::new();
    let (share, key) = (cast().share, cast().company.custodian());
    for (old_shares, new_shares, as_of) in [(0, 7, START - 5), (7, 5, START - 5), (5, 9, START)] {
        let receipt = world.run(attest(&share, new_shares, as_of));
        receipt.assert_event(
            ID,
            &ReservesAttested {
                asset: share.asset,
                custodian: key,
                old_shares,
                new_shares,
                as_of,
                actions_seen: 0,
                supply: SUPPLY,
                document_hash: [6; 32],
            },
        );
        let address = addresses::attestation(&share.asset, &key);
        world.assert_account(
            &address,
            &ReserveAttestation {
                version: 1,
                bump: addresses::bump(&address),
                asset: share.asset,
                custodian: key,
                shares: new_shares,
                as_of,
                actions_seen: 0,
                attested_at: START,
                document_hash: [6; 32],
            },
        );
    }
    let code = IssuerError::AsOfWentBack as u32;
    world.refuse(attest(&share, 9, START - 1)).assert_code(code, "before the last one");
    let code = IssuerError::AsOfInTheFuture as u32;
    world.refuse(attest(&share, 9, START + 1)).assert_code(code, "a second ahead");
}

#[test]
fn less_than_the_supply_is_the_truth_stops_minting_and_is_told() {
    let mut world = with_rule(rule(3, 60, 1, 0));
    let (share, key) = (cast().share, cast().company.custodian());
    let receipt = world.run(attest(&share, SUPPLY, START));
    receipt.assert_events::<ReserveShortfall>(ID, &[]);
    let receipt = world.run(attest(&share, SUPPLY - 1, START));
    let (needed, counted) = (u128::from(SUPPLY), u128::from(SUPPLY - 1));
    receipt.assert_event(ID, &shortfall(&world, needed, counted, 1));
    assert_eq!(receipt.event_count(), 2);
    world.refuse(mint(1, &[key])).assert_code(MISSING, "short of reserves");
    // Together with another there is enough.
    let second = second(&mut world);
    let args =
        AttestReservesArgs { shares: 2, as_of: START, actions_seen: 0, document_hash: [1; 32] };
    let both = backed_by(attest_reserves(&share, second, args), &share, &[key]);
    world.run(both).assert_events::<ReserveShortfall>(ID, &[]);
    world.run(mint(1, &[key, second]));
    // And enough again lets minting go on.
    world.run(attest(&share, SUPPLY + 2, START));
    world.run(mint(1, &[key]));
}

#[test]
fn a_change_of_the_rule_holds_at_once() {
    let mut world = World::new();
    let none = Change::ReserveRule { mode: 3, max_age: 0, min_custodians: 1, haircut_bps: 0 };
    let unsound = IssuerError::UnsoundSetting as u32;
    for unsound_rule in
        [none, rule(3, 1, 0, 0), rule(0, 1, 1, 0), rule(4, 1, 1, 0), rule(2, 1, 1, 10_001)]
    {
        world.refuse(change_asset(&cast().share, unsound_rule)).assert_code(unsound, "no rule");
    }
    world.run(mint(1, &[]));
    world.run(change_asset(&cast().share, rule(3, 60, 1, 0)));
    world.refuse(mint(1, &[])).assert_code(MISSING, "from now on");
}
