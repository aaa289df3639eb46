//! `pause`

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::AssetPaused;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{World, cast, issuer_program, token_2022};
use spl_token_2022_interface::extension::pausable::PausableConfig;

use crate::case::{Case, assert_all_fail, case};

#[test]
fn pauses_the_mint() {
    let mut world = World::new();
    let share = cast().share;
    let receipt = world.run(issuer_program::pause(&share));
    let config: PausableConfig = token_2022::mint_extension(&world, &share.mint);
    assert!(bool::from(config.paused));
    let actor = share.company.member(Duty::Pause);
    receipt.assert_event(ID, &AssetPaused { asset: share.asset, actor });
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] =
    &[case(IssuerError::RoleLacksPermission as u32, "a member who may only unpause", |_| {
        let mut instruction = issuer_program::pause(&cast().share);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Unpause);
        instruction.accounts[1].pubkey = cast().company.role(Duty::Unpause);
        instruction
    })];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
