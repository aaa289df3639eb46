//! Amounts. `12.5` is shares; `--raw 1250000000` is raw units, which is what balances and supplies are made of. A
//! share is worth more or fewer raw units as its multiplier moves.

use scrip_issuer::Quantity;
use scrip_rules::multiplier::{Multiplier, Rounding};

/// Decimals of every share: a base unit is 10^-8 shares.
pub const SHARE_DECIMALS: u8 = 8;
/// Decimals of a multiplier.
const MULTIPLIER_DECIMALS: u8 = 18;

/// Reads a decimal as a whole number of units with so many decimals, exactly.
///
/// # Errors
/// What is wrong with the text.
pub fn parse_decimal(text: &str, decimals: u8) -> Result<u128, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
        return Err(format!("`{text}` is no decimal number like 12.5"));
    }
    if fraction.len() > usize::from(decimals) {
        return Err(format!(
            "`{text}` has {} decimals, and there are {decimals} at most",
            fraction.len()
        ));
    }
    let padded = format!("{whole}{fraction:0<width$}", width = usize::from(decimals));
    padded.parse().map_err(|_| format!("`{text}` is too large"))
}

/// Writes a whole number of units with so many decimals as a decimal, without zeros at the end.
#[must_use]
pub fn format_decimal(units: u128, decimals: u8) -> String {
    let digits = format!("{units:0>width$}", width = usize::from(decimals).saturating_add(1));
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(usize::from(decimals)));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// A number of shares on the command line, in base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares(pub u64);

impl std::str::FromStr for Shares {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let units = parse_decimal(text, SHARE_DECIMALS)?;
        u64::try_from(units).map(Self).map_err(|_| format!("`{text}` shares are too many"))
    }
}

impl std::fmt::Display for Shares {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&format_decimal(self.0.into(), SHARE_DECIMALS))
    }
}

/// Either of the two ways to say how much.
#[derive(clap::Args, Clone, Copy, Debug)]
#[group(required = true, multiple = false)]
pub struct Amount {
    /// How many shares, as a decimal: 12.5
    #[arg(value_name = "SHARES")]
    pub shares: Option<Shares>,
    /// How many raw units instead
    #[arg(long, value_name = "UNITS")]
    pub raw: Option<u64>,
}

impl Amount {
    /// As the instructions take it: shares only count at the multiplier that was looked at.
    ///
    /// # Errors
    /// If neither is given, which the command line does not let happen.
    pub fn quantity(self, multiplier: Multiplier) -> anyhow::Result<Quantity> {
        match (self.shares, self.raw) {
            (Some(Shares(shares)), _) => {
                Ok(Quantity::Shares { shares, expected_multiplier: multiplier.scaled() })
            }
            (None, Some(amount)) => Ok(Quantity::Raw { amount }),
            (None, None) => anyhow::bail!("say how many shares, or how many raw units with --raw"),
        }
    }

    /// In raw units, rounded down.
    ///
    /// # Errors
    /// If it is more than an account can hold.
    pub fn raw_units(self, multiplier: Multiplier) -> anyhow::Result<u64> {
        match (self.shares, self.raw) {
            (Some(Shares(shares)), _) => multiplier
                .shares_to_raw(shares.into(), Rounding::Down)
                .map_err(|error| anyhow::anyhow!("{} shares: {error}", Shares(shares))),
            (None, Some(amount)) => Ok(amount),
            (None, None) => anyhow::bail!("say how many shares, or how many raw units with --raw"),
        }
    }
}

/// What so many raw units are in shares, as a decimal, rounded down.
#[must_use]
pub fn in_shares(raw: u64, multiplier: Multiplier) -> String {
    multiplier
        .raw_to_shares(raw, Rounding::Down)
        .map_or_else(|_| "out of range".to_owned(), |units| format_decimal(units, SHARE_DECIMALS))
}

/// A multiplier as a decimal.
#[must_use]
pub fn multiplier(scaled: u128) -> String {
    format_decimal(scaled, MULTIPLIER_DECIMALS)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn decimals_are_read_and_written_exactly() {
        for (text, decimals, units) in [
            ("12.5", 8, 1_250_000_000),
            ("0.00000001", 8, 1),
            ("7", 0, 7),
            ("1", 18, 10_u128.pow(18)),
        ] {
            assert_eq!(parse_decimal(text, decimals), Ok(units));
            assert_eq!(format_decimal(units, decimals), text);
        }
        for text in ["", ".", "1.", ".5", "-1", "1e3", "1,000", "0.000000001", " 1"] {
            parse_decimal(text, 8).unwrap_err();
        }
    }
}
