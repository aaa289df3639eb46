//! Every product is the exact one, rounded once.

use num_bigint::BigUint;
use proptest::prelude::*;
use scrip_rules::multiplier::MultiplierError;

use crate::common::{any_multiplier, cases};
use crate::exact::{any_ratio, multiplier_of, nearest};

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn apply_is_the_correctly_rounded_product(multiplier in any_multiplier(), ratio in any_ratio()) {
        let exact_numerator = BigUint::from(multiplier.scaled()) * ratio.numerator();
        let expected = multiplier_of(&nearest(&exact_numerator, &ratio.denominator().into()));
        prop_assert_eq!(
            multiplier.apply(ratio),
            expected.ok_or(MultiplierError::ProductOutOfRange { multiplier, ratio })
        );
    }
}
