//! `unpause`

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::AssetUnpaused;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{World, cast, issuer_program, token_2022};
use spl_token_2022_interface::extension::pausable::PausableConfig;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn ends_a_pause() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::pause(&share));
    let receipt = world.run(issuer_program::unpause(&share));
    let config: PausableConfig = token_2022::mint_extension(&world, &share.mint);
    assert!(!bool::from(config.paused));
    let actor = share.company.member(Duty::Unpause);
    receipt.assert_event(ID, &AssetUnpaused { asset: share.asset, actor });
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] =
    &[case(IssuerError::RoleLacksPermission as u32, "a member who may only pause", |world| {
        world.run(issuer_program::pause(&cast().share));
        let mut instruction = issuer_program::unpause(&cast().share);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Pause);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Pause);
        instruction
    })];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
