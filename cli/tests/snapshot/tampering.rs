//! `verify` finds whatever has been changed in a snapshot.

use std::fs;

use crate::world::{World, address};

/// Three leaves, with a fourth place that is filled up, and dust.
fn snapshot() -> World {
    let world = World::new();
    let accounts = world.accounts(
        600_000_010,
        &[
            (address(1), 100_000_000),
            (address(2), 200_000_000),
            (address(3), 300_000_000),
            (address(4), 10),
        ],
    );
    let terms = ["--multiplier", "1", "--gross-per-share", "1000", "--withholding-bps", "1500"];
    world.take_on(&terms, "out", &["--accounts", &accounts]).ok();
    world.verify("out").ok();
    world
}

#[test]
fn every_bit_of_the_tree_counts() {
    let world = snapshot();
    let path = world.path("out").join("tree.bin");
    let tree = fs::read(&path).unwrap();
    assert_eq!(tree.len(), 7 * 32);
    for (at, position, level) in
        [(0, 0, 0), (3 * 32, 3, 0), (4 * 32 + 31, 0, 1), (5 * 32, 1, 1), (6 * 32, 0, 2)]
    {
        let mut changed = tree.clone();
        changed[at] ^= 1;
        fs::write(&path, &changed).unwrap();
        let place = format!("position {position} of level {level}");
        world.verify("out").refused(&["tree.bin", &place]);
    }
    for length in [0, 6 * 32, 7 * 32 - 1, 7 * 32 + 1, 15 * 32] {
        let mut changed = tree.clone();
        changed.resize(length, 0);
        fs::write(&path, &changed).unwrap();
        world.verify("out").refused(&[&format!("has {length} bytes"), "has 224"]);
    }
}

#[test]
fn every_field_of_the_leaves_counts() {
    let world = snapshot();
    let path = world.path("out").join("leaves.csv");
    let text = fs::read_to_string(&path).unwrap();
    let (one, two) = (address(1).to_string(), address(2).to_string());
    for (from, to, parts) in [
        (",1000,150", ",1001,150", ["leaf 0", "1000 of which 150"]),
        (",1000,150", ",1000,149", ["leaf 0", "1000 of which 150"]),
        (",100000000,", ",110000000,", ["leaf 0", "1100 of which 165"]),
        // As much, but another owner.
        (&one, &address(0).to_string(), ["tree.bin", "position 0 of level 0"]),
        (&one, &two, ["leaves.csv line 3", "out of order"]),
        ("\n2,", "\n3,", ["leaves.csv line 4", "must be 2"]),
        (&format!("\n0,{one},100000000,1000,150"), "", ["leaves.csv line 2", "must be 0"]),
        ("index,", "number,", ["leaves.csv begins with", "number,"]),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        fs::write(&path, changed).unwrap();
        world.verify("out").refused(&parts);
    }
    // The last leaf taken off: what is left is a tree of its own, and not this one.
    let shorter: String = text.lines().take(3).map(|line| format!("{line}\n")).collect();
    fs::write(&path, shorter).unwrap();
    world.verify("out").refused(&["there are 2 leaves", "says 3"]);
}

#[test]
fn every_statement_of_the_summary_counts() {
    let world = snapshot();
    let path = world.path("out").join("summary.json");
    let text = fs::read_to_string(&path).unwrap();
    let root = world.summary("out")["root"].as_str().unwrap().to_owned();
    for (from, to, part) in [
        ("\"format\": 1", "\"format\": 2", "has format 2"),
        ("\"leaves\": 3", "\"leaves\": 4", "there are 3 leaves"),
        ("\"depth\": 2", "\"depth\": 3", "depth 3"),
        ("\"pages\": 1", "\"pages\": 2", "2 pages"),
        ("\"net\": \"5100\"", "\"net\": \"5101\"", "add up"),
        ("\"supply\": \"600000010\"", "\"supply\": \"600000011\"", "the supply is 600000011"),
        ("\"withholding_bps\": 1500", "\"withholding_bps\": 1400", "leaf 0"),
        ("\"multiplier\": \"1.0", "\"multiplier\": \"2.0", "leaf 0"),
        ("\"holders\": 1", "\"holders\": 2", "owners of dust"),
        ("\"slot\"", "\"slots\"", "malformed"),
        (&root, &root.replace('0', "1"), "the summary says"),
        (&crate::world::PAYOUT.to_string(), &address(1).to_string(), "level 0"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        fs::write(&path, changed).unwrap();
        world.verify("out").refused(&[part]);
    }
    fs::write(&path, text).unwrap();
    world.verify("out").ok();
}
