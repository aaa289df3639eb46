//! Custodians: whose attestations count, and how their accounts are handed over.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::CustodianAdded;
use scrip_issuer::state::Custodian;
use scrip_issuer::{AttestReservesArgs, ID};
use scrip_svm_tests::issuer_program::*;
use scrip_svm_tests::{START, World, addresses, cast, keys};

/// `ReservesMissing`
pub const MISSING: u32 = IssuerError::ReservesMissing as u32;
const ACCOUNTS: u32 = IssuerError::CustodyAccounts as u32;
const ORDER: u32 = IssuerError::CustodiansOutOfOrder as u32;

/// A reserve rule.
pub const fn rule(mode: u8, max_age: u32, min_custodians: u8, haircut_bps: u16) -> Change {
    Change::ReserveRule { mode, max_age, min_custodians, haircut_bps }
}

/// A world in which the share has this rule.
pub fn with_rule(rule: Change) -> World {
    let mut world = World::new();
    world.run(change_asset(&cast().share, rule));
    world
}

/// A mint to Alice, backed by these custodians.
pub fn mint(amount: u64, custodians: &[Pubkey]) -> Instruction {
    backed_by(mint_shares(&cast().share, &cast().alice, amount), &cast().share, custodians)
}

/// Has the company approve another custodian.
pub fn approved(world: &mut World, name: &str) -> Pubkey {
    let (company, key) = (cast().company, keys::wallet(name));
    world.run(add_custodian(&company, key));
    world.run(change_company(&company, Change::Custodian { key, approved: true }));
    key
}

/// Has the company approve a second custodian.
pub fn second(world: &mut World) -> Pubkey {
    approved(world, "second custodian")
}

#[test]
fn a_custodian_counts_while_it_is_approved() {
    let mut world = with_rule(rule(3, 60, 1, 0));
    let (company, share) = (cast().company, cast().share);
    let key = keys::wallet("second custodian");
    let receipt = world.run(add_custodian(&company, key));
    let actor = company.admin;
    receipt.assert_event(ID, &CustodianAdded { issuer: company.address, custodian: key, actor });
    let address = addresses::custodian(&company.address, &key);
    let account = Custodian {
        version: 1,
        bump: addresses::bump(&address),
        issuer: company.address,
        key,
        approved: false,
    };
    world.assert_account(&address, &account);
    let args = AttestReservesArgs {
        shares: u64::MAX,
        as_of: START,
        actions_seen: 0,
        document_hash: [1; 32],
    };
    let attest = attest_reserves(&share, key, args);
    let code = IssuerError::CustodianNotApproved as u32;
    world.refuse(attest.clone()).assert_code(code, "not approved yet");
    let approve = |approved| change_company(&company, Change::Custodian { key, approved });
    world.run(approve(true));
    world.run(attest.clone());
    world.run(mint(1, &[key]));
    // Not any more: what it has attested does not count, and it attests nothing new.
    world.run(approve(false));
    world.refuse(mint(1, &[key])).assert_code(MISSING, "not approved any more");
    world.refuse(attest).assert_code(code, "not approved any more");
    world.run(approve(true));
    world.run(mint(1, &[key]));
}

#[test]
fn no_custodian_counts_twice() {
    let mut world = with_rule(rule(3, 60, 2, 0));
    let share = cast().share;
    let (first, second) = (cast().company.custodian(), second(&mut world));
    let args = AttestReservesArgs {
        shares: u64::MAX,
        as_of: START,
        actions_seen: 0,
        document_hash: [1; 32],
    };
    for key in [first, second] {
        world.run(attest_reserves(&share, key, args));
    }
    world.run(mint(1, &[first, second]));
    world.refuse(mint(1, &[first, first])).assert_code(ORDER, "the same twice");
    let mut reversed = mint(1, &[first, second]);
    let count = reversed.accounts.len();
    reversed.accounts.swap(count - 4, count - 2);
    reversed.accounts.swap(count - 3, count - 1);
    world.refuse(reversed).assert_code(ORDER, "in descending order");
    // Nor beside itself, while it attests.
    let beside = backed_by(attest_reserves(&share, first, args), &share, &[first]);
    world.refuse(beside).assert_code(ORDER, "beside itself");
}

#[test]
fn pairs_are_of_the_asset_and_its_issuer() {
    let mut world = with_rule(rule(3, 60, 1, 0));
    let (share, other, foreign) = (cast().share, cast().other_share, cast().foreign_share);
    let key = cast().company.custodian();
    for share in [share, other, foreign] {
        world.run(attest(&share, u64::MAX, START));
    }
    let right = mint(1, &[key]);
    let count = right.accounts.len();
    let (custodian, attestation) = (count - 2, count - 1);
    let foreign_key = foreign.company.custodian();
    let foreign_custodian = addresses::custodian(&foreign.company.address, &foreign_key);
    for (place, wrong, what) in [
        (attestation, addresses::attestation(&other.asset, &key), "of another asset"),
        (attestation, addresses::attestation(&foreign.asset, &foreign_key), "of another issuer"),
        (attestation, share.asset, "no attestation"),
        (attestation, cast().mallory, "a wallet"),
        (custodian, foreign_custodian, "a custodian of another issuer"),
        (custodian, share.minter(), "no custodian"),
        (custodian, share.policy, "an account of another program"),
    ] {
        let mut mint = right.clone();
        mint.accounts[place].pubkey = wrong;
        world.refuse(mint).assert_code(ACCOUNTS, what);
    }
    let mut half = right.clone();
    half.accounts.pop();
    world.refuse(half).assert_code(ACCOUNTS, "half a pair");
    let mut both_foreign = right.clone();
    both_foreign.accounts[custodian].pubkey = foreign_custodian;
    both_foreign.accounts[attestation].pubkey =
        addresses::attestation(&foreign.asset, &foreign_key);
    world.refuse(both_foreign).assert_code(ACCOUNTS, "a pair of another issuer");
    world.run(right);
}
