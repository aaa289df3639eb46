//! Countries of residence: `CH`, `CHE` or `756`, as ISO 3166-1 has them.

/// The numeric code of a country.
///
/// # Errors
/// If there is no such country.
pub fn numeric(text: &str) -> Result<u16, String> {
    let found = match text.parse::<u16>() {
        Ok(number) => rust_iso3166::from_numeric(number),
        Err(_) => {
            let letters = text.to_ascii_uppercase();
            rust_iso3166::from_alpha2(&letters).or_else(|| rust_iso3166::from_alpha3(&letters))
        }
    };
    found.map(|country| country.numeric).ok_or_else(|| {
        format!("`{text}` is no country: write its ISO 3166-1 code, like CH, CHE or 756")
    })
}

/// The two letters of a country, or its number if it has none.
#[must_use]
pub fn shown(numeric: u16) -> String {
    rust_iso3166::from_numeric(numeric)
        .map_or_else(|| numeric.to_string(), |country| country.alpha2.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_country_has_three_codes() {
        for text in ["CH", "ch", "CHE", "756"] {
            assert_eq!(numeric(text), Ok(756));
        }
        assert_eq!(shown(756), "CH");
        numeric("XX").unwrap_err();
    }
}
