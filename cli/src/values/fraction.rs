//! Ratios like `4:1` and percentages like `15%`, read exactly.

use scrip_rules::multiplier::Ratio;

use super::amount::{format_decimal, parse_decimal};

/// Decimals of a percentage: a basis point is 0.01 %.
const PERCENT_DECIMALS: u8 = 2;

/// Reads `4:1`, or `4/1`: so many for each so many.
///
/// # Errors
/// What is wrong with the text.
pub fn ratio(text: &str) -> Result<Ratio, String> {
    let parts = text.split_once(':').or_else(|| text.split_once('/'));
    let parts = parts.and_then(|(new, old)| Some((new.parse().ok()?, old.parse().ok()?)));
    let Some((new, old)) = parts else {
        return Err(format!("`{text}` is no ratio of whole numbers like 4:1"));
    };
    Ratio::new(new, old).map_err(|error| format!("`{text}`: {error}"))
}

/// A part of a whole, in basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub u16);

impl std::str::FromStr for Percent {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = |why: String| format!("`{text}` is no percentage like 15% or 0.25%: {why}");
        let number = text.strip_suffix('%').ok_or_else(|| wrong("the % is missing".to_owned()))?;
        let bps = parse_decimal(number.trim_end(), PERCENT_DECIMALS).map_err(wrong)?;
        let bps = u16::try_from(bps).map_err(|_| wrong("it is too large".to_owned()))?;
        Ok(Self(bps))
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}%", format_decimal(self.0.into(), PERCENT_DECIMALS))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn ratios_are_of_whole_numbers() {
        for (text, terms) in [("4:1", (4, 1)), ("1:10", (1, 10)), ("11/10", (11, 10))] {
            let ratio = ratio(text).unwrap();
            assert_eq!((ratio.numerator(), ratio.denominator()), terms, "{text}");
        }
        for text in
            ["4", "4:", ":1", "4:0", "0:1", "1.5:1", "-4:1", "4:1:1", "99999999999999999999:1"]
        {
            ratio(text).unwrap_err();
        }
    }

    #[test]
    fn percentages_are_basis_points() {
        for (text, bps) in [("15%", 1_500), ("0.25%", 25), ("100%", 10_000), ("0%", 0)] {
            assert_eq!(text.parse(), Ok(Percent(bps)), "{text}");
            assert_eq!(Percent(bps).to_string(), text);
        }
        for text in ["15", "%", "-1%", "0.001%", "1e2%", "1000%"] {
            text.parse::<Percent>().unwrap_err();
        }
    }
}
