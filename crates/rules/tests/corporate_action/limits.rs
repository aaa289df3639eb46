//! Which limits are wider than others.

use proptest::prelude::*;
use scrip_rules::corporate_action::{ActionKind, Dates, RatioBounds, TermsForm, check_ratio};
use scrip_rules::loosening::ActionLimits;
use scrip_rules::policy::Blackout;

use super::{NOTICE, NOW, ratio};

const fn of(
    min_notice: u32,
    split_max: u16,
    reverse_split_max: u16,
    bonus_max_bps: u16,
    dividend_max_bps: u16,
) -> ActionLimits {
    let bounds = RatioBounds { split_max, reverse_split_max, bonus_max_bps, dividend_max_bps };
    ActionLimits { min_notice, bounds }
}

#[test]
fn wider_limits_loosen() {
    let old = of(NOTICE, 20, 30, 2_000, 1_000);
    // new limits, whether they loosen, whether going back does
    for (new, loosens, back) in [
        (old, false, false),
        (of(NOTICE - 1, 20, 30, 2_000, 1_000), true, false),
        (of(NOTICE + 1, 20, 30, 2_000, 1_000), false, true),
        (of(NOTICE, 21, 30, 2_000, 1_000), true, false),
        (of(NOTICE, 19, 30, 2_000, 1_000), false, true),
        (of(NOTICE, 20, 31, 2_000, 1_000), true, false),
        (of(NOTICE, 20, 29, 2_000, 1_000), false, true),
        (of(NOTICE, 20, 30, 2_001, 1_000), true, false),
        (of(NOTICE, 20, 30, 1_999, 1_000), false, true),
        (of(NOTICE, 20, 30, 2_000, 1_001), true, false),
        (of(NOTICE, 20, 30, 2_000, 999), false, true),
        (of(u32::MAX, 0, 0, 0, 1_001), true, true),
        (of(0, u16::MAX, u16::MAX, u16::MAX, u16::MAX), true, false),
    ] {
        assert_eq!((new.loosens(&old), old.loosens(&new)), (loosens, back), "{new:?}");
    }
}

/// Limits close enough to each other that often neither or only one loosens.
fn any_limits() -> impl Strategy<Value = ActionLimits> {
    (0u32..4, 0u16..4, 0u16..4, 0u16..4, 0u16..4).prop_map(
        |(notice, split, reverse, bonus, dividend)| {
            of(notice, split, reverse, bonus * 2_500, dividend * 2_500)
        },
    )
}

proptest! {
    #[test]
    fn limits_that_do_not_loosen_admit_no_further_action(
        old in any_limits(), new in any_limits(), byte in 1u8..6, numerator in 1u64..9,
        denominator in 1u64..9, ahead in 0i64..5,
    ) {
        let kind = ActionKind::from_byte(byte).unwrap();
        let dates = Dates {
            ex_at: 0,
            record_at: 0,
            effective_at: NOW + ahead,
            payable_at: 0,
            elect_by: 0,
            blackout: Blackout { from: 0, until: 0 },
        };
        let passes = |it: &ActionLimits| {
            check_ratio(kind, ratio(numerator, denominator), &it.bounds).is_ok()
                && dates.check(TermsForm::Ratio, it.min_notice, NOW).is_ok()
        };
        prop_assert!(new.loosens(&old) || passes(&old) || !passes(&new));
        prop_assert!(!old.loosens(&old));
        prop_assert!(old == new || old.loosens(&new) || new.loosens(&old));
    }
}
