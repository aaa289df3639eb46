//! One exchange in many parts: rounding never adds up to more than the whole brings.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::TOKEN;
use scrip_svm_tests::fixtures::offers::{
    self, EFFECTIVE, action, both, cash_for, others_for, stock_treasury,
};

use super::*;

/// Gives up everything that Alice has, in parts of `amount` at most, and returns what that brought.
fn in_parts(world: &mut World, mut amount: impl FnMut() -> u64) -> (u64, u64, u64) {
    let alice = cast().alice;
    let before = (dollars(world, &alice), others(world, &alice));
    let (mut parts, mut left) = (0, shares(world, &alice));
    while left > 0 {
        let part = amount().min(left);
        let (cash, other) = (dollars(world, &alice), others(world, &alice));
        world.run(exchange(0, part));
        assert_eq!(dollars(world, &alice), cash + cash_for(part), "{part}");
        assert_eq!(others(world, &alice), other + others_for(part), "{part}");
        (parts, left) = (parts + 1, left - part);
        assert_eq!(shares(world, &alice), left);
    }
    (dollars(world, &alice) - before.0, others(world, &alice) - before.1, parts)
}

#[test]
fn parts_never_bring_more_than_the_whole() {
    let mut random = StdRng::seed_from_u64(5);
    let mut staged = World::without_signatures();
    stock_treasury(&mut staged);
    offers::exchange(&mut staged, action(ActionKind::Merger, both()));
    staged.set_time(EFFECTIVE);
    let whole = (cash_for(1_000 * TOKEN), others_for(1_000 * TOKEN));
    for most in [1_000 * TOKEN, 300 * TOKEN, 99 * TOKEN + 1, 41 * TOKEN + 17] {
        let mut world = staged.clone();
        let (cash, other, parts) = in_parts(&mut world, || random.random_range(1..=most));
        // Each part loses less than a unit of each.
        assert!(cash <= whole.0 && whole.0 - cash < parts, "{cash} of {} in {parts}", whole.0);
        assert!(other <= whole.1 && whole.1 - other < parts, "{other} of {} in {parts}", whole.1);
        assert_eq!((paid(&world, &cash_payout(0)), paid(&world, &share_payout(0))), (cash, other));
        // Bob's are still covered.
        let push = issuer_program::exchange_shares(
            &cast().share,
            0,
            &cast().bob,
            false,
            true,
            Some(&cast().other_share),
            1_000 * TOKEN,
        );
        world.run(push);
        assert_eq!(supply(&world), 0);
    }
}

#[test]
fn the_smallest_parts_bring_what_is_whole_of_them() {
    // A raw unit brings 1.23 base units of cash and 3/7 of a raw unit of the other share.
    let mut world = World::new();
    stock_treasury(&mut world);
    offers::exchange(&mut world, action(ActionKind::Merger, both()));
    world.set_time(EFFECTIVE);
    let alice = cast().alice;
    for (amount, cash, other) in [(1, 1, 0), (2, 2, 0), (3, 3, 1), (7, 8, 3), (81, 99, 34)] {
        let before = (dollars(&world, &alice), others(&world, &alice));
        world.run(exchange(0, amount));
        let after = (dollars(&world, &alice), others(&world, &alice));
        assert_eq!(after, (before.0 + cash, before.1 + other), "{amount}");
    }
}
