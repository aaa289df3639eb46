//! `update_extra_metas` of the issuer program

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{Transfer, World, cast, issuer_program};
use scrip_transfer_hook::ID;
use scrip_transfer_hook::error::HookError;
use scrip_transfer_hook::events::ExtraMetasUpdated;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn writes_what_the_share_was_created_with() {
    let mut world = World::new();
    let share = cast().share;
    let created = world.account(&share.metas).unwrap();
    // A list as another version might have written it.
    world.edit(share.metas, |account| account.data[16..].fill(7));
    let receipt = world.run(issuer_program::update_extra_metas(&share));
    assert_eq!(world.account(&share.metas).unwrap(), created);
    let event = ExtraMetasUpdated { policy: share.policy, mint: share.mint };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
    Transfer::new(&share.mint, &cast().alice, &cast().bob, 1).send(&mut world).unwrap();
}

pub const CASES: &[Case] = &[
    case(HookError::NotValidationAccount as u32, "another share's list", |_| {
        let mut instruction = issuer_program::update_extra_metas(&cast().share);
        instruction.accounts[4].pubkey = cast().other_share.metas;
        instruction
    }),
    case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
        let mut instruction = issuer_program::update_extra_metas(&cast().share);
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::NotAdmin as u32, "a member of staff signs", |_| {
        let mut instruction = issuer_program::update_extra_metas(&cast().share);
        instruction.accounts[0].pubkey = cast().company.member(Duty::CorporateActions);
        instruction
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
