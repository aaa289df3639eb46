//! What people read: values with all their decimals, and errors as sentences.

use scrip_rules::multiplier::{Multiplier, MultiplierError, Ratio, Rounding};

#[test]
fn a_multiplier_prints_eighteen_decimals() {
    assert_eq!(Multiplier::MIN.to_string(), "0.000000000000000001");
    assert_eq!(Multiplier::ONE.to_string(), "1.000000000000000000");
    assert_eq!(Multiplier::MAX.to_string(), "1000000000000000000.000000000000000000");
}

#[test]
fn errors_name_the_value_seen_and_the_values_allowed() {
    let ratio = Ratio::new(3, 2).unwrap();
    let errors: [(MultiplierError, &str); 6] = [
        (
            Multiplier::from_scaled(0).unwrap_err(),
            "multiplier 0 × 10^-18 is out of range: a multiplier lies between 10^-18 and 10^18",
        ),
        (Ratio::new(0, 7).unwrap_err(), "ratio 0/7 has a zero: both terms are at least 1"),
        (
            Multiplier::MAX.apply(ratio).unwrap_err(),
            "multiplier 1000000000000000000.000000000000000000 × ratio 3/2 is out of range: \
             a multiplier lies between 10^-18 and 10^18",
        ),
        (
            Multiplier::from_f64_bits(f64::INFINITY.to_bits()).unwrap_err(),
            "f64 with bits 0x7ff0000000000000 is not a multiplier: \
             Token-2022 takes positive normal numbers only",
        ),
        (
            Multiplier::from_f64_bits(2e18_f64.to_bits()).unwrap_err(),
            "f64 with bits 0x43bbc16d674ec800 is out of range: \
             a multiplier lies between 10^-18 and 10^18",
        ),
        (
            Multiplier::ONE.shares_to_raw(1 << 64, Rounding::Down).unwrap_err(),
            "amount 18446744073709551616 at multiplier 1.000000000000000000 is too large to \
             convert: raw amounts end at 18446744073709551615",
        ),
    ];
    for (error, sentence) in errors {
        assert_eq!(error.to_string(), sentence);
    }
}
