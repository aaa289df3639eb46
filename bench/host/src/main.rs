//! What transfers and instructions cost in compute units, and how large the programs are: prints tables
//! and holds every figure against `bench/baseline.json`. Run it with `make bench`, which compiles the
//! programs first.
//!
//! - [`transfers`]: six kinds of transfer, over many keys
//! - [`instructions`]: one call of every instruction
//! - [`report`]: the figures, in the form of the file, and as tables
//! - [`bars`]: what must not be passed, whatever the baseline says
//! - [`deviation`]: which figures have moved too far from the baseline
//!
//! Keys, clock and balances are the same in every run, so the figures are exact: only other code moves them.

// A tool of this repository: a panic stops it, and its arithmetic is on figures below 2^32.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used
)]

mod bars;
mod deviation;
mod instructions;
mod report;
mod transfers;

use std::fs;
use std::process::ExitCode;

use scrip_svm_tests::artefacts;
use serde_json::Value;

use deviation::deviations;
use report::{ProgramBytes, Report};

/// The compiler that the baseline is for. Another one makes other code.
const BASELINE_COMPILER: &str = "packaged";
const BASELINE: &str = "bench/baseline.json";
const USAGE: &str =
    "usage: scrip-bench COMPILER [--update], where COMPILER is packaged or official";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        [compiler @ ("packaged" | "official")] => check(compiler),
        [compiler @ ("packaged" | "official"), "--update"] => update(compiler),
        _ => Err(format!("the arguments are \"{}\"; {USAGE}", arguments.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            eprintln!("scrip: {line}");
            ExitCode::FAILURE
        }
    }
}

/// Measures everything, and prints it.
fn measure() -> Report {
    let report = Report {
        transfer: transfers::measure(),
        instructions: instructions::measure(),
        program_bytes: ProgramBytes {
            scrip_issuer: artefacts::issuer().len() as u64,
            scrip_transfer_hook: artefacts::transfer_hook().len() as u64,
        },
    };
    println!("{report}");
    report
}

fn check(compiler: &str) -> Result<(), String> {
    let report = measure();
    if compiler != BASELINE_COMPILER {
        println!(
            "not compared: the baseline is for the {BASELINE_COMPILER} compiler, this was the {compiler} one"
        );
        return Ok(());
    }
    let text = fs::read_to_string(artefacts::workspace().join(BASELINE))
        .map_err(|error| format!("{BASELINE}: {error}; `make bench UPDATE=1` writes it"))?;
    let baseline: Value = serde_json::from_str(&text)
        .map_err(|error| format!("{BASELINE}: {error}; `make bench UPDATE=1` writes it anew"))?;
    let bars = bars::passed(&report);
    let found = deviations(&baseline, &serde_json::to_value(&report).unwrap());
    for line in bars.iter().chain(&found) {
        println!("{line}");
    }
    if !bars.is_empty() {
        return Err(format!("{} of the bars in bench/host/src/bars.rs are passed", bars.len()));
    }
    if found.is_empty() {
        println!("every figure is within 2 % of {BASELINE}");
        return Ok(());
    }
    let count = found.len();
    Err(format!(
        "{count} of the figures deviate by more than 2 % from {BASELINE}; if they should, run `make bench UPDATE=1`"
    ))
}

fn update(compiler: &str) -> Result<(), String> {
    if compiler != BASELINE_COMPILER {
        return Err(format!(
            "the baseline is for the {BASELINE_COMPILER} compiler, and this is the {compiler} one; set SCRIP_SBF={BASELINE_COMPILER}"
        ));
    }
    let mut text = serde_json::to_string_pretty(&measure()).unwrap();
    text.push('\n');
    fs::write(artefacts::workspace().join(BASELINE), text)
        .map_err(|error| format!("{BASELINE}: {error}"))?;
    println!("written to {BASELINE}");
    Ok(())
}
