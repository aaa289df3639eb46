//! Prices, fees and deadlines.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::{Multiplier, SCALE};
use scrip_rules::reserves::WHOLE_BPS;
use scrip_rules::settlement::SettlementError::{
    AmountOverflow, DeadlineTooLate, DeadlineTooSoon, PriceBeyondLimit,
};
use scrip_rules::settlement::{
    Limit, MAX_ESCROW_SECONDS, MAX_FEE_BPS, Quote, check_deadline, is_past, purchase, redemption,
};

use crate::NOW;
use crate::common::{any_magnitude_u64, any_multiplier, cases, floor_and_ceil};

const SHARE: u64 = 100_000_000;
const TOP: u64 = u64::MAX;

#[test]
fn quotes() {
    let quote = |value, fee| Ok(Quote { value, fee });
    let overflow = Err(AmountOverflow);
    // multiplier, raw, price, fee, purchase, redemption
    for (scaled, raw, price, fee_bps, bought, redeemed) in [
        (SCALE, 0, 250, 100, quote(0, 0), quote(0, 0)),
        (SCALE, SHARE, 0, 100, quote(0, 0), quote(0, 0)),
        (SCALE, SHARE, 10_000, 0, quote(10_000, 0), quote(10_000, 0)),
        (SCALE, SHARE, 10_000, 1, quote(10_000, 1), quote(10_000, 1)),
        (SCALE, SHARE, 10_001, 1, quote(10_001, 2), quote(10_001, 2)),
        (SCALE, SHARE, 9_999, 1, quote(9_999, 1), quote(9_999, 1)),
        (4 * SCALE, SHARE, 10_000, 25, quote(40_000, 100), quote(40_000, 100)),
        // One unit of the payment token is divided: the investor pays it, the holder does not get it.
        (SCALE, SHARE + 1, 10, 0, quote(11, 0), quote(10, 0)),
        (SCALE, 1, 1, MAX_FEE_BPS, quote(1, 1), quote(0, 0)),
        (SCALE, SHARE, 1, MAX_FEE_BPS, quote(1, 1), quote(1, 1)),
        (SCALE, SHARE, 10, MAX_FEE_BPS, quote(10, 1), quote(10, 1)),
        (SCALE, SHARE, 11, MAX_FEE_BPS, quote(11, 2), quote(11, 2)),
        (SCALE, TOP, SHARE, 0, quote(TOP, 0), quote(TOP, 0)),
        (SCALE, TOP, SHARE, WHOLE_BPS, quote(TOP, TOP), quote(TOP, TOP)),
        (SCALE, TOP, SHARE, WHOLE_BPS + 1, overflow, overflow),
        (SCALE, TOP, SHARE + 1, 0, overflow, overflow),
        (SCALE + 1, TOP - 18, SHARE, 0, overflow, quote(TOP, 0)),
        (Multiplier::MAX.scaled(), TOP, TOP, 0, overflow, overflow),
    ] {
        let multiplier = Multiplier::from_scaled(scaled).unwrap();
        let what = format!("{raw} × {multiplier} at {price}, {fee_bps}");
        assert_eq!(purchase(raw, multiplier, price, fee_bps), bought, "{what}");
        assert_eq!(redemption(raw, multiplier, price, fee_bps), redeemed, "{what}");
    }
}

#[test]
fn totals() {
    for (value, fee, total, net) in [
        (0, 0, Ok(0), 0),
        (10, 1, Ok(11), 9),
        (1, 1, Ok(2), 0),
        (TOP, 0, Ok(TOP), TOP),
        (TOP - 1, 1, Ok(TOP), TOP - 2),
        (TOP, 1, Err(AmountOverflow), TOP - 1),
        // No fee of this crate is more than its value; if one were, nothing would be left.
        (1, 2, Ok(3), 0),
    ] {
        let quote = Quote { value, fee };
        assert_eq!((quote.total(), quote.net()), (total, net), "{quote:?}");
    }
}

