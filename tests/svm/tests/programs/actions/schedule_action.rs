//! `schedule_action`. What becomes of the multiplier is followed in `corporate_actions`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::AnnounceActionArgs;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::ActionTerms;
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::{World, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

fn announced(world: &mut World, args: AnnounceActionArgs) -> Instruction {
    world.run(issuer_program::announce_action(&cast().share, 0, args));
    issuer_program::schedule_action(&cast().share, 0, SCALE)
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only mint", |world| {
        let share = cast().share;
        let other =
            [("actor", share.company.member(Duty::Mint)), ("role", share.company.role(Duty::Mint))];
        issuer_program::with("schedule_action", announced(world, SPLIT), other)
    }),
    case(IssuerError::RatioBeyondBound as u32, "a split above 20", |world| {
        let terms = ActionTerms::Ratio { numerator: 41, denominator: 2 };
        announced(world, AnnounceActionArgs { terms, ..SPLIT })
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
