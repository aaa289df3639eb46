//! Every change through the queue: proposed, carried out to the second, cancelled, expired.

use anchor_lang::Space;
use anchor_lang::prelude::Pubkey;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::{ChangeCancelled, ChangeProposed, SettingChanged};
use scrip_issuer::state::{CHANGE_GRACE, Issuer, PENDING_CHANGE_VERSION, PendingChange};
use scrip_svm_tests::{START, World, addresses, cast, issuer_program};

use super::examples::{self, Example};
use super::settings::event_count;
use super::standing::standing;
use super::*;

/// A change that loosens.
const RAISED: Change = Change::SupplyCap { raw: u64::MAX };

/// A world in which the setting stands as in the example, and changes wait a day.
fn ready(example: &Example) -> World {
    let mut world = World::without_signatures();
    world.run(at_once(example.from));
    if example.setting != "Timelock" {
        set_timelock(&mut world, DAY);
    }
    world
}

fn waiting(change: Change, wait: i64) -> PendingChange {
    PendingChange {
        version: PENDING_CHANGE_VERSION,
        bump: addresses::bump(&entry(0)),
        id: 0,
        issuer: cast().company.address,
        asset: asset_of(&change),
        maker: cast().company.admin,
        checker: Pubkey::default(),
        proposed_at: START,
        executable_at: START + wait,
        rent_payer: cast().payer,
        reference: issuer_program::REFERENCE,
        change,
    }
}

fn lamports(world: &World) -> u64 {
    world.account(&cast().payer).unwrap().lamports
}

/// Fails unless the entry holds exactly this; what is behind a short change is zero.
fn assert_entry(world: &World, expected: &PendingChange) {
    assert_eq!(world.data(&entry(expected.id)).len(), 8 + PendingChange::INIT_SPACE);
    let seen: PendingChange = world.read(&entry(expected.id));
    assert_eq!(format!("{seen:?}"), format!("{expected:?}"));
}

#[test]
fn every_change_waits_as_long_as_it_has_to_and_no_second_less() {
    for example in examples::all() {
        let mut world = ready(&example);
        // As the timelock is longest where the example shortens it, and already short where it lengthens it.
        let timelock = world.read::<Issuer>(&cast().company.address).timelock;
        let wait = if example.loosens { i64::from(timelock) } else { 0 };
        let had = lamports(&world);
        let receipt = world.run(propose(example.to, 0));
        assert_entry(&world, &waiting(example.to, wait));
        receipt.assert_event(
            ID,
            &ChangeProposed {
                issuer: cast().company.address,
                asset: asset_of(&example.to),
                pending_change: entry(0),
                actor: cast().company.admin,
                id: 0,
                executable_at: START + wait,
                old: example.from,
                new: example.to,
                reference: issuer_program::REFERENCE,
            },
        );
        assert_eq!(receipt.event_count(), 1);
        assert_eq!(standing(&world, &example.to), example.from);
        assert_eq!(had - lamports(&world), world.rent(8 + PendingChange::INIT_SPACE));

        let taken_away = matches!(example.setting, "FourEyes" | "MintFourEyes") && example.loosens;
        if taken_away {
            world.run(approve(0));
        }
        if wait > 0 {
            world.set_time(START + wait - 1);
            let early = world.refuse(execute(example.to, 0));
            early.assert_code(IssuerError::ChangeNotDue as u32, example.setting);
        }
        world.set_time(START + wait);
        let receipt = world.run(execute(example.to, 0));
        receipt.assert_event(
            ID,
            &SettingChanged {
                issuer: cast().company.address,
                asset: asset_of(&example.to),
                actor: cast().mallory,
                pending_change: entry(0),
                old: example.from,
                new: example.to,
                reference: issuer_program::REFERENCE,
            },
        );
        assert_eq!(receipt.event_count(), event_count(&example.to));
        assert_eq!(standing(&world, &example.to), example.to);
        assert!(world.account(&entry(0)).is_none());
        assert_eq!(lamports(&world), had, "the rent is back");
        assert_eq!(world.read::<Issuer>(&cast().company.address).change_count, 1);
    }
}

#[test]
fn a_change_expires_a_fortnight_after_it_is_due() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    world.run(propose(RAISED, 0));
    let expires_at = START + i64::from(DAY) + CHANGE_GRACE;
    let cancel = issuer_program::cancel_change(&cast().company, 0, cast().mallory);

    world.set_time(expires_at - 1);
    let failure = world.refuse(cancel.clone());
    failure.assert_code(IssuerError::NotAdmin as u32, "somebody else, before it expires");
    world.clone().run(execute(RAISED, 0));

    world.set_time(expires_at);
    let failure = world.refuse(execute(RAISED, 0));
    failure.assert_code(IssuerError::ChangeExpired as u32, "the first second too late");
    assert_cancelled(&mut world, cast().mallory);
}

#[test]
fn the_admin_cancels_at_any_time() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    world.run(propose(RAISED, 0));
    assert_cancelled(&mut world, cast().company.admin);
    world.set_time(START + i64::from(DAY));
    assert!(world.send(execute(RAISED, 0)).is_err(), "it is gone");
}

#[track_caller]
fn assert_cancelled(world: &mut World, actor: Pubkey) {
    let had = lamports(world);
    let receipt = world.run(issuer_program::cancel_change(&cast().company, 0, actor));
    receipt.assert_event(
        ID,
        &ChangeCancelled {
            issuer: cast().company.address,
            asset: asset_of(&RAISED),
            pending_change: entry(0),
            actor,
            cancelled: RAISED,
            reference: issuer_program::REFERENCE,
        },
    );
    assert_eq!(receipt.event_count(), 1);
    assert!(world.account(&entry(0)).is_none());
    assert_eq!(lamports(world) - had, world.rent(8 + PendingChange::INIT_SPACE));
}

#[test]
fn several_changes_wait_side_by_side_and_ids_are_never_used_again() {
    let mut world = World::new();
    set_timelock(&mut world, DAY);
    let window = Change::SettlementWindow { seconds: DAY };
    world.run(propose(RAISED, 0));
    world.run(propose(window, 1));
    world.run(issuer_program::cancel_change(&cast().company, 0, cast().company.admin));
    world.run(propose(RAISED, 2));
    world.set_time(START + i64::from(DAY));
    // In any order.
    world.run(execute(RAISED, 2));
    world.run(execute(window, 1));
    assert_eq!(world.read::<Issuer>(&cast().company.address).change_count, 3);
}

#[test]
fn an_entry_is_carried_out_on_what_it_was_proposed_for() {
    let mut world = World::new();
    world.run(propose(RAISED, 0));
    let (company, mallory) = (cast().company, cast().mallory);
    let other = cast().other_share;
    let wrong = issuer_program::execute_change(&company, Some(&other), RAISED, 0, mallory);
    let code = IssuerError::ChangeTargetMismatch as u32;
    world.refuse(wrong).assert_code(code, "another asset of the same issuer");
    let mut wrong = execute(RAISED, 0);
    wrong.accounts[1].pubkey = mallory;
    let code = IssuerError::NotRentPayer as u32;
    world.refuse(wrong).assert_code(code, "the rent to somebody else");
}
