//! How a value is written, by its field's name and type. The programs keep to their names: all `i64` are unix seconds,
//! and every `u128` called a multiplier has 18 decimals.

use anchor_lang::prelude::Pubkey;

use super::value::Decoded;
use crate::values::{amount, class, country, reference, time};

/// More bytes than this are counted, not shown.
const SHOWN_BYTES: usize = 64;
/// Bytes of a set of countries: a bit for each numeric code.
const COUNTRIES: usize = 128;

/// A number of 32 bits at most.
#[must_use]
pub fn small(name: &str, number: i64) -> Decoded {
    let plain = Decoded::Number(number);
    if name.ends_with("jurisdiction") {
        return u16::try_from(number).map_or(plain, |code| Decoded::Text(country::shown(code)));
    }
    if name.ends_with("investor_classes") || name.starts_with("classes_") {
        return u8::try_from(number).map_or(plain, |bits| Decoded::Text(class::shown(bits)));
    }
    plain
}

/// A number of 128 bits.
#[must_use]
pub fn large(name: &str, number: u128) -> Decoded {
    if name.ends_with("multiplier") {
        return Decoded::Text(amount::multiplier(number));
    }
    Decoded::Text(number.to_string())
}

/// Unix seconds.
#[must_use]
pub fn time(unix: i64) -> Decoded {
    Decoded::Text(time::shown(unix))
}

/// An address; that of nobody is left empty.
#[must_use]
pub fn address(address: Pubkey) -> Decoded {
    if address == Pubkey::default() {
        Decoded::Text(String::new())
    } else {
        Decoded::Text(address.to_string())
    }
}

/// A reference, a hash, a set.
#[must_use]
pub fn bytes(name: &str, bytes: &[u8]) -> Decoded {
    if name == "jurisdictions" && bytes.len() == COUNTRIES {
        return countries(bytes);
    }
    if bytes.len() > SHOWN_BYTES {
        let set: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
        return Decoded::Text(format!("{} bytes, {set} bits of them set", bytes.len()));
    }
    Decoded::Text(reference::shown(bytes))
}

fn countries(bits: &[u8]) -> Decoded {
    let mut found = Vec::new();
    for (code, byte) in (0_u16..).step_by(8).zip(bits) {
        let set = (0_u16..8)
            .filter(|bit| byte.checked_shr(u32::from(*bit)).is_some_and(|rest| rest & 1 == 1));
        found.extend(set.map(|bit| Decoded::Text(country::shown(code.saturating_add(bit)))));
    }
    Decoded::List(found)
}
