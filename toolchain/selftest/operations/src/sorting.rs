//! Stable and unstable sorts of records and words, whose scratch space was made smaller for sBPF.

use alloc::vec::Vec;

use crate::{Digest, Random};

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    value: u128,
    tag: u8,
    signed: i32,
}

/// Up to 60 entries with many equal keys, in four orders, then words and a search.
pub fn all(random: &mut Random, digest: &mut Digest) {
    let length = random.below(61);
    let mut entries: Vec<Entry> = (0..length).map(|_| entry(random)).collect();
    for sort in [whole, descending, by_key_stable, by_pair_unstable] {
        sort(&mut entries);
        for entry in &entries {
            add(entry, digest);
        }
    }
    let mut words: Vec<u64> = entries.iter().map(|entry| entry.value as u64).collect();
    words_unstable(&mut words);
    words.dedup();
    for word in &words {
        digest.add(*word);
    }
    match words.binary_search(&random.word()) {
        Ok(position) => digest.add((true, position)),
        Err(position) => digest.add((false, position)),
    }
}

fn entry(random: &mut Random) -> Entry {
    Entry {
        key: random.word() % 17,
        value: random.wide(),
        tag: random.bits() as u8,
        signed: random.bits() as i32,
    }
}

fn add(entry: &Entry, digest: &mut Digest) {
    digest.add((entry.key, entry.value));
    digest.add((entry.tag, entry.signed));
}

#[inline(never)]
fn whole(entries: &mut [Entry]) {
    entries.sort();
}

#[inline(never)]
fn descending(entries: &mut [Entry]) {
    entries.sort_by(|a, b| b.signed.cmp(&a.signed).then(a.value.cmp(&b.value)));
}

#[inline(never)]
fn by_key_stable(entries: &mut [Entry]) {
    entries.sort_by_key(|entry| entry.key);
}

#[inline(never)]
fn by_pair_unstable(entries: &mut [Entry]) {
    entries.sort_unstable_by_key(|entry| (entry.tag, entry.signed, entry.value));
}

#[inline(never)]
fn words_unstable(words: &mut [u64]) {
    words.sort_unstable();
}
