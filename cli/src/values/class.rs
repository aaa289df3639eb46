//! Investor classes by their names, joined with `+`: `retail`, `professional+qualified`.

use scrip_rules::classes;

const NAMES: [(&str, u8); 4] = [
    ("us-person", classes::US_PERSON),
    ("retail", classes::RETAIL),
    ("professional", classes::PROFESSIONAL),
    ("qualified", classes::QUALIFIED),
];

/// The bits of these classes; none for an empty text.
///
/// # Errors
/// If one of them does not exist.
pub fn bits(text: &str) -> Result<u8, String> {
    let names = text.split('+').map(str::trim).filter(|name| !name.is_empty());
    names.map(bit).try_fold(0, |bits, bit| Ok(bits | bit?))
}

fn bit(name: &str) -> Result<u8, String> {
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, bit)| *bit).ok_or_else(|| {
        let known: Vec<&str> = NAMES.iter().map(|(known, _)| *known).collect();
        format!("`{name}` is no investor class: there are {}", known.join(", "))
    })
}

/// The names of these bits, joined with `+`.
#[must_use]
pub fn shown(bits: u8) -> String {
    let names = NAMES.iter().filter(|(_, bit)| bits & bit != 0).map(|(name, _)| *name);
    names.collect::<Vec<_>>().join("+")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn classes_are_read_and_written_by_name() {
        let both = bits("professional+qualified").unwrap();
        assert_eq!(shown(both), "professional+qualified");
        assert_eq!(bits(""), Ok(0));
        bits("rich").unwrap_err();
    }
}
