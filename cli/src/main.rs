//! `scrip`, the issuer's command line. Exit codes: 0 done, 1 refused or failed, 2 wrong arguments, 3 sent and not known
//! whether it arrived.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match scrip_cli::run(scrip_cli::Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scrip: {error:#}");
            ExitCode::from(scrip_cli::session::failure::exit_code(&error))
        }
    }
}
