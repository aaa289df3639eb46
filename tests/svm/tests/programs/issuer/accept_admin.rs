//! `accept_admin`

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::AdminAccepted;
use scrip_issuer::state::Issuer;
use scrip_svm_tests::cast::{Company, Duty};
use scrip_svm_tests::setup::terms;
use scrip_svm_tests::{World, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

fn hand_over(world: &mut World) -> Company {
    let company = cast().company;
    world.run(issuer_program::propose_admin(&company, Some(cast().mallory)));
    world.run(issuer_program::accept_admin(&company, cast().mallory));
    let mut handed_over = company;
    handed_over.admin = cast().mallory;
    handed_over
}

#[test]
fn hands_the_issuer_over() {
    let mut world = World::new();
    let company = cast().company;
    let mut expected: Issuer = world.read(&company.address);
    world.run(issuer_program::propose_admin(&company, Some(cast().mallory)));
    let receipt = world.run(issuer_program::accept_admin(&company, cast().mallory));
    (expected.admin, expected.pending_admin) = (cast().mallory, Pubkey::default());
    world.assert_account(&company.address, &expected);
    let event = AdminAccepted {
        issuer: company.address,
        old_admin: company.admin,
        new_admin: cast().mallory,
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

#[test]
fn roles_stay_and_the_new_admin_can_take_them() {
    let mut world = World::new();
    let company = hand_over(&mut world);
    world.run(issuer_program::halt(&cast().share, 1, 0));
    world.run(issuer_program::revoke_role(&company, &company.member(Duty::Halt)));
    world.run(issuer_program::grant_role(&company, cast().carol, 1));
}

#[test]
fn the_old_admin_has_no_power_any_more() {
    let mut world = World::new();
    hand_over(&mut world);
    let company = cast().company;
    for instruction in [
        issuer_program::propose_admin(&company, Some(company.admin)),
        issuer_program::grant_role(&company, cast().carol, 1),
        issuer_program::revoke_role(&company, &company.member(Duty::Mint)),
        issuer_program::update_policy(&cast().share, terms()),
        issuer_program::update_extra_metas(&cast().share),
    ] {
        world.refuse(instruction).assert_code(IssuerError::NotAdmin as u32, "the old admin");
    }
    let accept = issuer_program::accept_admin(&company, company.admin);
    world.refuse(accept).assert_code(IssuerError::NotPendingAdmin as u32, "the old admin");
}

fn accept(signer: Pubkey) -> Instruction {
    issuer_program::accept_admin(&cast().company, signer)
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotPendingAdmin as u32, "nobody is proposed", |_| accept(cast().mallory)),
    case(IssuerError::NotPendingAdmin as u32, "somebody else is proposed", |world| {
        world.run(issuer_program::propose_admin(&cast().company, Some(cast().alice)));
        accept(cast().mallory)
    }),
    case(IssuerError::NotPendingAdmin as u32, "the proposal was taken back", |world| {
        world.run(issuer_program::propose_admin(&cast().company, Some(cast().mallory)));
        world.run(issuer_program::propose_admin(&cast().company, None));
        accept(cast().mallory)
    }),
    case(IssuerError::NotPendingAdmin as u32, "the other company proposes her", |world| {
        world.run(issuer_program::propose_admin(&cast().foreign_company, Some(cast().mallory)));
        accept(cast().mallory)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
