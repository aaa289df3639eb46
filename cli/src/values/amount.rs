//! Amounts. `12.5` is shares; `--raw 1250000000` is raw units, which is what balances and supplies are made of. A
//! share is worth more or fewer raw units as its multiplier moves.

use scrip_client::convert;
pub use scrip_client::decimal::{format as format_decimal, parse as parse_decimal};
use scrip_issuer::Quantity;
/// Decimals of every share: a base unit is 10^-8 shares.
pub use scrip_issuer::state::ASSET_DECIMALS as SHARE_DECIMALS;
use scrip_rules::multiplier::{Multiplier, Rounding};

/// Decimals of a multiplier.
const MULTIPLIER_DECIMALS: u8 = 18;

/// A number of shares on the command line, in base units: as the programs take them, less than
/// [`convert::Shares`] can be.
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
    let shares = convert::Shares::of_raw(raw, multiplier, Rounding::Down);
    shares.map_or_else(|_| "out of range".to_owned(), |shares| shares.to_string())
}

/// A multiplier as a decimal.
#[must_use]
pub fn multiplier(scaled: u128) -> String {
    format_decimal(scaled, MULTIPLIER_DECIMALS)
}
