//! Elections: one snapshot for each choice, which together are all holders.

use crate::world::{Outcome, World, address};

/// Three holders, of whom `lines` says what they have chosen.
fn elect(world: &World, out: &str, lines: &str, default: &str, choice: &str) -> Outcome {
    let accounts = world.accounts(60, &[(address(1), 10), (address(2), 20), (address(3), 30)]);
    let file = world.write("elections.csv", &format!("owner,choice\n{lines}"));
    let elections = ["--elections", &file, "--default", default, "--choice", choice];
    world.take(out, &[&["--accounts", &accounts][..], &elections].concat())
}

#[test]
fn each_choice_has_its_own_holders() {
    let (one, two, three) = (address(1), address(2), address(3));
    let lines = format!("{one},cash\n{two},reinvest\n{},cash\n", address(77));
    for (default, cash, reinvest) in [
        ("cash", vec![(one, 10), (three, 30)], vec![(two, 20)]),
        ("reinvest", vec![(one, 10)], vec![(two, 20), (three, 30)]),
    ] {
        let world = World::new();
        elect(&world, "cash", &lines, default, "cash").ok();
        elect(&world, "reinvest", &lines, default, "reinvest").ok();
        assert_eq!(world.leaves("cash"), cash, "by default {default}");
        assert_eq!(world.leaves("reinvest"), reinvest, "by default {default}");
        let summary = world.summary("cash");
        assert_eq!(summary["choice"], "cash");
        assert_eq!(summary["other_choice"]["holders"], reinvest.len());
        let others: u64 = reinvest.iter().map(|(_, raw)| raw).sum();
        assert_eq!(summary["other_choice"]["raw"], others.to_string());
        world.verify("cash").ok();
        world.verify("reinvest").ok();
    }
}

#[test]
fn a_choice_that_nobody_made_is_no_snapshot() {
    let world = World::new();
    elect(&world, "out", "", "cash", "reinvest").refused(&["nobody is entitled", "3 have chosen"]);
}

#[test]
fn malformed_elections_are_named() {
    let world = World::new();
    let one = address(1);
    for (lines, parts) in [
        (format!("{one},both\n"), ["elections.csv line 2", "\"both\""]),
        (format!("{one},Cash\n"), ["elections.csv line 2", "\"Cash\""]),
        (format!("{one},cash\n{one},cash\n"), ["elections.csv line 3", "chosen before"]),
        (format!("{one}\n"), ["elections.csv is malformed", "line: 2"]),
    ] {
        elect(&world, "out", &lines, "cash", "cash").refused(&parts);
    }
}

#[test]
fn elections_come_with_default_and_choice() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 5)]);
    let file = world.write("elections.csv", "owner,choice\n");
    let missing = world.take("out", &["--accounts", &accounts, "--elections", &file]);
    assert!(!missing.succeeded && missing.stderr.contains("--default"), "{}", missing.stderr);
    let alone = world.take("out", &["--accounts", &accounts, "--choice", "cash"]);
    assert!(!alone.succeeded && alone.stderr.contains("--elections"), "{}", alone.stderr);
}
