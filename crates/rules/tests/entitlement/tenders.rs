//! What is accepted of an offer that may be over-subscribed.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::entitlement::accepted;

use crate::TOP;
use crate::common::{any_magnitude_u64, cases};

#[test]
fn parts() {
    // tendered, total, max, accepted
    for (tendered, total, max, expected) in [
        (0, 0, 0, 0),
        (0, 0, 100, 0),
        (0, 100, 50, 0),
        (100, 100, 100, 100),
        (30, 100, 100, 30),
        (30, 99, 100, 30),
        (30, 101, 100, 29),
        (30, 100, 0, 0),
        (100, 100, 50, 50),
        (33, 100, 50, 16),
        (1, 3, 2, 0),
        (3, 3, 2, 2),
        (TOP, TOP, TOP, TOP),
        (TOP, TOP, TOP - 1, TOP - 1),
        (TOP, TOP, 1, 1),
        (TOP - 1, TOP, TOP - 1, TOP - 2),
        (TOP / 2, TOP, TOP - 1, TOP / 2 - 1),
        // More than there is in all is as much as there is.
        (1, 0, 100, 0),
        (200, 100, 150, 100),
        (200, 100, 50, 50),
    ] {
        let what = format!("{tendered} of {total}, at most {max}");
        assert_eq!(accepted(tendered, total, max), expected, "{what}");
    }
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn all_together_never_get_more_than_the_most_and_nobody_more_than_tendered(
        tenders in proptest::collection::vec(any_magnitude_u64(), 0..40),
        max in any_magnitude_u64(),
    ) {
        let total = tenders.iter().map(|tendered| u128::from(*tendered)).sum::<u128>();
        if let Ok(total) = u64::try_from(total) {
            let mut sum = 0_u64;
            for tendered in &tenders {
                let part = accepted(*tendered, total, max);
                prop_assert!(part <= *tendered);
                let exact = BigUint::from(*tendered) * max.min(total) / total.max(1);
                prop_assert_eq!(BigUint::from(part), exact);
                sum += part;
            }
            prop_assert!(sum <= max);
            // What is left over is less than a unit for each tender.
            prop_assert!(max.min(total) - sum <= tenders.len() as u64);
        }
    }
}
