//! Formatting and parsing, the heaviest users of dynamic dispatch in the standard library.

use alloc::{format, string::String};

use crate::{Digest, Random};

const NAMES: [&str; 6] = ["AAPLx", "NVDAx", "CRWDx", "", "é", "a longer name than the others"];

/// Decimal, hexadecimal, binary, padded and derived output.
pub fn formatting(random: &mut Random, digest: &mut Digest) {
    let (word, wide) = (random.word(), random.wide());
    let name = NAMES[random.below(6) as usize];
    digest.add(format!("{word} {:>12} {word:#018x} {name:>8}|", word as i32).as_str());
    digest.add(format!("{wide} {:?} {:08b}", Some(wide as u16), word as u8).as_str());
    digest.add(format!("{} {:+} {name:?}", wide as i128, word as i64).as_str());
}

/// Numbers back from text, and text taken apart at character boundaries.
pub fn parsing(random: &mut Random, digest: &mut Digest) {
    let text = format!("{} {} x{}", random.word(), random.wide() as i128, random.word());
    for part in text.split(' ') {
        digest.add(part.parse::<i128>().ok());
        digest.add(part.parse::<u32>().ok());
    }
    let name = NAMES[random.below(6) as usize];
    let mirrored: String = name.chars().rev().map(|c| c.to_ascii_uppercase()).collect();
    digest.add(mirrored.as_str());
    digest.add(core::str::from_utf8(&name.as_bytes()[..name.len() / 2]).is_ok());
}
