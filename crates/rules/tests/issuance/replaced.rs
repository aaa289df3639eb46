//! What happens when an allowance is replaced by another: nothing drawn is forgotten, and what does not
//! loosen gives nothing more.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::allowance::{Allowance, Usage};

use crate::NOW;
use crate::common::{any_magnitude_u128, cases};
use crate::windows::{any_allowance, any_steps, part};

/// Two allowances, such that often neither loosens the other or only one does.
fn two_allowances() -> impl Strategy<Value = (Allowance, Allowance)> {
    let near = |value: u64, by: i64| value.saturating_add_signed(by);
    let related = (any_allowance(), -2i64..=0, -9i64..=0, 0u32..9, 1u32..4).prop_map(
        move |(old, cap, capacity, period, times)| {
            let mut new = old;
            new.cap = near(old.cap, cap);
            new.capacity = near(old.capacity, capacity) / u64::from(times);
            new.period = old.period.saturating_add(period).div_ceil(times);
            (old, new)
        },
    );
    prop_oneof![related, (any_allowance(), any_allowance())]
}

/// Some of it may have flowed back already when it is replaced.
fn any_usage() -> impl Strategy<Value = Usage> {
    let drawn = prop_oneof![0u128..3_000, any_magnitude_u128(96)];
    (0u64..100, drawn, 0i64..20).prop_map(|(minted, drawn, ago)| Usage {
        minted,
        drawn,
        updated_at: NOW - ago,
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn what_does_not_loosen_gives_nothing_more(
        (old, new) in two_allowances(),
        usage in any_usage(),
        steps in any_steps(),
    ) {
        let (old, new) = if new.loosens(&old) { (new, old) } else { (old, new) };
        prop_assume!(!new.loosens(&old));
        let mut of_old = usage;
        let mut of_new = old.carry_over(&usage, &new, NOW);
        let mut now = NOW;
        for (percent, seconds) in steps {
            now += seconds.max(0);
            let available = new.available(&of_new, now);
            prop_assert!(available <= old.available(&of_old, now));
            // What the new one accepts, the old one accepts, time after time.
            let amount = part(available, percent);
            if amount > 0 {
                of_new = new.take(&of_new, amount, now).unwrap();
                of_old = old.take(&of_old, amount, now).unwrap();
            }
        }
    }

    #[test]
    fn exactly_what_is_drawn_is_missing_from_the_new_bucket(
        (old, new) in two_allowances(),
        usage in any_usage(),
    ) {
        let carried = old.carry_over(&usage, &new, NOW);
        prop_assert_eq!((carried.minted, carried.updated_at), (usage.minted, NOW));
        let flowed = BigUint::from(old.capacity) * usage.updated_at.abs_diff(NOW);
        let drawn = BigUint::from(usage.drawn);
        let left = if drawn > flowed { drawn - flowed } else { BigUint::ZERO };
        let units = (left + old.period - 1_u32) / old.period;
        let room = BigUint::from(new.capacity).max(units.clone()) - units;
        let cap = BigUint::from(new.cap.saturating_sub(usage.minted));
        prop_assert_eq!(BigUint::from(new.available(&carried, NOW)), room.min(cap));
        // To replace an allowance by itself, as often as one likes, changes nothing.
        let same = old.carry_over(&usage, &old, NOW);
        prop_assert_eq!(old.available(&same, NOW), old.available(&usage, NOW));
        prop_assert_eq!(old.carry_over(&same, &old, NOW), same);
    }

    #[test]
    fn only_the_same_loosens_in_neither_direction((one, other) in two_allowances()) {
        prop_assert!(!one.loosens(&one));
        if !one.loosens(&other) && !other.loosens(&one) {
            prop_assert_eq!((one.cap, one.capacity), (other.cap, other.capacity));
            prop_assert!(one.capacity == 0 || one.period == other.period);
        }
    }
}

/// What may be minted in `seconds`, from an unused allowance on.
fn most(allowance: &Allowance, seconds: u64) -> u64 {
    let bucket = allowance.capacity + allowance.capacity * seconds / u64::from(allowance.period);
    bucket.min(allowance.cap)
}

/// All small allowances against all others, by what they give in every window that could tell them apart.
#[test]
fn to_loosen_is_to_give_more_in_some_window() {
    let allowances = |caps: &'static [u64]| {
        let of_cap =
            |cap: u64| (0..6).flat_map(move |capacity| (1..6).map(move |it| (cap, capacity, it)));
        caps.iter().copied().flat_map(of_cap).map(|(cap, capacity, period)| Allowance {
            cap,
            capacity,
            period,
        })
    };
    let gives_more = |new: &Allowance, old: &Allowance| {
        (0..200).any(|seconds| most(new, seconds) > most(old, seconds))
    };
    for new in allowances(&[u64::MAX]) {
        for old in allowances(&[u64::MAX]) {
            assert_eq!(new.loosens(&old), gives_more(&new, &old), "{new:?} after {old:?}");
        }
    }
    // A cap can hide that a bucket gives more; it is said to loosen all the same.
    for new in allowances(&[0, 3, 40]) {
        for old in allowances(&[0, 3, 40]) {
            assert!(new.loosens(&old) || !gives_more(&new, &old), "{new:?} after {old:?}");
        }
    }
}
