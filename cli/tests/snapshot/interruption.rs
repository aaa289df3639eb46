//! A snapshot is there as a whole or not at all, whenever a run is killed, and nothing is overwritten.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use scrip_cli::snapshot::directory::Partial;

use crate::world::{MINT, PAYOUT, TERMS, World, address, command, contents};

/// Starts a run and kills it as soon as `file` is there. Whether it left no snapshot: it may have ended
/// before, and then all of it is there.
fn kill_once_there(world: &World, arguments: &[&str], file: &str) -> bool {
    let mut run = command(arguments).stdout(Stdio::null()).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while !world.path(".out.partial").join(file).exists() && run.try_wait().unwrap().is_none() {
        assert!(Instant::now() < deadline, "\"{file}\" has never been there");
        thread::yield_now();
    }
    run.kill().unwrap();
    run.wait().unwrap();
    if !world.path("out").exists() {
        return true;
    }
    assert_eq!(contents(&world.path("out")), contents(&world.path("whole")));
    fs::remove_dir_all(world.path("out")).unwrap();
    false
}

/// Kills runs at every stage: before a first file is there, and after each of them was begun.
#[test]
fn a_killed_run_leaves_no_snapshot_and_the_next_one_succeeds() {
    let world = World::new();
    let accounts = world.synthesize(40_000, 5);
    world.take("whole", &["--accounts", &accounts]).ok();
    let (mint, payout, out) = (MINT.to_string(), PAYOUT.to_string(), world.text("out"));
    let fixed = ["take", "--mint", &mint, "--payout", &payout, "--out", &out];
    let arguments = [&fixed[..], TERMS, &["--accounts", &accounts]].concat();
    for stage in ["", "tree.bin", "leaves.csv"] {
        let killed = (0..20).any(|_| kill_once_there(&world, &arguments, stage));
        assert!(killed, "every run ended before it was killed at \"{stage}\"");
        assert!(!world.verify("out").succeeded);
        assert_eq!(world.names(), [".out.partial", "accounts.csv", "whole"]);
    }
    world.take("out", &["--accounts", &accounts]).ok();
    assert_eq!(world.names(), ["accounts.csv", "out", "whole"]);
    assert_eq!(contents(&world.path("out")), contents(&world.path("whole")));
}

#[test]
fn two_runs_do_not_write_to_the_same_place() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    let other = Partial::create(&world.path("out")).unwrap();
    world.take("out", &["--accounts", &accounts]).refused(&["another run is writing to"]);
    drop(other);
    world.take("out", &["--accounts", &accounts]).ok();
}

#[test]
fn another_snapshot_is_not_overwritten_and_the_same_one_stays() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    assert!(world.take("out", &["--accounts", &accounts]).ok().contains("written to"));
    let before = contents(&world.path("out"));
    assert!(world.take("out", &["--accounts", &accounts]).ok().contains("unchanged in"));
    let accounts = world.accounts(6, &[(address(1), 6)]);
    world.take("out", &["--accounts", &accounts]).refused(&["not overwritten", "--out"]);
    assert_eq!(contents(&world.path("out")), before);
    assert_eq!(world.names(), ["accounts.csv", "out"]);
}

#[test]
fn a_directory_with_something_else_is_left_alone() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    fs::create_dir(world.path("out")).unwrap();
    let note = world.path("out").join("note.txt");
    fs::write(&note, "mine").unwrap();
    world.take("out", &["--accounts", &accounts]).refused(&["not overwritten"]);
    assert_eq!(fs::read_to_string(&note).unwrap(), "mine");
    // An empty one is as good as none.
    fs::remove_file(&note).unwrap();
    world.take("out", &["--accounts", &accounts]).ok();
    world.verify("out").ok();
}
