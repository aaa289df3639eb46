//! Raw units and shares that are asked for.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::issuance::IssuanceError::{AmountOverflow, MultiplierMoved, ZeroAmount};
use scrip_rules::issuance::Quantity;
use scrip_rules::multiplier::{Multiplier, SCALE};

use crate::common::{any_magnitude_u64, any_multiplier, cases, floor_and_ceil};

#[test]
fn quantities() {
    let (half, four) = (SCALE / 2, 4 * SCALE);
    let shares = |shares, expected| Quantity::Shares { shares, expected };
    for (quantity, in_force, raw) in [
        (Quantity::Raw(0), SCALE, Err(ZeroAmount)),
        (Quantity::Raw(1), four, Ok(1)),
        (Quantity::Raw(u64::MAX), four, Ok(u64::MAX)),
        (shares(0, SCALE), SCALE, Err(ZeroAmount)),
        (shares(1, SCALE), SCALE, Ok(1)),
        (shares(u64::MAX, SCALE), SCALE, Ok(u64::MAX)),
        (shares(400, four), four, Ok(100)),
        (shares(403, four), four, Ok(100)),
        (shares(4, four), four, Ok(1)),
        // So few shares that no raw unit is as few.
        (shares(3, four), four, Err(ZeroAmount)),
        (shares(u64::MAX / 2, half), half, Ok(u64::MAX - 1)),
        (shares(u64::MAX / 2 + 1, half), half, Err(AmountOverflow)),
        (shares(u64::MAX, 1), 1, Err(AmountOverflow)),
        // A multiplier that moved is told first, by however little and whichever way.
        (shares(400, four), four + 1, Err(MultiplierMoved)),
        (shares(400, four), four - 1, Err(MultiplierMoved)),
        (shares(400, SCALE), four, Err(MultiplierMoved)),
        (shares(0, SCALE), four, Err(MultiplierMoved)),
        (shares(u64::MAX, SCALE), 1, Err(MultiplierMoved)),
        (shares(1, 0), SCALE, Err(MultiplierMoved)),
    ] {
        let in_force = Multiplier::from_scaled(in_force).unwrap();
        assert_eq!(quantity.to_raw(in_force), raw, "{quantity:?} at {in_force}");
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn shares_are_the_most_raw_units_that_are_not_more(
        multiplier in any_multiplier(),
        shares in any_magnitude_u64(),
    ) {
        let exact = BigUint::from(shares) * SCALE;
        let (floor, _) = floor_and_ceil(&exact, &multiplier.scaled().into());
        let expected = match u64::try_from(floor) {
            Ok(0) => Err(ZeroAmount),
            Ok(raw) => Ok(raw),
            Err(_) => Err(AmountOverflow),
        };
        let quantity = Quantity::Shares { shares, expected: multiplier.scaled() };
        prop_assert_eq!(quantity.to_raw(multiplier), expected);
    }

    #[test]
    fn raw_units_are_taken_at_any_multiplier(multiplier in any_multiplier(), raw: u64) {
        let expected = if raw == 0 { Err(ZeroAmount) } else { Ok(raw) };
        prop_assert_eq!(Quantity::Raw(raw).to_raw(multiplier), expected);
    }
}
