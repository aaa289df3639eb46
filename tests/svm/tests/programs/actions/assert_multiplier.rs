//! `assert_multiplier`

use scrip_issuer::error::IssuerError;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::{TOKEN, Transfer};

use super::*;
use crate::case::{assert_all_fail, case};

fn assert_multiplier(expected: u128) -> Instruction {
    issuer_program::assert_multiplier(&cast().share, expected)
}

#[test]
fn follows_the_clock() {
    let mut world = World::new();
    world.schedule(&cast().share, SPLIT);
    let code = IssuerError::MultiplierMoved as u32;
    for (time, right, wrong) in [
        (START, SCALE, 4 * SCALE),
        (AT - 1, SCALE, 4 * SCALE),
        (AT, 4 * SCALE, SCALE),
        (AT + 1, 4 * SCALE, SCALE),
    ] {
        world.set_time(time);
        let mint = world.account(&cast().share.mint);
        let receipt = world.run(assert_multiplier(right));
        assert_eq!((receipt.event_count(), world.account(&cast().share.mint)), (0, mint));
        world.refuse(assert_multiplier(wrong)).assert_code(code, "the other one");
    }
}

#[test]
fn what_follows_it_in_a_transaction_fails_with_it() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    world.schedule(&share, SPLIT);
    world.set_time(AT);
    let transfer = Transfer::new(&share.mint, &alice, &bob, TOKEN).instruction(&world);
    let guarded = |expected| [assert_multiplier(expected), transfer.clone()];
    let before = world.accounts_of(&transfer);
    let code = IssuerError::MultiplierMoved as u32;
    world.send_all(&guarded(SCALE)).unwrap_err().assert_code(code, "computed before the split");
    assert_eq!(world.accounts_of(&transfer), before);
    world.send_all(&guarded(4 * SCALE)).unwrap();
}

pub const CASES: &[Case] = &[
    case(IssuerError::MultiplierMoved as u32, "none", |_| assert_multiplier(0)),
    case(IssuerError::MultiplierMoved as u32, "a digit too much", |_| assert_multiplier(SCALE + 1)),
    case(IssuerError::MultiplierMoved as u32, "what is to come", |world| {
        world.schedule(&cast().share, SPLIT);
        assert_multiplier(4 * SCALE)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
