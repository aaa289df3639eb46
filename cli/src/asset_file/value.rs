//! Values in a share's file. What is wrong with one is said at its line and column.

use std::str::FromStr;

use anchor_lang::prelude::Pubkey;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use crate::values::amount::{Shares as Amount, parse_decimal};
use crate::values::{class, country, time};

/// Declares a value that is written as text, by how it is read.
macro_rules! text {
    ($(#[$doc:meta])* $name:ident($inner:ty), $read:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub $inner);

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                let read: fn(&str) -> Result<$inner, String> = $read;
                read(text).map(Self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Text(core::marker::PhantomData))
            }
        }
    };
}

text! {
    /// Shares, in base units.
    Shares(u64), |text| text.parse::<Amount>().map(|Amount(units)| units)
}
text! {
    /// Shares in one mint above which a checker signs, in base units; `None`: no threshold.
    Threshold(Option<u64>), |text| match text {
        "none" => Ok(None),
        amount => amount.parse::<Amount>().map(|Amount(units)| Some(units)),
    }
}
text! {
    /// A multiplier, 18 decimals.
    Multiplier(u128), |text| {
        let scaled = parse_decimal(text, 18)?;
        let checked = scrip_rules::multiplier::Multiplier::from_scaled(scaled);
        checked.map(scrip_rules::multiplier::Multiplier::scaled).map_err(|error| format!("`{text}`: {error}"))
    }
}
text! {
    /// A duration, seconds.
    Seconds(u32), |text| {
        let seconds = time::seconds(text)?;
        u32::try_from(seconds).map_err(|_| format!("`{text}` is too long, or negative"))
    }
}
text! {
    /// A point in time, unix seconds.
    Moment(i64), |text| match text.parse()? {
        time::Moment::At(seconds) => Ok(seconds),
        time::Moment::After(_) => Err(format!("`{text}`: a file needs a time like 2027-01-01T00:00:00Z")),
    }
}
text! {
    /// An address.
    Address(Pubkey), |text| text.parse().map_err(|_| format!("`{text}` is no address"))
}
text! {
    /// An ISIN, its check digit right.
    Isin([u8; 12]), |text| {
        let bytes = <[u8; 12]>::try_from(text.as_bytes()).ok();
        bytes.filter(scrip_rules::isin::is_valid).ok_or_else(|| {
            format!("`{text}` is no ISIN: two letters, nine letters or digits, and the check digit that fits them")
        })
    }
}
text! {
    /// A SHA-256, as 64 hexadecimal digits.
    Hash([u8; 32]), |text| match text.len() {
        64 => text.parse().map(|crate::values::reference::Reference(bytes)| bytes),
        length => Err(format!("a SHA-256 has 64 hexadecimal digits, this has {length}")),
    }
}
text! {
    /// A country, by its ISO 3166-1 numeric code.
    Country(u16), country::numeric
}
text! {
    /// An investor class, as its bit.
    Class(u8), class::bits
}

/// Reads text, and whole numbers where text is expected. No floats: they are not exact.
struct Text<T>(core::marker::PhantomData<T>);

impl<T: FromStr<Err = String>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a value in quotes")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        number.to_string().parse().map_err(E::custom)
    }
}

/// Text of 1 to `MAX` bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short<const MAX: usize>(pub String);

impl<'de, const MAX: usize> Deserialize<'de> for Short<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if (1..=MAX).contains(&text.len()) {
            return Ok(Self(text));
        }
        Err(de::Error::custom(format!("{} bytes: there must be 1 to {MAX}", text.len())))
    }
}
