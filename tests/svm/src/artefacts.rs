//! The compiled programs. A missing or stale artefact stops the tests: they would judge code that nobody
//! is going to deploy.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// The transfer-hook program, and the crates that it is made of.
pub fn transfer_hook() -> Vec<u8> {
    read(
        "scrip_transfer_hook",
        &["programs/transfer-hook", "crates/transfer-judge", "crates/rules"],
    )
}

/// The issuer program, and the crates that it is made of.
pub fn issuer() -> Vec<u8> {
    read(
        "scrip_issuer",
        &["programs/issuer", "programs/transfer-hook", "crates/transfer-judge", "crates/rules"],
    )
}

/// The example venue, and what it is made of: of the issuer program, it reads the accounts.
pub fn example_pool() -> Vec<u8> {
    read_built_by(
        "toolchain/build.sh examples/pool",
        "scrip_example_pool",
        &["examples/pool", "clients/rust/src/cpi", "programs/issuer/src/state", "crates/rules"],
    )
}

/// Squads, the multisig.
pub fn squads() -> Vec<u8> {
    read_built_by("toolchain/squads.sh", "squads_multisig_program", &["tests/squads"])
}

/// A program, refused when missing or older than one of the crates, or folders of one, that it is made of.
pub fn read(name: &str, crates: &[&str]) -> Vec<u8> {
    read_built_by("make build", name, crates)
}

fn read_built_by(command: &str, name: &str, crates: &[&str]) -> Vec<u8> {
    let artefact = workspace().join("target/deploy").join(name).with_extension("so");
    let shown = format!("target/deploy/{name}.so");
    let Ok(built) = modified(&artefact) else {
        stop(&format!("{shown} is missing: run `{command}`"));
    };
    let inputs = crates.iter().flat_map(|folder| {
        let folder = workspace().join(folder);
        let (manifest, sources) = (folder.join("Cargo.toml"), folder.join("src"));
        let mut files = Vec::new();
        match manifest.exists() {
            true => {
                files.push(manifest);
                collect(&sources, &mut files);
            }
            false => collect(&folder, &mut files),
        }
        files
    });
    for input in inputs {
        if modified(&input).unwrap() > built {
            let input = input.strip_prefix(workspace()).unwrap().display();
            stop(&format!("{shown} is older than {input}: run `{command}`"));
        }
    }
    fs::read(artefact).unwrap()
}

fn modified(file: &Path) -> std::io::Result<SystemTime> {
    fs::metadata(file)?.modified()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Ends the run with one line, past the capture of the tests' output: every test would fail alike.
fn stop(line: &str) -> ! {
    let _ = writeln!(std::io::stderr(), "{line}");
    std::process::exit(1)
}
