//! The bucket against a model that has none: it looks back over everything that was ever minted, and asks
//! of each window up to now whether it has room, in exact fractions.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::allowance::{Allowance, AllowanceError, Usage};

use crate::NOW;
use crate::common::{any_magnitude_u64, any_magnitude_u128, cases};

/// What was minted, and when (the latest second that the clock had shown by then).
type Minted = (u64, i64);

/// What may be minted at `now` such that no window that ends then holds more than a full bucket and what
/// flows into it meanwhile.
fn room(allowance: &Allowance, history: &[Minted], now: i64) -> u64 {
    let all: BigUint = history.iter().map(|(amount, _)| BigUint::from(*amount)).sum();
    let windows = history.iter().map(|(_, from)| most_in(allowance, history, *from, now));
    let room = windows.min().unwrap_or_else(|| allowance.capacity.into());
    let cap = BigUint::from(allowance.cap).min(&all + room.min(allowance.capacity.into())) - all;
    cap.try_into().unwrap()
}

/// What the window from `from` to `now` still has room for.
fn most_in(allowance: &Allowance, history: &[Minted], from: i64, now: i64) -> BigUint {
    let within = history.iter().filter(|(_, at)| *at >= from).map(|(amount, _)| *amount);
    most(allowance, from.abs_diff(now)) - within.map(BigUint::from).sum::<BigUint>()
}

/// `capacity` + `capacity` × `seconds` ÷ `period`, in whole units.
fn most(allowance: &Allowance, seconds: u64) -> BigUint {
    let capacity = BigUint::from(allowance.capacity);
    &capacity + &capacity * seconds / allowance.period
}

/// Small ones, with which everything happens, and ones of every magnitude.
pub fn any_allowance() -> impl Strategy<Value = Allowance> {
    let cap = prop_oneof![2 => Just(u64::MAX), 1 => 0u64..200, 1 => any_magnitude_u64()];
    let capacity = prop_oneof![3 => 0u64..50, 1 => any_magnitude_u64()];
    let period = prop_oneof![3 => 1u32..50, 1 => any_magnitude_u128(32).prop_map(|it| it.max(1).try_into().unwrap())];
    (cap, capacity, period).prop_map(|(cap, capacity, period)| Allowance { cap, capacity, period })
}

/// What to ask for, in percent of what is available, and how far the clock goes before.
pub fn any_steps() -> impl Strategy<Value = Vec<(u64, i64)>> {
    let percent = prop_oneof![1 => 1u64..100, 1 => Just(100)];
    let seconds = prop_oneof![6 => 0i64..20, 1 => -10i64..0, 1 => 0i64..10_000_000_000];
    proptest::collection::vec((percent, seconds), 1..25)
}

/// That part of what is available, rounded up.
pub fn part(available: u64, percent: u64) -> u64 {
    u128::from(available).saturating_mul(percent.into()).div_ceil(100).try_into().unwrap()
}

/// Mints step by step, as much as there is or part of it, and hands back the history. Each step checks
/// that what is available is what the model has room for, and is the most that can be taken.
fn mint(allowance: &Allowance, steps: &[(u64, i64)]) -> Result<Vec<Minted>, TestCaseError> {
    let mut usage = Usage { minted: 0, drawn: 0, updated_at: NOW };
    let (mut history, mut clock) = (Vec::new(), NOW);
    for (percent, seconds) in steps {
        clock += seconds;
        let latest = clock.max(usage.updated_at);
        let available = allowance.available(&usage, clock);
        prop_assert_eq!(available, room(allowance, &history, latest));
        let one_more = available.checked_add(1).map(|more| allowance.take(&usage, more, clock));
        prop_assert!(one_more.is_none_or(|answer| answer.is_err()));
        let amount = part(available, *percent);
        usage = allowance.take(&usage, amount, clock).unwrap();
        history.push((amount, latest));
        prop_assert_eq!(usage.updated_at, latest);
        prop_assert_eq!(u128::from(usage.minted), sum(&history));
        prop_assert!(usage.minted <= allowance.cap);
    }
    Ok(history)
}

fn sum(history: &[Minted]) -> u128 {
    history.iter().map(|(amount, _)| u128::from(*amount)).sum()
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn no_window_holds_more_than_a_bucket_and_its_refill(
        allowance in any_allowance(),
        steps in any_steps(),
    ) {
        let history = mint(&allowance, &steps)?;
        for (first, (_, from)) in history.iter().enumerate() {
            for (last, (_, until)) in history.iter().enumerate().skip(first) {
                let within = sum(history.get(first..=last).unwrap());
                prop_assert!(BigUint::from(within) <= most(&allowance, from.abs_diff(*until)));
            }
        }
    }

    #[test]
    fn exactly_what_is_available_can_be_taken(
        allowance in any_allowance(),
        minted in any_magnitude_u64(),
        drawn in any_magnitude_u128(100),
        seconds in -5i64..100,
        near in -1i64..=1,
        amount in prop_oneof![1u64..100, any_magnitude_u64()],
    ) {
        let usage = Usage { minted, drawn, updated_at: NOW };
        let available = allowance.available(&usage, NOW + seconds);
        for amount in [amount, available.saturating_add_signed(near)] {
            let taken = allowance.take(&usage, amount, NOW + seconds);
            prop_assert!(amount == 0 || taken.is_ok() == (amount <= available));
            let over_cap = u128::from(minted) + u128::from(amount) > u128::from(allowance.cap);
            prop_assert_eq!(taken == Err(AllowanceError::OverCap), over_cap);
        }
    }

    #[test]
    fn a_clock_that_went_back_refills_nothing(
        allowance in any_allowance(),
        drawn in any_magnitude_u128(96),
        back: i64,
    ) {
        let usage = Usage { minted: 0, drawn, updated_at: NOW };
        let (earlier, now) = (back.min(NOW), NOW);
        prop_assert_eq!(allowance.available(&usage, earlier), allowance.available(&usage, now));
        for amount in [0, allowance.available(&usage, now)] {
            prop_assert_eq!(allowance.take(&usage, amount, earlier), allowance.take(&usage, amount, now));
        }
        let carried = allowance.carry_over(&usage, &allowance, earlier);
        prop_assert_eq!(carried, allowance.carry_over(&usage, &allowance, now));
    }
}
