//! When roles begin, and the admin's two steps under a timelock.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::RoleGranted;
use scrip_issuer::state::*;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, issuer_program};

use super::*;

/// When a role with these permissions begins, granted under a timelock of a day.
fn begins(world: &mut World, member: Pubkey, permissions: u32) -> i64 {
    let company = cast().company;
    let receipt = world.run(issuer_program::grant_role(&company, member, permissions));
    let role: Role = world.read(&addresses::role(&company.address, &member));
    receipt.assert_event(
        ID,
        &RoleGranted {
            issuer: company.address,
            member,
            actor: company.admin,
            permissions,
            starts_at: role.starts_at,
            expires_at: 0,
        },
    );
    role.starts_at
}

#[test]
fn of_all_sets_of_permissions_only_those_that_stop_begin_at_once() {
    let mut ready = World::without_signatures();
    set_timelock(&mut ready, DAY);
    for permissions in 1..=PERMISSIONS_ALL {
        let mut world = ready.clone();
        let stops = permissions & !(PERMISSION_PAUSE | PERMISSION_HALT) == 0;
        let expected = if stops { START } else { START + i64::from(DAY) };
        assert_eq!(begins(&mut world, cast().mallory, permissions), expected, "{permissions:b}");
    }
}

#[test]
fn who_stops_things_does_so_at_once() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    let (company, share) = (cast().company, cast().share);
    for (duty, act) in [
        (Duty::Halt, issuer_program::halt(&share, 1, 0)),
        (Duty::Pause, issuer_program::pause(&share)),
    ] {
        let member = company.member(duty);
        world.run(issuer_program::revoke_role(&company, &member));
        world.run(issuer_program::grant_role(&company, member, duty.permission()));
        world.run(act);
    }
    // Who starts again waits: the roles of before go on.
    for (duty, act) in [
        (Duty::Resume, issuer_program::resume(&share)),
        (Duty::Unpause, issuer_program::unpause(&share)),
    ] {
        let member = company.member(duty);
        world.run(issuer_program::revoke_role(&company, &member));
        world.run(issuer_program::grant_role(&company, member, duty.permission()));
        let code = IssuerError::RoleNotStarted as u32;
        world.refuse(act.clone()).assert_code(code, "the role waits");
        let mut later = world.clone();
        later.set_time(START + i64::from(DAY) - 1);
        later.refuse(act.clone()).assert_code(code, "one second early");
        later.set_time(START + i64::from(DAY));
        later.run(act);
    }
}

#[test]
fn a_minter_needs_the_role_and_an_allowance_and_both_wait() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    let (company, share, member) = (cast().company, cast().share, cast().mallory);
    let mut mint = issuer_program::mint_shares(&share, &cast().alice, TOKEN);
    mint.accounts[0].pubkey = member;
    mint.accounts[1].pubkey = addresses::role(&company.address, &member);
    mint.accounts[3].pubkey = addresses::minter(&share.asset, &member);
    world.run(issuer_program::grant_role(&company, member, PERMISSION_MINT));
    world.run(issuer_program::add_minter(&share, member));
    let allowance = Change::Minter { member, cap: TOKEN, capacity: TOKEN, period: 1 };
    let code = IssuerError::ChangeMustWait as u32;
    world.refuse(at_once(allowance)).assert_code(code, "from nothing to something");
    world.run(propose(allowance, 0));
    world.set_time(START + i64::from(DAY));
    let code = IssuerError::OverMinterCap as u32;
    world.refuse(mint.clone()).assert_code(code, "the role alone");
    world.run(execute(allowance, 0));
    world.run(mint.clone());
    world.run(issuer_program::revoke_role(&company, &member));
    assert!(world.send(mint).is_err(), "the allowance alone");
}

#[test]
fn an_end_before_the_begin_is_refused() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    let begins = START + i64::from(DAY);
    let grant = |until| {
        issuer_program::grant_role_until(&cast().company, cast().mallory, PERMISSION_MINT, until)
    };
    let code = IssuerError::ExpiryInThePast as u32;
    world.refuse(grant(begins)).assert_code(code, "it would end as it begins");
    world.run(grant(begins + 1));
}

#[test]
fn the_admin_changes_in_two_steps_the_first_of_which_waits() {
    let mut world = World::new();
    let (company, new) = (cast().company, cast().bob);
    set_timelock(&mut world, DAY);
    let change = Change::Admin { proposed: new };
    let code = IssuerError::ChangeMustWait as u32;
    world.refuse(at_once(change)).assert_code(code, "an admin proposed at once");
    world.run(propose(change, 0));
    let accept = issuer_program::accept_admin(&company, new);
    let code = IssuerError::NotPendingAdmin as u32;
    world.refuse(accept.clone()).assert_code(code, "it still waits");
    world.set_time(START + i64::from(DAY));
    world.run(execute(change, 0));
    assert_eq!(world.read::<Issuer>(&company.address).admin, company.admin);
    world.run(accept);
    let issuer: Issuer = world.read(&company.address);
    assert_eq!((issuer.admin, issuer.pending_admin), (new, Pubkey::default()));
    let code = IssuerError::NotAdmin as u32;
    let old = issuer_program::grant_role(&company, cast().mallory, 1);
    world.refuse(old).assert_code(code, "the admin of before");
}

#[test]
fn a_proposed_admin_is_taken_back_at_once() {
    let mut world = World::new();
    let company = cast().company;
    world.run(issuer_program::propose_admin(&company, Some(cast().bob)));
    set_timelock(&mut world, DAY);
    world.run(issuer_program::propose_admin(&company, None));
    let code = IssuerError::NotPendingAdmin as u32;
    let accept = issuer_program::accept_admin(&company, cast().bob);
    world.refuse(accept).assert_code(code, "taken back");
    // The default address is nobody's proposal.
    assert_eq!(world.read::<Issuer>(&company.address).pending_admin, Pubkey::default());
}
