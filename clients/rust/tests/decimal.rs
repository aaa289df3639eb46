//! Decimals, read and written exactly.
#![allow(clippy::unwrap_used)]

use scrip_client::decimal;

#[test]
fn decimals_are_read_and_written_exactly() {
    for (text, decimals, units) in
        [("12.5", 8, 1_250_000_000), ("0.00000001", 8, 1), ("7", 0, 7), ("1", 18, 10_u128.pow(18))]
    {
        assert_eq!(decimal::parse(text, decimals), Ok(units));
        assert_eq!(decimal::format(units, decimals), text);
    }
}

#[test]
fn what_is_no_decimal_is_refused_by_name() {
    for text in ["", ".", "1.", ".5", "-1", "1e3", "1,000", "0.000000001", " 1"] {
        let fault = decimal::parse(text, 8).unwrap_err();
        assert!(fault.contains(&format!("`{text}`")), "{fault}");
    }
}