#[test]
fn deadlines() {
    let longest = i64::from(MAX_ESCROW_SECONDS);
    assert_eq!(longest, 90 * 24 * 60 * 60);
    // seconds left, window
    for (left, window, expected) in [
        (3_600, 3_600, Ok(())),
        (3_599, 3_600, Err(DeadlineTooSoon)),
        (3_601, 3_600, Ok(())),
        // Without a window at least a second is left.
        (1, 0, Ok(())),
        (0, 0, Err(DeadlineTooSoon)),
        (-1, 0, Err(DeadlineTooSoon)),
        (1, 1, Ok(())),
        (1, 2, Err(DeadlineTooSoon)),
        (i64::MIN, 0, Err(DeadlineTooSoon)),
        (longest, 0, Ok(())),
        (longest + 1, 0, Err(DeadlineTooLate)),
        (i64::MAX, 0, Err(DeadlineTooLate)),
        (longest, MAX_ESCROW_SECONDS, Ok(())),
        // A window longer than that admits no deadline.
        (longest, MAX_ESCROW_SECONDS + 1, Err(DeadlineTooSoon)),
        (longest + 1, MAX_ESCROW_SECONDS + 1, Err(DeadlineTooLate)),
        (longest + 1, u32::MAX, Err(DeadlineTooSoon)),
    ] {
        let answer = check_deadline(NOW.saturating_add(left), window, NOW);
        assert_eq!(answer, expected, "{left} s left of {window} s");
    }
    assert_eq!(check_deadline(i64::MAX, 0, i64::MIN), Err(DeadlineTooLate));
    assert_eq!(check_deadline(i64::MIN, 0, i64::MAX), Err(DeadlineTooSoon));
    for (left, past) in [(-1, true), (0, true), (1, false), (i64::MAX - NOW, false)] {
        assert_eq!(is_past(NOW + left, NOW), past, "{left} s left");
    }
}

proptest! {
    #![proptest_config(cases(8_000))]

    #[test]
    fn an_investor_never_pays_less_and_a_holder_never_gets_more_than_is_exact(
        multiplier in any_multiplier(),
        raw in any_magnitude_u64(),
        price in any_magnitude_u64(),
        fee_bps in prop_oneof![2 => 0..=MAX_FEE_BPS, 1 => 0..=WHOLE_BPS],
    ) {
        // Everything exact, over a common denominator.
        let (bps, whole) = (BigUint::from(fee_bps), BigUint::from(WHOLE_BPS));
        let product = BigUint::from(multiplier.scaled()) * raw * price;
        let unit = BigUint::from(SCALE) * SHARE;
        let denominator = &unit * &whole;
        let (floor, ceil) = floor_and_ceil(&product, &unit);
        let fee_of = |value: &BigUint| floor_and_ceil(&(value * &bps), &whole).1;

        match purchase(raw, multiplier, price, fee_bps) {
            Ok(quote) => {
                prop_assert_eq!(BigUint::from(quote.value), ceil.clone());
                prop_assert_eq!(BigUint::from(quote.fee), fee_of(&ceil));
                let exact = &product * (&whole + &bps);
                let paid = (BigUint::from(quote.value) + quote.fee) * &denominator;
                // Less than a unit for the value, with the fee on it, and less than one for the fee.
                let most = &exact + &denominator * 2_u32 + &unit * &bps;
                prop_assert!(exact <= paid && paid < most);
                let exact_total = u64::try_from(ceil.clone() + fee_of(&ceil));
                prop_assert_eq!(quote.total(), exact_total.map_err(|_| AmountOverflow));
            }
            Err(error) => {
                prop_assert_eq!(error, AmountOverflow);
                prop_assert!(ceil > BigUint::from(TOP));
            }
        }
        match redemption(raw, multiplier, price, fee_bps) {
            Ok(quote) => {
                prop_assert_eq!(BigUint::from(quote.value), floor.clone());
                prop_assert_eq!(BigUint::from(quote.fee), fee_of(&floor));
                prop_assert_eq!(quote.net() + quote.fee, quote.value);
                let exact = &product * (&whole - &bps);
                let got = BigUint::from(quote.net()) * &denominator;
                prop_assert!(got <= exact && exact < got + &denominator * 2_u32);
            }
            Err(error) => {
                prop_assert_eq!(error, AmountOverflow);
                prop_assert!(floor > BigUint::from(TOP));
            }
        }
    }

    #[test]
    fn a_deadline_that_is_taken_leaves_the_window_and_comes(
        now in NOW - 10..NOW + 10,
        window in prop_oneof![0u32..10, 0..=MAX_ESCROW_SECONDS + 1],
        left in prop_oneof![-5i64..15, -5..i64::from(MAX_ESCROW_SECONDS) + 5, any::<i64>()],
    ) {
        let deadline = now.saturating_add(left);
        let taken = check_deadline(deadline, window, now).is_ok();
        let exact = i128::from(deadline) - i128::from(now);
        let fits = 1.max(i128::from(window)) <= exact && exact <= i128::from(MAX_ESCROW_SECONDS);
        prop_assert_eq!(taken, fits);
        if taken {
            prop_assert!(!is_past(deadline, now) && !is_past(deadline, deadline - 1));
            prop_assert!(is_past(deadline, deadline) && is_past(deadline, deadline + 1));
        }
    }
}

