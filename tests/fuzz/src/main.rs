//! Random operations against the compiled issuer program, held against a model of it: `make fuzz OPS=n`.
//!
//! - [`operation`]: what can be done, and [`tamper`]: how an instruction is spoilt so that it must fail
//! - [`generate`]: draws operations, most of them allowed, their amounts close to the limits
//! - [`model`]: what must be allowed, and what must come of it, by exact arithmetic of its own
//! - [`instruction`]: operations as instructions, by the builders of the tests
//! - [`invariant`]: what must hold; [`check`]: holds the accounts against the model
//! - [`scene`]: who there is; [`run`]: one world after the other; [`report`]: what came of it
//! - [`faults`]: faults planted into the program, each of which must be caught
//!
//! A run repeats exactly for the same seed and number of operations.

// A tool of this repository: a panic stops it, and its arithmetic is on figures that it has drawn itself.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

mod arguments;
mod check;
mod dice;
mod faults;
mod generate;
mod instruction;
mod invariant;
mod model;
mod operation;
mod report;
mod run;
mod scene;
mod tamper;

use std::process::ExitCode;

use arguments::Arguments;
use invariant::Invariant;

fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(line) => {
            eprintln!("scrip: {line}");
            return ExitCode::FAILURE;
        }
    };
    println!("seed {}", arguments.seed);
    let artefact = scrip_svm_tests::artefacts::issuer();
    let outcome = run::all(arguments.seed, arguments.operations, &artefact, true);
    let tally = &outcome.tally;
    tally.print();
    let violations = outcome.violations.len();
    for violation in &outcome.violations {
        violation.print(arguments.seed);
    }
    let idle = tally.idle();
    for kind in &idle {
        println!(
            "no operation of the kind \"{kind}\" has succeeded: these operations prove nothing"
        );
    }
    let (caught, planted) = match &arguments.faulty {
        Some(faulty) => faulty.catch_all(),
        None => (0, 0),
    };
    println!(
        "{} operations, {} invariants, {violations} violations, {caught} of {planted} planted faults caught",
        arguments.operations,
        Invariant::ALL.len(),
    );
    let good =
        violations == 0 && caught == planted && (idle.is_empty() || arguments.operations < 100_000);
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
