//! `scrip`, the issuer's command line.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match scrip_cli::run(scrip_cli::Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scrip: {error:#}");
            ExitCode::FAILURE
        }
    }
}
