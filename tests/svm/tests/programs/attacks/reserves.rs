//! An attestation used for another share, twice, after it was overtaken, or by a clock that goes back.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::{AnnounceActionArgs, AttestReservesArgs};
use scrip_svm_tests::cast::Share;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, effective_at};
use scrip_svm_tests::issuer_program::{self as issuer, backed_by};
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, keys};

/// Two thousand shares are about already.
const HELD: u64 = 2_000 * TOKEN + 5;

fn enforced(share: &Share, min_custodians: u8) -> World {
    let mut world = World::new();
    let (mode, max_age, haircut_bps) = (3, 86_400, 0);
    let rule = Change::ReserveRule { mode, max_age, min_custodians, haircut_bps };
    world.run(issuer::change_asset(share, rule));
    world
}

fn mint(share: &Share, amount: u64) -> anchor_lang::solana_program::instruction::Instruction {
    let mint = issuer::mint_shares(share, &cast().alice, amount);
    backed_by(mint, share, &[share.company.custodian()])
}

/// A second custodian of the company.
fn second(world: &mut World) -> anchor_lang::prelude::Pubkey {
    let (company, key) = (&cast().company, keys::wallet("second custodian"));
    world.run(issuer::add_custodian(company, key));
    world.run(issuer::change_company(company, Change::Custodian { key, approved: true }));
    key
}

#[test]
fn no_more_is_minted_than_is_held_to_the_unit() {
    let share = &cast().share;
    let mut world = enforced(share, 1);
    world.run(issuer::attest(share, HELD, START));
    let code = IssuerError::ReservesMissing as u32;
    world.refuse(mint(share, 6)).assert_code(code, "a unit too many");
    world.run(mint(share, 5));
    world.refuse(mint(share, 1)).assert_code(code, "nothing is left");
}

#[test]
fn an_attestation_backs_its_own_share_alone() {
    let (share, other) = (&cast().share, &cast().other_share);
    let mut world = enforced(share, 1);
    world.run(issuer::attest(other, u64::MAX, START));
    let mut borrowed = mint(share, 1);
    let place = borrowed.accounts.len() - 1;
    borrowed.accounts[place].pubkey =
        addresses::attestation(&other.asset, &other.company.custodian());
    let code = IssuerError::CustodyAccounts as u32;
    world.refuse(borrowed).assert_code(code, "the other share's attestation");
    world.refuse(mint(share, 1)).assert_code(code, "no attestation of this share");
}

#[test]
fn an_attestation_counts_once() {
    let share = &cast().share;
    let mut world = enforced(share, 1);
    let custodian = share.company.custodian();
    world.run(issuer::attest(share, HELD, START));
    let bare = issuer::mint_shares(share, &cast().alice, 6);
    let twice = backed_by(bare, share, &[custodian, custodian]);
    let code = IssuerError::CustodiansOutOfOrder as u32;
    world.refuse(twice).assert_code(code, "the same custodian twice");
    // Nor under another custodian's name.
    let other = second(&mut world);
    let mut borrowed =
        backed_by(issuer::mint_shares(share, &cast().alice, 6), share, &[custodian, other]);
    let attestation = addresses::attestation(&share.asset, &custodian);
    for place in [borrowed.accounts.len() - 3, borrowed.accounts.len() - 1] {
        borrowed.accounts[place].pubkey = attestation;
    }
    let code = IssuerError::CustodyAccounts as u32;
    world.refuse(borrowed).assert_code(code, "another custodian's name");
}

#[test]
fn one_custodian_is_not_two() {
    let share = &cast().share;
    let mut world = enforced(share, 2);
    world.run(issuer::attest(share, u64::MAX, START));
    let code = IssuerError::ReservesMissing as u32;
    world.refuse(mint(share, 1)).assert_code(code, "one of two");
    let key = second(&mut world);
    let args =
        AttestReservesArgs { shares: 0, as_of: START, actions_seen: 0, document_hash: [1; 32] };
    world.run(issuer::attest_reserves(share, key, args));
    let both = issuer::mint_shares(share, &cast().alice, 1);
    world.run(backed_by(both, share, &[key, share.company.custodian()]));
}

#[test]
fn a_higher_attestation_of_an_older_time_does_not_replace_the_truth() {
    let share = &cast().share;
    let mut world = enforced(share, 1);
    world.run(issuer::attest(share, 1, START));
    let failure = world.refuse(issuer::attest(share, u64::MAX, START - 1));
    failure.assert_code(IssuerError::AsOfWentBack as u32, "an older count");
    world.refuse(mint(share, 1));
}

#[test]
fn a_split_ends_every_attestation_and_a_clock_that_goes_back_wakes_none() {
    let share = &cast().share;
    let mut world = enforced(share, 1);
    world.schedule(share, SPLIT);
    world.run(issuer::attest(share, u64::MAX, START));
    world.set_time(START + NOTICE - 1);
    world.clone().run(mint(share, 1));
    world.set_time(START + NOTICE);
    let code = IssuerError::ReservesMissing as u32;
    world.refuse(mint(share, 1)).assert_code(code, "counted before the split");
    let seen = AttestReservesArgs {
        shares: 4 * HELD,
        as_of: START + NOTICE,
        actions_seen: 1,
        document_hash: [1; 32],
    };
    world.run(issuer::attest_reserves(share, share.company.custodian(), seen));
    // Four shares for each raw unit.
    world.refuse(mint(share, 6)).assert_code(code, "four times a unit too many");
    world.clone().run(mint(share, 5));
    world.set_time(START + NOTICE - 1);
    world.refuse(mint(share, 1)).assert_code(code, "the split is not in force any more");
}

#[test]
fn a_bucket_is_not_filled_by_a_clock_that_goes_back() {
    let share = &cast().share;
    let mut world = World::new();
    let later = START + 2_000_000;
    world.set_time(later);
    // What the minter has minted so far has flowed back long ago.
    world.run(issuer::allow(share, u64::MAX, 1_000, 100));
    let mint = |amount| issuer::mint_shares(share, &cast().alice, amount);
    world.run(mint(1_000));
    let code = IssuerError::OverMinterBucket as u32;
    for time in [later - 1, later - 1_000_000, START, later] {
        world.set_time(time);
        world.refuse(mint(1)).assert_code(code, "an empty bucket");
    }
    // There and back counts once.
    world.set_time(later + 1);
    world.run(mint(10));
    for time in [later, later + 1] {
        world.set_time(time);
        world.refuse(mint(1)).assert_code(code, "back, and there again");
    }
}

#[test]
fn shares_counted_before_a_split_are_refused_also_while_another_is_announced() {
    let mut world = World::new();
    let share = cast().share;
    world.schedule(&share, SPLIT);
    world.set_time(START + NOTICE);
    let next = AnnounceActionArgs { dates: effective_at(START + 2 * NOTICE), ..SPLIT };
    world.schedule(&share, next);
    let attest = |as_of| {
        let args = AttestReservesArgs { shares: 1, as_of, actions_seen: 1, document_hash: [6; 32] };
        issuer::attest_reserves(&share, share.company.custodian(), args)
    };
    let failure = world.refuse(attest(START + NOTICE - 1));
    failure.assert_code(IssuerError::ActionsNotSeen as u32, "counted before the split");
    world.run(attest(START + NOTICE));
}
