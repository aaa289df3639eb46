//! The standard library's trees and iterator adaptors over enums with payloads.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

use crate::{Digest, Random};

/// Insertions, removals and a range of a map whose values own memory.
pub fn ordered_map(random: &mut Random, digest: &mut Digest) {
    let mut map: BTreeMap<u64, (u128, String)> = BTreeMap::new();
    for step in 0..30 {
        let key = random.word() % 64;
        if step % 3 == 2 {
            let removed = map.remove(&key);
            digest.add(removed.as_ref().map(|(number, text)| (*number, text.as_str())));
        } else {
            map.insert(key, (random.wide(), format!("k{key}:{step:x}")));
        }
    }
    for (key, (number, text)) in map.range(5..50) {
        digest.add((*key, *number));
        digest.add(text.as_str());
    }
}

type Item = (u32, Option<u128>, Result<i16, u8>);

/// Filters, folds, windows, partitions and rotations.
pub fn iterators(random: &mut Random, digest: &mut Digest) {
    let mut items: Vec<Item> = (0..24).map(|_| item(random)).collect();
    let some = items.iter().filter_map(|item| item.1);
    digest.add(some.fold(0_u128, |sum, value| sum.wrapping_mul(31).wrapping_add(value)));
    digest.add(items.iter().max_by_key(|item| (item.1, item.0)).map(|item| item.0));
    digest.add(items.windows(2).filter(|pair| pair[0] < pair[1]).count());
    let (good, bad): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.2.is_ok());
    digest.add((good.len(), bad.len()));
    for triple in items.chunks_exact(3) {
        digest.add(triple.iter().map(|item| u64::from(item.0)).sum::<u64>());
    }
    items.retain(|item| !item.0.is_multiple_of(3));
    items.reverse();
    let turn = items.len() / 3;
    items.rotate_left(turn);
    for item in items.iter().rev().step_by(2) {
        digest.add((item.0, item.1));
        digest.add(item.2.map_or_else(i64::from, |value| i64::from(value) - 1_000));
    }
}

fn item(random: &mut Random) -> Item {
    let bits = random.bits();
    let number = (bits & 1 == 0).then(|| random.wide());
    let outcome = if bits & 2 == 0 { Ok(bits as i16) } else { Err((bits >> 9) as u8) };
    (bits as u32, number, outcome)
}
