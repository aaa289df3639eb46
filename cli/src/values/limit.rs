//! How many at most: `1000000` shares, `raw:100000000` raw units, or `unlimited`.

use scrip_rules::multiplier::{Multiplier, Rounding};

use super::amount::{Shares, in_shares};

/// A number of shares that something may not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many shares, at the multiplier that is in force now.
    Shares(Shares),
    /// So many raw units.
    Raw(u64),
}

/// The stored limit that limits nothing.
pub const UNLIMITED: u64 = u64::MAX;

impl std::str::FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "unlimited" {
            return Ok(Self::Raw(UNLIMITED));
        }
        match text.strip_prefix("raw:") {
            Some(raw) => {
                raw.parse().map(Self::Raw).map_err(|_| format!("`{text}`: no number of raw units"))
            }
            None => text.parse().map(Self::Shares).map_err(|error: String| {
                format!("{error}: write shares like 1000, raw units like raw:1000, or `unlimited`")
            }),
        }
    }
}

impl Limit {
    /// In raw units, which is how a limit is stored, rounded down.
    ///
    /// # Errors
    /// If it is more than an account can hold.
    pub fn raw_units(self, multiplier: Multiplier) -> anyhow::Result<u64> {
        match self {
            Self::Raw(raw) => Ok(raw),
            Self::Shares(shares) => multiplier
                .shares_to_raw(shares.0.into(), Rounding::Down)
                .map_err(|error| anyhow::anyhow!("{shares} shares: {error}")),
        }
    }
}

/// A stored limit as people read it.
#[must_use]
pub fn shown(raw: u64, multiplier: Multiplier) -> String {
    match raw {
        UNLIMITED => "unlimited".to_owned(),
        raw => format!("{} shares ({raw} raw units)", in_shares(raw, multiplier)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn limits_are_shares_or_raw_units() {
        let two = Multiplier::from_scaled(2_000_000_000_000_000_000).unwrap();
        for (text, raw) in [("1000", 50_000_000_000), ("raw:7", 7), ("unlimited", u64::MAX)] {
            assert_eq!(text.parse::<Limit>().unwrap().raw_units(two).unwrap(), raw, "{text}");
        }
        assert_eq!(shown(50_000_000_000, two), "1000 shares (50000000000 raw units)");
        for text in ["raw:", "raw:1.5", "-1", "many", "1,000"] {
            text.parse::<Limit>().unwrap_err();
        }
    }
}
