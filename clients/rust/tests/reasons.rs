//! What is said about a refusal is what the reference says.
#![allow(clippy::panic, clippy::unwrap_used)]

use scrip_client::reasons::{refusal, side_name, what_to_do};
use scrip_rules::refusal::Refusal;

#[test]
fn the_reference_says_the_same() {
    let page = include_str!("../../../docs/reference/refusals.md");
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| 6")).collect();
    assert_eq!(rows.len(), Refusal::ALL.len());
    for (known, row) in Refusal::ALL.iter().zip(rows) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [code, name, side, sentence, to_do] = cells[..] else { panic!("{row}") };
        assert_eq!(refusal(code.parse().unwrap()), Some(*known));
        assert_eq!(name, format!("`{known:?}`"));
        assert_eq!(side, side_name(known.side()));
        assert!(known.sentence().starts_with(sentence), "{row}");
        assert_eq!(to_do, what_to_do(*known));
    }
}

#[test]
fn other_numbers_are_no_refusals() {
    for code in [0, 1, 17, 5_999, 6_400, 6_500, 7_000, u32::MAX] {
        assert_eq!(refusal(code), None);
    }
}
