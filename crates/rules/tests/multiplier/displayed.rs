//! What Token-2022 shows: the same digits as its own steps in `f64`, and how far that is from the exact shares.
//! `tests/svm` holds the digits against its library and against the compiled program.

use proptest::prelude::*;
use scrip_rules::multiplier::Rounding::Down;
use scrip_rules::multiplier::{Multiplier, SCALE};

use crate::common::{any_magnitude_u64, any_multiplier, cases};

/// The steps of Token-2022's `amount_to_ui_amount`, in `f64`.
#[allow(clippy::cast_precision_loss, clippy::float_arithmetic)]
fn in_floats(multiplier: Multiplier, raw: u64, decimals: u8) -> String {
    let product = raw as f64 * f64::from_bits(multiplier.to_f64_bits());
    let shown = product.trunc() / 10_f64.powi(decimals.into());
    let text = format!("{shown:.*}", decimals.into());
    if decimals == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}

#[test]
fn digits() {
    let (top, share) = (u64::MAX, 100_000_000);
    let most = Multiplier::MAX.scaled();
    // multiplier, raw, decimals, text
    for (scaled, raw, decimals, text) in [
        (SCALE, 0, 8, "0"),
        (SCALE, 0, 0, "0"),
        (SCALE, 1, 8, "0.00000001"),
        (SCALE, share, 8, "1"),
        (4 * SCALE, share, 8, "4"),
        (404 * SCALE / 100, share, 8, "4.04"),
        (SCALE, 100, 0, "100"),
        (SCALE, 10_050, 2, "100.5"),
        (SCALE, 1, 18, "0.000000000000000001"),
        (SCALE / 3, share, 8, "0.33333333"),
        (1, 1, 8, "0"),
        (1, top, 8, "0.00000018"),
        // As `f64`s, 0.29 and 0.35 are less. One product shows it, the other is rounded up again.
        (29 * SCALE / 100, 100, 0, "28"),
        (35 * SCALE / 100, 1_000_000_000, 8, "3.5"),
        // From 2^26 shares on an f64 does not hold the eighth decimal.
        (SCALE, (1 << 26) * share + 1, 8, "67108864.00000001"),
        (SCALE, (1 << 26) * share + 2, 8, "67108864.00000001"),
        (SCALE, (1 << 26) * share + 3, 8, "67108864.00000003"),
        (SCALE, (1 << 53) + 1, 8, "90071992.54740992"),
        (SCALE, top, 8, "184467440737.09552002"),
        (SCALE, top, 0, "18446744073709551616"),
        // The quotient is next to the middle between two `f64`s: only its remainder tells that it is above.
        (SCALE, 14_671_711_690_518_788_096, 18, "14.671711690518788984"),
        (SCALE, 11_922_694_960_802_627_584, 18, "11.922694960802628472"),
        (most, top, 8, "184467440737095516160000000000"),
        (most, top, 18, "18446744073709551616"),
    ] {
        let multiplier = Multiplier::from_scaled(scaled).unwrap();
        let displayed = multiplier.displayed(raw, decimals).unwrap().to_string();
        let what = format!("{raw} × {multiplier}, {decimals} decimals");
        assert_eq!(displayed, in_floats(multiplier, raw, decimals), "{what}");
        assert_eq!(displayed, text, "{what}");
    }
    for decimals in [19, 38, 39, u8::MAX] {
        assert_eq!(Multiplier::ONE.displayed(1, decimals), None);
    }
}

/// Few bits, which make ties, or any.
fn any_raw() -> impl Strategy<Value = u64> {
    let few = (any::<u8>(), 0..57_u32).prop_map(|(bits, shift)| u64::from(bits) << shift);
    let hundred_millions = (0..1_u64 << 36).prop_map(|count| count * 50_000_000);
    prop_oneof![3 => any_magnitude_u64(), 1 => few, 1 => hundred_millions]
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn the_digits_are_those_of_the_steps_in_floats(
        multiplier in any_multiplier(),
        raw in any_raw(),
        decimals in prop_oneof![2 => Just(8), 1 => 0..=18_u8],
    ) {
        let displayed = multiplier.displayed(raw, decimals).unwrap();
        prop_assert_eq!(displayed.to_string(), in_floats(multiplier, raw, decimals));
        // The number is the one that the text says.
        let (whole, fraction) = displayed.to_string().split_once('.')
            .map(|(whole, fraction)| (whole.to_owned(), fraction.to_owned()))
            .unwrap_or((displayed.to_string(), String::new()));
        let digits = format!("{whole}{fraction:0<width$}", width = decimals.into());
        prop_assert_eq!(displayed.base_units(), digits.parse::<u128>().unwrap());
    }

    #[test]
    fn everyday_amounts_are_at_most_the_last_digit_apart(
        multiplier in any_multiplier(),
        raw in prop_oneof![0..=1_u64 << 53, any_magnitude_u64().prop_map(|raw| raw >> 11)],
    ) {
        let exact = multiplier.scaled().saturating_mul(u128::from(raw));
        if exact <= (1 << 52) * SCALE {
            let displayed = multiplier.displayed(raw, 8).unwrap().base_units();
            let shares = multiplier.raw_to_shares(raw, Down).unwrap();
            prop_assert!(displayed.abs_diff(shares) <= 1, "{} {}", displayed, shares);
            // And none apart, unless the exact value is that close to a whole number.
            let above = exact % SCALE;
            if above.min(SCALE - above) > exact >> 52 {
                prop_assert_eq!(displayed, shares);
            }
        }
    }

    #[test]
    fn whole_products_of_floats_are_shown_as_they_are(
        // As an f64, exactly: up to 2^40, with up to 12 bits behind the point.
        (whole, halvings) in (any_magnitude_u64(), 0..=12_u32),
        raw in any_magnitude_u64(),
    ) {
        let scaled = u128::from(whole >> 24).saturating_mul(SCALE) >> halvings;
        let multiplier = Multiplier::from_scaled(scaled.max(SCALE)).unwrap();
        let exact = multiplier.scaled().saturating_mul(u128::from(raw));
        let most = (1_u128 << 26) * 100_000_000;
        if exact.is_multiple_of(SCALE) && exact < most * SCALE && u128::from(raw) < most {
            let displayed = multiplier.displayed(raw, 8).unwrap();
            prop_assert_eq!(displayed.base_units(), exact / SCALE);
        }
    }

    #[test]
    fn any_amount_is_less_than_four_roundings_apart(
        multiplier in any_multiplier(),
        raw in any_raw(),
    ) {
        let shares = multiplier.raw_to_shares(raw, Down).unwrap();
        if shares < 1 << 100 {
            let apart = multiplier.displayed(raw, 8).unwrap().base_units().abs_diff(shares);
            let bound = (shares >> 51) + 3;
            prop_assert!(apart < bound, "{} × {}: {} of {}", raw, multiplier, apart, bound);
        }
    }
}
