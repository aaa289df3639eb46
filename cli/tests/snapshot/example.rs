//! The worked example of `docs/distributions.md`: what the page says is what comes out.

use std::fs;

use scrip_cli::snapshot::tree::hex;
use serde_json::Value;

use crate::world::{World, scrip};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/distributions.md");

/// The blocks of the page that are in a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks = page.split(&fence).skip(1);
    blocks.map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_page_is_held_against_a_run_of_its_own_command() {
    let page = fs::read_to_string(PAGE).unwrap();
    let [accounts, leaves] = blocks(&page, "csv").try_into().unwrap();
    let [shell] = blocks(&page, "sh").try_into().unwrap();

    let world = World::new();
    let (file, out) = (world.write("accounts.csv", &accounts), world.text("snapshot"));
    let shell = shell.replace('\\', "");
    let arguments: Vec<_> = shell
        .split_whitespace()
        .skip(2)
        .map(|word| match word {
            "accounts.csv" => &file,
            "snapshot" => &out,
            other => other,
        })
        .collect();
    scrip(&arguments).ok();
    world.verify("snapshot").ok();

    let directory = world.path("snapshot");
    assert_eq!(fs::read_to_string(directory.join("leaves.csv")).unwrap(), leaves);
    let tree = fs::read(directory.join("tree.bin")).unwrap();
    let (nodes, rest) = tree.as_chunks::<32>();
    assert!(rest.is_empty());
    let places = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (2, 0)];
    assert_eq!(nodes.len(), places.len());
    for ((level, position), node) in places.iter().zip(nodes) {
        let row = format!("| {level} | {position} | `{}` |", hex(node));
        assert!(page.contains(&row), "the page lacks: {row}");
    }

    let proof = scrip(&["proof", "--dir", &out, "--index", "1"]).ok();
    let proof: Value = serde_json::from_str(&proof).unwrap();
    assert_eq!(proof["claim_proof"], serde_json::json!([hex(&nodes[0]), hex(&nodes[5])]));
    assert_eq!(proof["root"], hex(&nodes[6]));
}
