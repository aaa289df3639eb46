//! A multiplier in the mint that this program did not write. On a chain the asset alone can write it; should anybody
//! ever find a way, nothing is built on it.

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::fixtures::SPLIT;
use spl_token_2022_interface::extension::scaled_ui_amount::ScaledUiAmountConfig;
use spl_token_2022_interface::extension::{BaseStateWithExtensionsMut, StateWithExtensionsMut};
use spl_token_2022_interface::state::Mint;

use super::*;

/// Writes the mint's multiplier past all programs.
fn write(world: &mut World, change: fn(&mut ScaledUiAmountConfig)) {
    world.edit(cast().share.mint, |mint| {
        let mut mint = StateWithExtensionsMut::<Mint>::unpack(&mut mint.data).unwrap();
        change(mint.get_extension_mut().unwrap());
    });
}

/// A pending change of which the program knows nothing, another value of one that it knows, another time, and the least
/// of all differences.
const CHANGES: [fn(&mut ScaledUiAmountConfig); 4] = [
    |config| {
        config.new_multiplier = 2.0.into();
        config.new_multiplier_effective_timestamp = (AT + 5).into();
    },
    |config| config.new_multiplier = 40.0.into(),
    |config| config.new_multiplier_effective_timestamp = (AT - 1).into(),
    |config| {
        let bits = u64::from_le_bytes(config.new_multiplier.0) + 1;
        config.new_multiplier.0 = bits.to_le_bytes();
    },
];

/// Fails unless the instruction goes through, and is refused after each of the changes.
#[track_caller]
fn assert_detects(world: &World, instruction: &Instruction) {
    world.clone().run(instruction.clone());
    for change in CHANGES {
        let mut world = world.clone();
        write(&mut world, change);
        let refused = world.refuse(instruction.clone());
        refused.assert_code(IssuerError::MintMultiplierDiffers as u32, "written by somebody else");
    }
}

#[test]
fn nothing_is_scheduled_on_it() {
    for args in [SPLIT, example(ActionKind::ReverseSplit), renamed()] {
        let mut world = World::new();
        world.run(announce(0, args));
        assert_detects(&world, &schedule(0));
    }
}

#[test]
fn nor_after_a_change_that_is_in_force() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    world.set_time(AT);
    world.run(announce(1, taking_effect(AT + NOTICE, SPLIT)));
    assert_detects(&world, &issuer_program::schedule_action(&cast().share, 1, 4 * SCALE));
}

#[test]
fn what_was_scheduled_is_not_taken_back_over_it() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    assert_detects(&world, &cancel(0));
    assert_detects(&world, &amend(0, split(3, 1)));
}

#[test]
fn wallets_and_venues_learn_of_it() {
    let mut world = World::new();
    let assert_multiplier = |expected| issuer_program::assert_multiplier(&cast().share, expected);
    assert_detects(&world, &assert_multiplier(SCALE));
    world.schedule(&cast().share, SPLIT);
    assert_detects(&world, &assert_multiplier(SCALE));
    world.set_time(AT);
    assert_detects(&world, &assert_multiplier(4 * SCALE));
}

#[test]
fn what_does_not_touch_the_multiplier_can_still_be_called_off() {
    let mut world = World::new();
    world.run(announce(0, SPLIT));
    world.schedule(&cast().share, renamed());
    write(&mut world, CHANGES[0]);
    for instruction in [amend(0, SPLIT), cancel(0), amend(1, renamed()), cancel(1)] {
        world.run(instruction);
    }
}
