//! How a value is written, by its field's name and type. The programs keep to their names: all `i64` are unix seconds,
//! and every `u128` called a multiplier has 18 decimals.

use anchor_lang::prelude::Pubkey;

use super::value::Decoded;
use crate::values::{amount, class, country, permission, reference, time};

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

/// A number of eight bits, which mostly stands for something.
#[must_use]
pub fn byte(name: &str, number: u8) -> Decoded {
    let meaning = name.trim_start_matches("old_").trim_start_matches("new_");
    let named = match meaning {
        "permissions" => Some(permission::REGISTRAR.shown(number)),
        "admission_mode" => one_of(number, &["allowlist", "open"]),
        "jurisdiction_mode" => one_of(number, &["only these countries", "all but these countries"]),
        "reserve_mode" | "mode" => one_of(number, &["off", "warn", "enforce"]),
        "halt_reason" | "reason" => {
            one_of(number, &["news pending", "regulatory", "primary market", "operational"])
        }
        "choice" | "default" | "default_election" => one_of(number, &["cash", "shares"]),
        _ => None,
    };
    match named.filter(|name| !name.is_empty()) {
        Some(name) => Decoded::Named(number.to_string(), name),
        None => small(name, number.into()),
    }
}

/// A number of 32 bits.
#[must_use]
pub fn wide(name: &str, number: u32) -> Decoded {
    if name.ends_with("permissions") {
        return Decoded::Named(number.to_string(), permission::STAFF.shown(number));
    }
    small(name, number.into())
}

/// The name with this number, from 1.
fn one_of(number: u8, names: &[&str]) -> Option<String> {
    let place = usize::from(number).checked_sub(1)?;
    names.get(place).map(|name| (*name).to_owned())
}

/// With its unit, if what is written about the field names one; the largest number is no limit.
#[must_use]
pub fn in_units(value: Decoded, docs: &[String]) -> Decoded {
    let Decoded::Text(digits) = &value else { return value };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return value;
    }
    if *digits == u64::MAX.to_string() {
        return Decoded::Named(digits.clone(), "no limit".to_owned());
    }
    let raw = docs.iter().any(|line| line.to_lowercase().contains("raw units"));
    if raw { Decoded::Named(digits.clone(), format!("{digits} raw units")) } else { value }
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
