//! `change_setting` of the proposed admin

use anchor_lang::prelude::Pubkey;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SettingChanged;
use scrip_issuer::state::Issuer;
use scrip_svm_tests::{World, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

#[test]
fn proposes_replaces_and_takes_back() {
    let mut world = World::new();
    let company = cast().company;
    let mut expected: Issuer = world.read(&company.address);
    let mut old_pending = Pubkey::default();
    for proposed in [Some(cast().mallory), Some(cast().alice), Some(cast().alice), None, Some(ID)] {
        let receipt = world.run(issuer_program::propose_admin(&company, proposed));
        let new_pending = proposed.unwrap_or_default();
        expected.pending_admin = new_pending;
        world.assert_account(&company.address, &expected);
        let event = SettingChanged {
            issuer: company.address,
            asset: Pubkey::default(),
            actor: company.admin,
            pending_change: Pubkey::default(),
            old: Change::Admin { proposed: old_pending },
            new: Change::Admin { proposed: new_pending },
            reference: issuer_program::REFERENCE,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        old_pending = new_pending;
    }
}

#[test]
fn a_proposal_moves_no_power() {
    let mut world = World::new();
    let company = cast().company;
    world.run(issuer_program::propose_admin(&company, Some(cast().mallory)));
    let by_the_admin = issuer_program::grant_role(&company, cast().carol, 1);
    let mut by_the_proposed = by_the_admin.clone();
    by_the_proposed.accounts[0].pubkey = cast().mallory;
    world.refuse(by_the_proposed).assert_code(IssuerError::NotAdmin as u32, "proposed only");
    world.run(by_the_admin);
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
        let mut instruction = issuer_program::propose_admin(&cast().company, Some(cast().mallory));
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::NotAdmin as u32, "the proposed one passes it on", |world| {
        let company = cast().company;
        world.run(issuer_program::propose_admin(&company, Some(cast().mallory)));
        let mut instruction = issuer_program::propose_admin(&company, Some(cast().alice));
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
