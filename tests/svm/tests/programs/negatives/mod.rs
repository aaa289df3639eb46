//! For every account of every instruction: what must not pass in its place.
//!
//! Each fixture is an instruction that works. From it are made, for each of its accounts: one without the
//! signature, one without the right to write, one where the account belongs to another program, is empty
//! or zeroed, and one with each other address of the cast and of the instruction itself in its place,
//! which includes the accounts of other assets, registries and issuers, every other type of account, and
//! the same account twice. All must fail and change nothing, but for the exemptions, each with its reason.

mod exemptions;
mod pool;
mod targets;

use std::collections::BTreeSet;

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::fixtures::{self, Fixture};
use scrip_svm_tests::{Receipt, World, idl, keys};
use solana_account::Account;

/// What is done to one account of an instruction that works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tamper {
    /// It does not sign.
    Unsigned,
    /// It may not be written.
    ReadOnly,
    /// It belongs to another program, with the same data.
    OtherOwner,
    /// It has no data.
    Empty,
    /// Its data are zeros.
    Zeroed,
    /// Another account is in its place.
    Substituted(Pubkey),
}

/// What can be done to the account at this place.
fn tampers(world: &World, instruction: &Instruction, place: usize) -> Vec<Tamper> {
    let meta = &instruction.accounts[place];
    let mut tampers = Vec::new();
    if meta.is_signer {
        tampers.push(Tamper::Unsigned);
    }
    if meta.is_writable {
        tampers.push(Tamper::ReadOnly);
    }
    match world.account(&meta.pubkey) {
        // Programs and plain wallets: that they are the right ones is a matter of their address.
        Some(account) if account.executable || account.data.is_empty() => {}
        Some(_) => tampers.extend([Tamper::OtherOwner, Tamper::Empty, Tamper::Zeroed]),
        // Yet to be created: somebody was there first. Event authorities are never there.
        None if meta.is_writable => tampers.push(Tamper::OtherOwner),
        None => {}
    }
    let mut others: BTreeSet<_> = pool::addresses().into_iter().collect();
    others.extend(instruction.accounts.iter().map(|meta| meta.pubkey));
    others.remove(&meta.pubkey);
    let able = others.into_iter().filter(|other| !meta.is_signer || keys::is_wallet(other));
    tampers.extend(able.map(Tamper::Substituted));
    tampers
}

/// Does it to copies of the world and the instruction.
fn tampered(
    world: &World,
    instruction: &Instruction,
    place: usize,
    tamper: Tamper,
) -> (World, Instruction) {
    let (mut world, mut instruction) = (world.clone(), instruction.clone());
    let meta = &mut instruction.accounts[place];
    let squatted = || Account { lamports: 10_000_000, data: vec![1; 300], ..Account::default() };
    let mut account = world.account(&meta.pubkey).unwrap_or_else(squatted);
    match tamper {
        Tamper::Unsigned => meta.is_signer = false,
        Tamper::ReadOnly => meta.is_writable = false,
        Tamper::OtherOwner => account.owner = keys::wallet("some other program"),
        Tamper::Empty => account.data.clear(),
        Tamper::Zeroed => account.data.fill(0),
        Tamper::Substituted(other) => meta.pubkey = other,
    }
    if matches!(tamper, Tamper::OtherOwner | Tamper::Empty | Tamper::Zeroed) {
        world.set_account(instruction.accounts[place].pubkey, account);
    }
    (world, instruction)
}

/// Whether it went through. If not, nothing may have changed.
fn goes_through(mut world: World, instruction: Instruction, passed: fn(&Receipt) -> bool) -> bool {
    let before = world.accounts_of(&instruction);
    let result = world.send(instruction.clone());
    let through = result.as_ref().is_ok_and(passed);
    assert!(through || world.accounts_of(&instruction) == before, "a failure left a trace");
    through
}

/// The instructions that take further accounts: recipients, custodians with their attestations, or what the
/// transfer hook of a payout's shares asks for.
const TAKE_MORE: [&str; 8] = [
    "exchange_shares",
    "onboard_holders",
    "mint_shares",
    "mint_batch",
    "mint_proposed",
    "fill_subscription",
    "purchase_shares",
    "reserve_status",
];

/// The names of the accounts of an instruction. What follows the ones of the interface description are the
/// accounts of a batch, or of custodians.
fn accounts(program: &str, name: &str, instruction: &Instruction) -> Vec<String> {
    let mut names = idl::accounts(program, name);
    let more = instruction.accounts.len() - names.len();
    assert!(more == 0 || TAKE_MORE.contains(&name), "{program}::{name}");
    names.resize(instruction.accounts.len(), "one of the batch".into());
    names
}

