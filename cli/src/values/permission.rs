//! Permissions of the issuer's staff by their names: `mint`, `corporate-actions`.

use scrip_issuer::state;

const NAMES: [(&str, u32); 9] = [
    ("mint", state::PERMISSION_MINT),
    ("redeem", state::PERMISSION_REDEEM),
    ("pause", state::PERMISSION_PAUSE),
    ("unpause", state::PERMISSION_UNPAUSE),
    ("halt", state::PERMISSION_HALT),
    ("resume", state::PERMISSION_RESUME),
    ("corporate-actions", state::PERMISSION_CORPORATE_ACTIONS),
    ("check", state::PERMISSION_CHECK),
    ("metadata", state::PERMISSION_METADATA),
];

/// The bit of a permission.
///
/// # Errors
/// If there is none with this name.
pub fn bit(name: &str) -> Result<u32, String> {
    let found = NAMES.iter().find(|(known, _)| *known == name.trim());
    found.map(|(_, bit)| *bit).ok_or_else(|| {
        let known: Vec<&str> = NAMES.iter().map(|(known, _)| *known).collect();
        format!("`{name}` is no permission: there are {}", known.join(", "))
    })
}

/// The names of these bits.
#[must_use]
pub fn shown(bits: u32) -> String {
    let names = NAMES.iter().filter(|(_, bit)| bits & bit != 0).map(|(name, _)| *name);
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn permissions_are_read_and_written_by_name() {
        let both = bit("halt").unwrap() | bit(" corporate-actions").unwrap();
        assert_eq!(shown(both), "halt, corporate-actions");
        assert_eq!(shown(state::PERMISSIONS_ALL).split(", ").count(), NAMES.len());
        bit("rule").unwrap_err();
    }
}
