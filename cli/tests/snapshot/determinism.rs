//! The same holders make the same bytes, in whatever order they are listed.

use std::fs;

use crate::world::{MINT, PAYOUT, TERMS, World, command, contents};

/// The lines of a file of accounts in another order, which depends on nothing but the file.
fn shuffled(text: &str) -> String {
    let (head, lines) = text.split_at(text.match_indices('\n').nth(1).unwrap().0 + 1);
    let mut lines: Vec<_> = lines.lines().collect();
    // By the end of their addresses, which is not what anything is ordered by.
    lines.sort_by_key(|line| line.split(',').next().unwrap().chars().rev().collect::<String>());
    format!("{head}{}\n", lines.join("\n"))
}

#[test]
fn the_order_of_the_input_makes_no_difference() {
    let world = World::new();
    let accounts = world.synthesize(3_000, 7);
    let text = fs::read_to_string(&accounts).unwrap();
    let other = world.write("shuffled.csv", &shuffled(&text));
    assert_ne!(text, fs::read_to_string(&other).unwrap());
    world.take("one", &["--accounts", &accounts]).ok();
    world.take("two", &["--accounts", &other]).ok();
    assert_eq!(contents(&world.path("one")), contents(&world.path("two")));
    assert_eq!(world.summary("one")["leaves"], 3_000);
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let world = World::new();
    let accounts = world.synthesize(3_000, 8);
    world.take("one", &["--accounts", &accounts]).ok();
    let (mint, payout) = (MINT.to_string(), PAYOUT.to_string());
    let out = world.text("two");
    let fixed = ["take", "--mint", &mint, "--payout", &payout, "--out", &out];
    let arguments = [&fixed[..], TERMS, &["--accounts", &accounts]].concat();
    let output = command(&arguments).env("RAYON_NUM_THREADS", "1").output().unwrap();
    assert!(output.status.success());
    assert_eq!(contents(&world.path("one")), contents(&world.path("two")));
}

#[test]
fn synthetic_holders_come_from_their_seed() {
    let world = World::new();
    let first = fs::read(world.synthesize(500, 1)).unwrap();
    assert_eq!(first, fs::read(world.synthesize(500, 1)).unwrap());
    assert_ne!(first, fs::read(world.synthesize(500, 2)).unwrap());
}

/// Every number that the supply is made of is in the summary.
#[test]
fn the_summary_adds_up() {
    let world = World::new();
    let accounts = world.synthesize(2_000, 3);
    // So little that many get nothing.
    let terms = ["--multiplier", "1.5", "--gross-per-share", "1000", "--withholding-bps", "1500"];
    world.take_on(&terms, "out", &["--accounts", &accounts]).ok();
    let summary = world.summary("out");
    let amount = |value: &serde_json::Value| value.as_str().unwrap().parse::<u64>().unwrap();
    let (totals, dust) = (&summary["totals"], &summary["dust"]);
    assert!(dust["holders"].as_u64().unwrap() > 0 && summary["leaves"].as_u64().unwrap() > 0);
    assert_eq!(dust["holders"].as_u64().unwrap() + summary["leaves"].as_u64().unwrap(), 2_000);
    assert_eq!(amount(&totals["raw"]) + amount(&dust["raw"]), amount(&summary["supply"]));
    assert_eq!(amount(&totals["gross"]) - amount(&totals["withheld"]), amount(&totals["net"]));
    let listed: u64 =
        dust["owners"].as_array().unwrap().iter().map(|holder| amount(&holder["raw"])).sum();
    assert_eq!(listed, amount(&dust["raw"]));
    assert!(summary["slot"].is_null() && summary["block_time"].is_null());
    world.verify("out").ok();
}