fn assert_all_refused(fixture: &Fixture) {
    let Fixture { program, name, ready, passed } = fixture;
    let mut world = World::without_signatures();
    let instruction = ready(&mut world);
    let names = accounts(program, name, &instruction);
    assert!(passed(&world.clone().run(instruction.clone())), "{name} does not work");

    let (mut tried, mut needed, mut through) = (0, BTreeSet::new(), Vec::new());
    for (place, account) in names.iter().enumerate() {
        for tamper in tampers(&world, &instruction, place) {
            tried += 1;
            let (world, instruction) = tampered(&world, &instruction, place, tamper);
            if !goes_through(world, instruction, *passed) {
                continue;
            }
            let exemption = exemptions::all()
                .position(|exemption| exemption.covers(program, name, account, tamper));
            match exemption {
                Some(exemption) => drop(needed.insert(exemption)),
                None => through.push(format!("{account} {tamper:?}")),
            }
        }
    }
    println!("{program}::{name}: {tried} ways tried");
    assert!(through.is_empty(), "{program}::{name} goes through with\n{}", through.join("\n"));
    let of_this = |exemption: &exemptions::Exemption| {
        (exemption.program, exemption.instruction) == (*program, *name)
    };
    let listed = exemptions::all().enumerate();
    for (index, exemption) in listed.filter(|(_, exemption)| of_this(exemption)) {
        assert!(needed.contains(&index), "the exemption is not needed: {}", exemption.reason);
    }
}

#[test]
fn every_instruction_has_a_fixture() {
    for program in ["scrip_transfer_hook", "scrip_issuer"] {
        let fixtures = fixtures::all().filter(|fixture| fixture.program == program);
        let fixtures: BTreeSet<_> = fixtures.map(|fixture| fixture.name.to_string()).collect();
        assert_eq!(fixtures, idl::instructions(program).into_iter().collect());
    }
}

macro_rules! negatives {
    ($($module:ident: $program:literal, [$($name:ident),+];)+) => {$(
        mod $module {
            $(#[test]
            fn $name() {
                let mut fixtures = super::fixtures::all();
                let fixture = fixtures
                    .find(|fixture| (fixture.program, fixture.name) == ($program, stringify!($name)));
                super::assert_all_refused(fixture.unwrap());
            })+
        }
    )+};
}

negatives! {
    registry: "scrip_transfer_hook", [
        create_registry, propose_registry_authority, accept_registry_authority, grant_registrar,
        revoke_registrar, onboard_holder, onboard_holders, update_holder, set_holder_status,
        bar_wallet, close_holder
    ];
    policy: "scrip_transfer_hook", [
        create_policy, update_policy, halt, resume, set_blackout, clear_blackout,
        update_extra_metas, execute, check_transfer
    ];
    venues: "scrip_transfer_hook", [
        approve_venue_program, revoke_venue_program, register_venue, add_venue,
        suspend_orphaned_venue
    ];
    attestations: "scrip_transfer_hook", [
        trust_credential, distrust_credential, import_attestation, import_revocation
    ];
    issuer: "scrip_issuer", [
        create_issuer, accept_admin, grant_role, revoke_role, create_asset, redeem_shares, halt,
        resume, set_blackout, clear_blackout, update_extra_metas, pause, unpause, update_metadata, wind_down, close_asset
    ];
    settings: "scrip_issuer", [
        add_minter, add_custodian, add_payment_mint, change_setting, propose_change,
        approve_change, execute_change, cancel_change
    ];
    issuance: "scrip_issuer", [
        mint_shares, mint_batch, propose_mint, mint_proposed, withdraw_mint_proposal,
        attest_reserves, reserve_status
    ];
    settlement: "scrip_issuer", [
        subscribe, fill_subscription, reject_subscription, cancel_subscription, purchase_shares,
        request_redemption, settle_redemption, settle_redemption_off_chain, reject_redemption,
        reclaim_redemption
    ];
    actions: "scrip_issuer", [
        announce_action, amend_action, approve_action, schedule_action, cancel_action,
        settle_action, assert_multiplier
    ];
    payouts: "scrip_issuer", [
        open_payout, approve_payout, fund_payout, withdraw_payout, sweep_payout, open_claim_page,
        close_claim_page, claim
    ];
    offers: "scrip_issuer", [
        exchange_shares, tender_shares, withdraw_tender, settle_tender, elect, withdraw_election
    ];
    migration: "scrip_issuer", [migrate_account];
}
