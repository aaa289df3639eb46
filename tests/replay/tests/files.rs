//! The replay as its users run it: on the recorded actions, and on files that are wrong.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Output};

const RECORDED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../crates/rules/testdata/xstocks_corporate_actions.csv"
);
const HEADER: &str = "symbol,mint,kind,announced_at,effective_at,previous_multiplier,ratio_numerator,ratio_denominator,new_multiplier";

fn replay(path: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_replay")).arg(path).output().unwrap()
}

fn replay_lines(lines: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("actions.csv");
    fs::write(&path, [&[HEADER], lines].concat().join("\n")).unwrap();
    replay(path.to_str().unwrap())
}

fn last_line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).lines().last().unwrap_or_default().to_owned()
}

#[test]
fn every_recorded_action_is_reproduced() {
    let output = replay(RECORDED);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(last_line(&output), "28 of 28 within one ulp, 25 exact");
}

#[test]
fn every_kind_that_moves_the_multiplier_is_replayed() {
    let output = replay_lines(&[
        "A,-,SPLF,1700000000,1700000060,1,3,1,3",
        "B,-,SPLR,1700000000,1700000060,2,1,10,0.2",
        "C,-,BONU,1700000000,1700000060,1,11,10,1.1",
        "D,-,DVSE,1700000000,1700000060,1,21,20,1.05",
        "E,-,DVCA,1700000000,1700000060,1,101,100,1.01",
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(last_line(&output), "5 of 5 within one ulp, 5 exact");
}

#[test]
fn a_wrong_record_fails_the_replay() {
    let output = replay_lines(&["A,-,SPLF,1700000000,1700000060,1,3,1,3.000000000000002"]);
    assert!(!output.status.success());
    assert_eq!(last_line(&output), "0 of 1 within one ulp, 0 exact");
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_line() {
    for (line, says) in [
        ("A,-,XXXX,1,2,1,3,1,3", "kind \"XXXX\""),
        ("A,-,DVCA,1,2,1,3,4,3", "below ratio_denominator"),
        ("A,-,SPLF,2,2,1,3,1,3", "effective_at 2 is not after announced_at 2"),
        ("A,-,SPLF,1,2,-1,3,1,3", "previous_multiplier"),
        ("A,-,SPLF,1,2,1,three,1,3", "line: 2"),
        ("A,-,SPLF,1,2,1,3", "line: 2"),
    ] {
        let output = replay_lines(&[line]);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{line}");
        assert!(stderr.contains(says) && stderr.contains("actions.csv"), "{line}: {stderr}");
    }
    assert!(String::from_utf8_lossy(&replay_lines(&[]).stderr).contains("no corporate action"));
    assert!(String::from_utf8_lossy(&replay("missing.csv").stderr).contains("missing.csv"));
}
