//! Writes the IDL of each named program to `idl/<program name>.json`, or checks the file that is there.
//!
//! usage: scrip-idl [--check] FOLDER-FOR-IDLS PROGRAM-CRATE...
//!
//! The work is done by `anchor-lang-idl`, the library inside the Anchor CLI, which compiles each program
//! with its `idl-build` feature and runs the tests that Anchor's macros put there to print the parts. Groups of
//! accounts are then laid flat, as the instruction itself takes them: few readers of IDLs know groups.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anchor_lang_idl::build::IdlBuilder;
use anchor_lang_idl::types::{IdlInstructionAccountItem, IdlSeed};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let check = arguments.first().is_some_and(|argument| argument == "--check");
    if check {
        arguments.remove(0);
    }
    let Some((folder, programs)) = arguments.split_first() else {
        eprintln!("usage: scrip-idl [--check] FOLDER-FOR-IDLS PROGRAM-CRATE...");
        return ExitCode::FAILURE;
    };
    let outcomes = programs.iter().map(|program| {
        let (file, text) = idl(Path::new(folder), Path::new(program))?;
        if check { compare(&file, &text) } else { write(&file, &text) }
    });
    match outcomes.collect::<Result<Vec<()>, String>>() {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scrip: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Where the IDL of a program belongs, and its text.
fn idl(folder: &Path, program: &Path) -> Result<(PathBuf, String), String> {
    let describe = |error: &dyn std::fmt::Display| format!("IDL of {}: {error}", program.display());
    let path = program.canonicalize().map_err(|error| describe(&error))?;
    let cargo = ["--lib", "--locked", "--profile", "idl"].map(String::from).to_vec();
    let built = IdlBuilder::new().program_path(path).cargo_args(cargo).build();
    let mut idl = built.map_err(|error| describe(&error))?;
    for instruction in &mut idl.instructions {
        let accounts = std::mem::take(&mut instruction.accounts);
        instruction.accounts = flat(accounts);
    }
    let text = serde_json::to_string_pretty(&idl).map_err(|error| describe(&error))?;
    Ok((folder.join(&idl.metadata.name).with_extension("json"), text + "\n"))
}

/// The accounts of groups in their place. A seed that leads through a group then names the account itself.
fn flat(accounts: Vec<IdlInstructionAccountItem>) -> Vec<IdlInstructionAccountItem> {
    let mut groups = Vec::new();
    let mut flattened = Vec::new();
    for item in accounts {
        match item {
            IdlInstructionAccountItem::Composite(group) => {
                groups.push(group.name + ".");
                flattened.extend(flat(group.accounts));
            }
            single => flattened.push(single),
        }
    }
    for item in &mut flattened {
        let IdlInstructionAccountItem::Single(account) = item else { continue };
        for seed in account.pda.iter_mut().flat_map(|pda| &mut pda.seeds) {
            let IdlSeed::Account(seed) = seed else { continue };
            for group in &groups {
                if let Some(path) = seed.path.strip_prefix(group.as_str()) {
                    seed.path = path.to_owned();
                }
            }
        }
    }
    flattened
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if std::fs::read_to_string(file).is_ok_and(|present| present == text) {
        println!("{} is up to date", file.display());
        return Ok(());
    }
    std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    println!("{} written", file.display());
    Ok(())
}

fn compare(file: &Path, text: &str) -> Result<(), String> {
    let present = std::fs::read_to_string(file).map_err(|error| {
        format!("{}: {error}: run `make idl` and commit the file", file.display())
    })?;
    if present == text {
        println!("{} agrees with the program", file.display());
        return Ok(());
    }
    let line = present
        .lines()
        .zip(text.lines())
        .take_while(|(old, new)| old == new)
        .count()
        .saturating_add(1);
    let place = file.display();
    Err(format!(
        "{place} differs from the program at line {line}: run `make idl` and commit the file"
    ))
}