#[test]
fn limits() {
    let (then, price) = (SCALE, 130);
    // multiplier now, price now, at most, at least
    for (now, asked, at_most, at_least) in [
        (SCALE, 130, true, true),
        (SCALE, 131, false, true),
        (SCALE, 129, true, false),
        (SCALE, 0, true, false),
        (2 * SCALE, 65, true, true),
        (2 * SCALE, 66, false, true),
        (2 * SCALE, 64, true, false),
        // 130 ÷ 4 lies between two prices.
        (4 * SCALE, 32, true, false),
        (4 * SCALE, 33, false, true),
        (SCALE / 10, 1_300, true, true),
        (SCALE + 1, 130, false, true),
        (SCALE - 1, 130, true, false),
        (Multiplier::MAX.scaled(), 1, false, true),
        (Multiplier::MIN.scaled(), TOP, true, false),
    ] {
        let at = |scaled| Multiplier::from_scaled(scaled).unwrap();
        let limit = Limit { price, multiplier: at(then) };
        let answer = |within| if within { Ok(()) } else { Err(PriceBeyondLimit) };
        assert_eq!(limit.at_most(asked, at(now)), answer(at_most), "{asked} at {now}");
        assert_eq!(limit.at_least(asked, at(now)), answer(at_least), "{asked} at {now}");
    }
}

proptest! {
    #[test]
    fn limits_are_exact(
        price in any_magnitude_u64(),
        then in any_multiplier(),
        asked in any_magnitude_u64(),
        now in any_multiplier(),
    ) {
        let limit = Limit { price, multiplier: then };
        let raw = |price: u64, multiplier: Multiplier| {
            BigUint::from(price) * BigUint::from(multiplier.scaled())
        };
        let (asked_raw, limit_raw) = (raw(asked, now), raw(price, then));
        prop_assert_eq!(limit.at_most(asked, now).is_ok(), asked_raw <= limit_raw);
        prop_assert_eq!(limit.at_least(asked, now).is_ok(), asked_raw >= limit_raw);
    }
}

#[test]
fn limits_over_all_parts() {
    let limit = Limit { price: 130, multiplier: Multiplier::ONE };
    let refused = Err(PriceBeyondLimit);
    // raw, fee, most, least
    for (raw, fee_bps, most, least) in [
        (SHARE, 0, 130, 130),
        (SHARE / 4, 0, 33, 32),
        (SHARE / 4, 100, 34, 31),
        (SHARE, 1_000, 143, 117),
        (0, 0, 0, 0),
    ] {
        assert_eq!(limit.paid_at_most(most, raw, fee_bps), Ok(()));
        assert_eq!(limit.paid_at_most(most + 1, raw, fee_bps), refused);
        assert_eq!(limit.paid_at_least(least, raw, fee_bps), Ok(()));
        if least > 0 {
            assert_eq!(limit.paid_at_least(least - 1, raw, fee_bps), refused);
        }
    }
    let none = Limit { price: TOP, multiplier: Multiplier::ONE };
    assert_eq!(none.paid_at_most(TOP, TOP, 0), Ok(()));
    assert_eq!(none.paid_at_least(TOP, TOP, 0), Err(AmountOverflow));
}
