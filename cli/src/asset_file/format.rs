//! The shape of a share's file. `example.toml` beside this explains every key.

use serde::Deserialize;

use super::value::{
    Address, Class, Country, Hash, Isin, Moment, Multiplier, Seconds, Shares, Short, Threshold,
};

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    pub share: Share,
    #[serde(default)]
    pub actions: Actions,
    #[serde(default)]
    pub policy: Policy,
    #[serde(default)]
    pub issuance: Issuance,
    pub reserves: Option<Reserves>,
    #[serde(default)]
    pub minter: Vec<Minter>,
}

/// What it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    pub name: Short<64>,
    pub symbol: Short<16>,
    pub isin: Isin,
    pub uri: Short<200>,
    pub terms: Option<String>,
    pub terms_hash: Option<Hash>,
    #[serde(default = "one")]
    pub multiplier: Multiplier,
    pub supply_cap: Shares,
}

const fn one() -> Multiplier {
    Multiplier(10_u128.pow(18))
}

/// How soon and how far corporate actions move the multiplier.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Actions {
    pub min_notice: Seconds,
    pub split_max: u16,
    pub reverse_split_max: u16,
    pub bonus_max_bps: u16,
    pub dividend_max_bps: u16,
}

impl Default for Actions {
    fn default() -> Self {
        Self {
            min_notice: Seconds(3_600),
            split_max: 20,
            reverse_split_max: 20,
            bonus_max_bps: 10_000,
            dividend_max_bps: 1_000,
        }
    }
}

/// Who may hold it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    pub admission: Admission,
    pub countries: Option<Countries>,
    pub classes_admitted: Vec<Class>,
    pub classes_refused: Vec<Class>,
    pub paths: Option<Vec<Path>>,
    pub max_balance: Option<Shares>,
    pub max_transfer: Option<Shares>,
    pub locked_until: Option<Moment>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Admission {
    #[default]
    Allowlist,
    Open,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Countries {
    Allow(Vec<Country>),
    Deny(Vec<Country>),
}

/// In the order of their bits.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Path {
    WalletToWallet,
    WalletToVenue,
    WalletToUnknown,
    VenueToWallet,
    VenueToVenue,
    VenueToUnknown,
    UnknownToWallet,
    UnknownToVenue,
    UnknownToUnknown,
}

/// How shares are issued and taken back. What is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Issuance {
    pub four_eyes_above: Option<Threshold>,
    pub purchase_fee_bps: Option<u16>,
    pub redemption_fee_bps: Option<u16>,
    pub settlement_window: Option<Seconds>,
    pub payment_mints: Vec<Address>,
}

/// What stands behind the shares.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserves {
    pub mode: Mode,
    #[serde(default = "no_time")]
    pub max_age: Seconds,
    #[serde(default)]
    pub min_custodians: u8,
    #[serde(default)]
    pub haircut_bps: u16,
    #[serde(default)]
    pub custodians: Vec<Address>,
}

const fn no_time() -> Seconds {
    Seconds(0)
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Off,
    Warn,
    Enforce,
}

/// How much a member of staff may mint.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minter {
    pub member: Address,
    pub cap: Shares,
    pub capacity: Shares,
    pub period: Seconds,
}
