//! A case in which an instruction must fail with a given error.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anchor_lang::solana_program::instruction::Instruction;
use scrip_svm_tests::{World, idl};

/// How the line begins and ends that is logged of an error of either program, by the error's number.
static WORDS: LazyLock<BTreeMap<u32, (String, String)>> = LazyLock::new(|| {
    let errors = ["scrip_transfer_hook", "scrip_issuer"].into_iter().flat_map(idl::errors);
    let words = errors.map(|(code, name, sentence)| {
        let words = match code {
            // A refusal, of which the sentence is told and no more.
            6_000..6_500 => (format!("Program log: {sentence}"), sentence),
            // The words that Anchor's clients look for.
            _ => (
                "Program log: AnchorError ".into(),
                format!("Error Code: {name}. Error Number: {code}. Error Message: {sentence}."),
            ),
        };
        (code, words)
    });
    words.collect()
});

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

/// Runs the cases, each in a world of its own.
pub fn assert_all_fail(cases: &[Case]) {
    for Case { code, what, instruction } in cases {
        let mut world = World::new();
        let instruction = instruction(&mut world);
        assert_fails(&mut world, instruction, *code, what);
    }
}

/// Fails unless the instruction fails with this number, logs the words that belong to it, and changes
/// nothing.
#[track_caller]
pub fn assert_fails(world: &mut World, instruction: Instruction, code: u32, what: &str) {
    let failure = world.refuse(instruction);
    failure.assert_code(code, what);
    let (begin, end) = &WORDS[&code];
    let told = |line: &String| line.starts_with(begin) && line.ends_with(end);
    assert!(failure.logs.iter().any(told), "{what}: no \"{end}\" in {:#?}", failure.logs);
}
