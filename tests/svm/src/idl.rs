//! What the interface descriptions in `idl/` say: the accounts of every instruction,
//! the variants of types, and every error.

use std::fs;

use serde_json::Value;

use crate::artefacts::workspace;

/// The names of the accounts of an instruction, in order.
pub fn accounts(program: &str, instruction: &str) -> Vec<String> {
    let idl = read(program);
    let instructions = idl["instructions"].as_array().unwrap();
    let found = instructions.iter().find(|entry| entry["name"] == instruction);
    let entry = found.unwrap_or_else(|| panic!("{program} has no instruction {instruction}"));
    names(&entry["accounts"])
}

/// Where an account of an instruction is among its accounts; `None` if it takes none of this name.
pub fn place_of(program: &str, instruction: &str, account: &str) -> Option<usize> {
    accounts(program, instruction).iter().position(|name| name == account)
}

/// The names of the instructions.
pub fn instructions(program: &str) -> Vec<String> {
    names(&read(program)["instructions"])
}

/// The variants of a type that is a choice.
pub fn variants(program: &str, name: &str) -> Vec<String> {
    let idl = read(program);
    let types = idl["types"].as_array().unwrap();
    let found = types.iter().find(|entry| entry["name"] == name);
    let entry = found.unwrap_or_else(|| panic!("{program} has no type {name}"));
    names(&entry["type"]["variants"])
}

/// The errors: number, name and sentence.
pub fn errors(program: &str) -> Vec<(u32, String, String)> {
    let idl = read(program);
    let errors = idl["errors"].as_array().unwrap().iter();
    let error = |entry: &Value| {
        let code = entry["code"].as_u64().unwrap().try_into().unwrap();
        let text = |key: &str| entry[key].as_str().unwrap().to_string();
        (code, text("name"), text("msg"))
    };
    errors.map(error).collect()
}

fn names(list: &Value) -> Vec<String> {
    let name = |entry: &Value| entry["name"].as_str().unwrap().to_string();
    list.as_array().unwrap().iter().map(name).collect()
}

fn read(program: &str) -> Value {
    let path = workspace().join("idl").join(program).with_extension("json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("idl/{program}.json cannot be read ({error}): run `make idl`")
    });
    serde_json::from_str(&text).unwrap()
}
