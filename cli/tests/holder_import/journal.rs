//! The journal: what it remembers, what it is bound to, and what it makes of damage.

use std::fs;
use std::path::PathBuf;

use scrip_cli::holder_import::journal::{Binding, Entry, Journal, Sent, VERSION};
use tempfile::TempDir;

fn binding(file: &str) -> Binding {
    Binding {
        version: VERSION,
        registry: "register".into(),
        genesis_hash: "cluster".into(),
        file_sha256: file.into(),
    }
}

fn sent(signature: &str) -> Sent {
    Sent {
        signature: signature.into(),
        last_valid_block_height: 9,
        lines: vec![2, 3],
        transaction: String::new(),
    }
}

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("holders.csv.journal");
    (folder, path)
}

fn pending(path: &std::path::Path) -> Vec<String> {
    let mut journal = Journal::open(path, &binding("a")).unwrap();
    journal.take_pending().into_iter().map(|sent| sent.signature).collect()
}

#[test]
fn what_was_sent_and_not_settled_is_remembered() {
    let (_folder, path) = place();
    let mut journal = Journal::open(&path, &binding("a")).unwrap();
    journal.append(&["one", "two", "three", "four"].map(|name| Entry::Sent(sent(name)))).unwrap();
    journal.append(&[Entry::Confirmed { signature: "two".into() }]).unwrap();
    journal.append(&[Entry::Failed { signature: "one".into(), error: "why".into() }]).unwrap();
    journal.append(&[Entry::Expired { signature: "four".into() }]).unwrap();
    drop(journal);
    assert_eq!(pending(&path), ["three"]);
    assert_eq!(pending(&path), ["three"], "reading changes nothing");
}

#[test]
fn a_torn_line_at_the_end_was_never_sent() {
    let (_folder, path) = place();
    let mut journal = Journal::open(&path, &binding("a")).unwrap();
    journal.append(&[Entry::Sent(sent("one")), Entry::Sent(sent("two"))]).unwrap();
    drop(journal);
    let whole = fs::read(&path).unwrap();
    let second =
        whole.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::len).take(2).sum::<usize>();
    for length in second..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(pending(&path), ["one"], "{length}");
        assert_eq!(fs::read(&path).unwrap(), &whole[..second], "{length}");
    }
    // Blocks that the disk had not written yet.
    fs::write(&path, [&whole[..second], &[0; 40], b"\n"].concat()).unwrap();
    assert_eq!(pending(&path), ["one"]);
    // Not even the first line.
    fs::write(&path, &whole[..9]).unwrap();
    assert!(pending(&path).is_empty());
    assert!(fs::read_to_string(&path).unwrap().starts_with("{\"begun\""));
}

#[test]
fn a_line_that_is_damaged_in_the_middle_is_refused() {
    let (_folder, path) = place();
    let mut journal = Journal::open(&path, &binding("a")).unwrap();
    journal.append(&[Entry::Sent(sent("one")), Entry::Sent(sent("two"))]).unwrap();
    drop(journal);
    let damaged = fs::read_to_string(&path).unwrap().replacen("one", "o\"e", 1);
    fs::write(&path, &damaged).unwrap();
    let error = format!("{:#}", Journal::open(&path, &binding("a")).unwrap_err());
    assert!(error.contains("line 2 is damaged"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged, "it is left as it is");
}

#[test]
fn a_journal_of_something_else_is_refused_until_it_is_complete() {
    let (_folder, path) = place();
    drop(Journal::open(&path, &binding("a")).unwrap());
    let other_register = Binding { registry: "another".into(), ..binding("a") };
    let other_cluster = Binding { genesis_hash: "another".into(), ..binding("a") };
    let other_version = Binding { version: 2, ..binding("a") };
    for (other, expected) in [
        (binding("b"), "of a file with SHA-256 a, not b"),
        (other_register, "into register register, not another"),
        (other_cluster, "genesis hash cluster, not another"),
        (other_version, "is of version 1"),
    ] {
        let error = Journal::open(&path, &other).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    Journal::open(&path, &binding("a")).unwrap().append(&[Entry::Complete]).unwrap();
    drop(Journal::open(&path, &binding("b")).unwrap());
    Journal::open(&path, &binding("a")).unwrap_err();
    fs::write(&path, "{\"complete\":null}\n\"complete\"\n").unwrap();
    Journal::open(&path, &binding("a")).unwrap_err();
}

#[test]
fn one_run_at_a_time_has_it() {
    let (_folder, path) = place();
    let journal = Journal::open(&path, &binding("a")).unwrap();
    let error = Journal::open(&path, &binding("a")).unwrap_err().to_string();
    assert!(error.contains("another import is running"), "{error}");
    drop(journal);
    drop(Journal::open(&path, &binding("a")).unwrap());
}
