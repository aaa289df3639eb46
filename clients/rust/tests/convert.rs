//! Shares as text, and shares against raw units.
#![allow(clippy::arithmetic_side_effects, clippy::integer_division, clippy::unwrap_used)]

use scrip_client::convert::{Multiplier, Rounding, SCALE, Shares};

#[test]
fn text_is_read_and_written_exactly() {
    for (text, base_units) in [
        ("0", 0),
        ("1", 100_000_000),
        ("12.5", 1_250_000_000),
        ("0.00000001", 1),
        ("184467440737.09551615", u64::MAX.into()),
        ("3402823669209384634633746074317.68211455", u128::MAX),
    ] {
        assert_eq!(text.parse(), Ok(Shares { base_units }));
        assert_eq!(Shares { base_units }.to_string(), text);
    }
    assert_eq!("007.50".parse::<Shares>().unwrap().to_string(), "7.5");
}

#[test]
fn what_is_no_number_of_shares_is_refused() {
    let too_many = "3402823669209384634633746074317.68211456";
    for text in
        ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,000", " 1", "0.000000001", "½", too_many]
    {
        let error = text.parse::<Shares>().unwrap_err().to_string();
        assert!(error.contains(&format!("`{text}`")) && error.contains("12.5"), "{error}");
    }
}

#[test]
fn rounding_goes_the_way_that_is_named() {
    let third = Multiplier::from_scaled(SCALE / 3).unwrap();
    for raw in [0, 1, 2, 3, 999, u64::MAX] {
        let [down, up] = [Rounding::Down, Rounding::Up]
            .map(|rounding| Shares::of_raw(raw, third, rounding).unwrap());
        assert!(up.base_units - down.base_units <= 1);
        // Back again, the way that cannot create anything: never more than there was.
        assert!(down.to_raw(third, Rounding::Down).unwrap() <= raw);
        assert!(up.to_raw(third, Rounding::Up).unwrap_or(u64::MAX) >= raw);
    }
    assert!(Shares { base_units: u128::MAX }.to_raw(Multiplier::ONE, Rounding::Down).is_err());
}
