//! A case in which an instruction must fail with a given error.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{World, idl};

/// A case in which an instruction must fail with a given error.
pub struct Case {
    /// The number of the error.
    pub code: u32,
    /// What is wrong.
    pub what: &'static str,
    /// Prepares the world and returns the instruction.
    pub instruction: fn(&mut World) -> Instruction,
}

/// Short for a [`Case`].
pub const fn case(code: u32, what: &'static str, of: fn(&mut World) -> Instruction) -> Case {
    Case { code, what, instruction: of }
}

/// Runs the cases. Each must fail with its number, log the sentence that belongs to it, and change
/// nothing.
pub fn assert_all_fail(cases: &[Case]) {
    let mut sentences = idl::errors("scrip_transfer_hook");
    sentences.extend(idl::errors("scrip_issuer"));
    for Case { code, what, instruction } in cases {
        let mut world = World::new();
        let instruction = instruction(&mut world);
        let failure = world.refuse(instruction);
        failure.assert_code(*code, what);
        let (_, sentence) = sentences.iter().find(|(known, _)| known == code).unwrap();
        assert!(failure.logged(sentence), "{what}: the log does not say \"{sentence}\"");
    }
}
