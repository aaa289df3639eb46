//! Terms that no policy may have, the same for every instruction that takes terms.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_rules::{classes, paths};
use scrip_svm_tests::World;
use scrip_svm_tests::setup::terms;
use scrip_transfer_hook::PolicyTerms;
use scrip_transfer_hook::error::HookError;

use crate::case::assert_fails;

/// The number of the error, what is wrong, and the change that makes good terms so.
pub type Unsound = (u32, &'static str, fn(&mut PolicyTerms));

/// Everything that may be wrong with terms.
pub const UNSOUND: &[Unsound] = &[
    (HookError::UnknownAdmissionMode as u32, "admission 0", |terms| terms.admission_mode = 0),
    (HookError::UnknownAdmissionMode as u32, "admission 3", |terms| terms.admission_mode = 3),
    (HookError::UnknownJurisdictionMode as u32, "mode 0", |terms| terms.jurisdiction_mode = 0),
    (HookError::UnknownJurisdictionMode as u32, "mode 3", |terms| terms.jurisdiction_mode = 3),
    (HookError::EmptyAllowList as u32, "no country", |terms| terms.jurisdictions.fill(0)),
    (HookError::UnsoundPaths as u32, "no path", |terms| terms.paths = 0),
    (HookError::UnsoundPaths as u32, "an allowlist to unknown", |terms| {
        terms.paths = paths::ALL_KNOWN | paths::WALLET_TO_UNKNOWN;
    }),
    (HookError::UnsoundPaths as u32, "a bit without a meaning", |terms| {
        (terms.admission_mode, terms.paths) = (2, paths::ALL + 1);
    }),
    (HookError::UnsoundClasses as u32, "an admitted class without a meaning", |terms| {
        terms.classes_admitted = classes::ALL + 1;
    }),
    (HookError::UnsoundClasses as u32, "a refused class without a meaning", |terms| {
        terms.classes_refused = classes::ALL + 1;
    }),
    (HookError::UnsoundClasses as u32, "every admitted class is refused", |terms| {
        (terms.classes_admitted, terms.classes_refused) = (2, 2);
    }),
    (HookError::ZeroLimit as u32, "nothing may be held", |terms| terms.max_balance = 0),
    (HookError::ZeroLimit as u32, "nothing may be sent", |terms| terms.max_transfer = 0),
];

/// Fails unless the instruction is refused with each of them, and changes nothing.
#[track_caller]
pub fn assert_refused(instruction: impl Fn(&mut World, PolicyTerms) -> Instruction) {
    for (code, what, change) in UNSOUND {
        let mut terms = terms();
        change(&mut terms);
        let mut world = World::new();
        let instruction = instruction(&mut world, terms);
        assert_fails(&mut world, instruction, *code, what);
    }
}
