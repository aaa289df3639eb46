//! Which accounts the filters find, what is read from them, and what is to come.

use anchor_lang::AccountSerialize;
use anchor_lang::prelude::Pubkey;
use scrip_client::{Calendar, filters};
use scrip_issuer::state::CorporateAction;
use scrip_rules::corporate_action::ActionState;

use crate::fixture::{ASSET, NOON, OTHER_ASSET, action, actions, address, asset, fetched, passes};

#[test]
fn the_filters_find_the_actions_of_one_asset() {
    let own = fetched(&action(3, ActionState::Announced, 0, (0, 0)));
    let others =
        CorporateAction { asset: OTHER_ASSET, ..action(3, ActionState::Announced, 0, (0, 0)) };
    let mut not_an_action = Vec::new();
    asset().try_serialize(&mut not_an_action).unwrap();
    assert!(passes(&filters(&ASSET), &own.1));
    assert!(!passes(&filters(&OTHER_ASSET), &own.1));
    assert!(!passes(&filters(&ASSET), &fetched(&others).1));
    assert!(!passes(&filters(&Pubkey::default()), &not_an_action));
}

#[test]
fn actions_are_read_in_any_order() {
    let mut accounts: Vec<_> = actions().iter().map(fetched).collect();
    for _ in 0..accounts.len() {
        accounts.rotate_left(1);
        let calendar = Calendar::read(&ASSET, accounts.clone()).unwrap();
        assert_eq!(calendar.entries().len(), 6);
        for (entry, sequence) in calendar.entries().iter().zip(0..) {
            assert_eq!(entry.address, address(&ASSET, sequence).0);
            assert_eq!(entry.action.sequence, sequence);
        }
    }
    let none: [(Pubkey, &[u8]); 0] = [];
    assert_eq!(Calendar::read(&ASSET, none).unwrap().entries().len(), 0);
}

#[test]
fn what_is_to_come() {
    let accounts: Vec<_> = actions().iter().map(fetched).collect();
    let calendar = Calendar::read(&ASSET, accounts).unwrap();
    // Seconds after noon, sequences by the time of effect. One that is not scheduled stays announced.
    for (now, expected) in [
        (-2_000, &[0, 1, 5, 4][..]),
        (-1, &[0, 1, 5, 4]),
        (0, &[1, 5, 4]),
        (500, &[5, 4]),
        (999, &[5, 4]),
        (1_000, &[5]),
        (9_000, &[5]),
    ] {
        let coming = calendar.to_come(NOON + now);
        let sequences: Vec<_> = coming.iter().map(|entry| entry.action.sequence).collect();
        assert_eq!(sequences, expected, "{now} s after noon");
        for entry in calendar.entries() {
            let cancelled = entry.state == ActionState::Cancelled;
            let to_come = entry.is_to_come(NOON + now);
            assert_eq!(!to_come, cancelled || entry.in_force(NOON + now));
        }
    }
}
