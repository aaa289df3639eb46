//! Case references and hashes: 32 bytes that say why something was done, or which document says so.

use std::path::Path;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

/// Bytes of a reference.
const LENGTH: usize = 32;

/// A case reference: up to 32 bytes of text, or 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference(pub [u8; LENGTH]);

impl std::str::FromStr for Reference {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(bytes) = hexadecimal(text) {
            return Ok(Self(bytes));
        }
        let mut bytes = [0; LENGTH];
        let place = bytes.get_mut(..text.len()).filter(|place| !place.is_empty());
        let place = place.ok_or_else(|| {
            format!(
                "`{text}` has {} bytes: a reference has 1 to {LENGTH}, or is 64 hexadecimal digits",
                text.len()
            )
        })?;
        place.copy_from_slice(text.as_bytes());
        Ok(Self(bytes))
    }
}

fn hexadecimal(text: &str) -> Option<[u8; LENGTH]> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let mut bytes = [0; LENGTH];
    if digits.len() != LENGTH.saturating_mul(2) || !digits.is_ascii() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// As people read it: the text that it is, or hexadecimal digits; nothing for zeros.
#[must_use]
pub fn shown(bytes: &[u8]) -> String {
    let text = bytes.iter().rposition(|byte| *byte != 0).and_then(|last| bytes.get(..=last));
    let Some(text) = text else { return String::new() };
    match std::str::from_utf8(text) {
        Ok(text) if text.chars().all(|letter| !letter.is_control()) => text.to_owned(),
        _ => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

/// SHA-256 of a file.
///
/// # Errors
/// If it cannot be read.
pub fn hash_of(file: &Path) -> anyhow::Result<[u8; LENGTH]> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(Sha256::digest(bytes).into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_reference_is_text_or_digits() {
        let text: Reference = "CASE-2026-17".parse().unwrap();
        assert_eq!(shown(&text.0), "CASE-2026-17");
        let digits: Reference = "ab".repeat(32).parse().unwrap();
        assert_eq!(digits.0, [0xab; 32]);
        assert_eq!(shown(&digits.0), "ab".repeat(32));
        assert_eq!(shown(&[0; 32]), "");
        "".parse::<Reference>().unwrap_err();
        "x".repeat(33).parse::<Reference>().unwrap_err();
    }
}
