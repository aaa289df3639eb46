//! Files of token accounts: what is refused, and in what words.

use crate::world::{World, address};

const HEADER: &str = "token_account,owner,raw\n";

#[test]
fn accounts_are_held_against_the_supply_to_the_unit() {
    let world = World::new();
    for (supply, sum) in [(59, 60_u64), (61, 60), (0, 60), (u64::MAX, 60)] {
        let accounts =
            world.accounts(supply, &[(address(1), 10), (address(2), 20), (address(1), 30)]);
        world
            .take("out", &["--accounts", &accounts])
            .refused(&[&format!("hold {sum} raw units"), &format!("supply is {supply}:")]);
        // Nothing is left of it.
        assert_eq!(world.names(), ["accounts.csv"]);
    }
    let accounts = world.accounts(60, &[(address(1), 10), (address(2), 20), (address(1), 30)]);
    world.take("out", &["--accounts", &accounts]).ok();
    assert_eq!(world.leaves("out"), [(address(1), 40), (address(2), 20)]);
}

/// More than 64 bits in all, which must not wrap around to the supply.
#[test]
fn sums_do_not_wrap() {
    let world = World::new();
    let accounts = world.accounts(1, &[(address(1), u64::MAX), (address(2), 2)]);
    world
        .take("out", &["--accounts", &accounts])
        .refused(&["hold 18446744073709551617 raw units", "supply is 1:"]);
}

#[test]
fn accounts_without_shares_and_their_owners_are_left_out() {
    let world = World::new();
    let accounts = world.accounts(5, &[(address(1), 0), (address(2), 5), (address(2), 0)]);
    world.take("out", &["--accounts", &accounts]).ok();
    assert_eq!(world.leaves("out"), [(address(2), 5)]);
}

#[test]
fn nobody_is_no_snapshot() {
    let world = World::new();
    let accounts = world.accounts(0, &[]);
    world.take("out", &["--accounts", &accounts]).refused(&["nobody is entitled"]);
    assert_eq!(world.names(), ["accounts.csv"]);
}

#[test]
fn malformed_lines_are_named() {
    let world = World::new();
    let (one, two) = (address(1), address(2));
    for (lines, parts) in [
        (format!("{one},{two},5\n{one},{two}\n"), ["malformed", "line: 4"]),
        (format!("{one},{two},5,6\n"), ["malformed", "line: 3"]),
        (format!("{one},{two},5\n{one},{two},5.0\n"), ["line 4", "raw is \"5.0\""]),
        (format!("{one},{two},-1\n"), ["line 3", "raw is \"-1\""]),
        (format!("{one},{two},\n"), ["line 3", "raw is \"\""]),
        (format!("{one},{two},18446744073709551616\n"), ["line 3", "18446744073709551615"]),
        (format!("{one},0OIl,5\n"), ["line 3", "owner is \"0OIl\""]),
        (format!("{one},{two}11,5\n"), ["line 3", "32 bytes"]),
        (format!(",{two},5\n"), ["line 3", "token_account is \"\""]),
        (format!("{one},{one},5\n{two},{one},5\n{one},{two},7\n"), ["listed twice", "5 and 7"]),
    ] {
        let content = format!("# supply: 10\n{HEADER}{lines}");
        let accounts = world.write("accounts.csv", &content);
        let outcome = world.take("out", &["--accounts", &accounts]);
        if !parts[0].contains("twice") {
            assert!(outcome.stderr.contains("accounts.csv"), "{}", outcome.stderr);
        }
        outcome.refused(&parts);
        assert_eq!(world.names(), ["accounts.csv"], "{lines}");
    }
}

#[test]
fn other_columns_are_refused() {
    let world = World::new();
    for header in ["owner,token_account,raw", "token_account,owner", "", "token_account,owner,ui"] {
        let accounts = world.write("accounts.csv", &format!("# supply: 0\n{header}\n"));
        world.take("out", &["--accounts", &accounts]).refused(&["must begin with", header]);
    }
}

#[test]
fn the_supply_is_said_once_or_twice_alike() {
    let world = World::new();
    let line = format!("{HEADER}{},{},5\n", address(1), address(2));
    let silent = world.write("silent.csv", &line);
    world.take("out", &["--accounts", &silent]).refused(&["--supply", "silent.csv"]);
    world.take("given", &["--accounts", &silent, "--supply", "5"]).ok();
    let spoken = world.write("spoken.csv", &format!("# supply: 5\n{line}"));
    world.take("written", &["--accounts", &spoken]).ok();
    world.take("both", &["--accounts", &spoken, "--supply", "5"]).ok();
    world.take("out", &["--accounts", &spoken, "--supply", "6"]).refused(&["is 6", "says 5"]);
    let wrong = world.write("wrong.csv", &format!("# supply: five\n{line}"));
    world.take("out", &["--accounts", &wrong]).refused(&["line 1", "\"five\""]);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let world = World::new();
    let accounts = world.text("none.csv");
    world.take("out", &["--accounts", &accounts]).refused(&["none.csv cannot be opened"]);
}
