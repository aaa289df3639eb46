//! Fees and rounding: what all sides have afterwards is what `scrip_rules` says, to the unit.

use scrip_issuer::{
    FillSubscriptionArgs, PurchaseSharesArgs, Quantity, RequestRedemptionArgs, SettleRedemptionArgs,
};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::settlement::{Quote, purchase, redemption};
use scrip_svm_tests::fixtures::PURCHASE;

use super::*;

const FEES: [u16; 4] = [0, 1, 30, 1_000];
/// Raw units of which no price below makes a round sum.
const AMOUNTS: [u64; 4] = [1, 2 * TOKEN, 123_456_789, 333_333_333];
/// Base units of the payment token for one share.
const PRICES: [u64; 4] = [1, 7, 99_999_999, 125_000_003];

/// Fails unless `quote` is off the exact value by less than one unit, up or down, and its fee is less than
/// one unit above what it should be on that value.
#[track_caller]
fn assert_rounded_once(quote: Quote, amount: u64, price: u64, bps: u16, up: bool) {
    let share = i128::from(TOKEN);
    let above = i128::from(quote.value) * share - i128::from(amount) * i128::from(price);
    assert!(if up { (0..share).contains(&above) } else { (-share + 1..=0).contains(&above) });
    let fee = i128::from(quote.fee) * 10_000 - i128::from(quote.value) * i128::from(bps);
    assert!((0..10_000).contains(&fee), "{quote:?}");
}

fn each(case: impl Fn(u16, u64, u64)) {
    for bps in FEES {
        for amount in AMOUNTS {
            for price in PRICES {
                case(bps, amount, price);
            }
        }
    }
}

#[test]
fn a_fill_takes_the_quote_and_no_unit_more() {
    each(|bps, amount, price| {
        let quote = purchase(amount, Multiplier::ONE, price, bps).unwrap();
        assert_rounded_once(quote, amount, price, bps, true);
        let total = quote.total().unwrap();
        let mut world = World::without_signatures();
        set_fees(&mut world, bps);
        world.run(subscribe());
        let before = Books::of(&world);
        let args = FillSubscriptionArgs { amount, price, ..FILL };
        let (share, alice) = (cast().share, cast().alice);
        world.run(issuer_program::fill_subscription(&share, &alice, NUMBER, args));
        let after = Books {
            treasury: before.treasury + total,
            dollars_held: Some(1_000 * DOLLAR - total),
            shares: before.shares + amount,
            supply: before.supply + amount,
            ..before
        };
        assert_eq!(Books::of(&world), after, "{bps} {amount} {price}");
    });
}

#[test]
fn a_purchase_takes_the_quote_and_no_unit_more() {
    each(|bps, amount, price| {
        let quote = purchase(amount, Multiplier::ONE, price, bps).unwrap();
        let total = quote.total().unwrap();
        let mut world = World::without_signatures();
        set_fees(&mut world, bps);
        let before = Books::of(&world);
        let args = PurchaseSharesArgs { amount, price, max_payment: total, ..PURCHASE };
        world.run(issuer_program::purchase_shares(&cast().share, &cast().alice, args));
        let after = Books {
            dollars: before.dollars - total,
            treasury: before.treasury + total,
            shares: before.shares + amount,
            supply: before.supply + amount,
            ..before
        };
        assert_eq!(Books::of(&world), after, "{bps} {amount} {price}");
    });
}

#[test]
fn a_settlement_pays_the_quote_and_no_unit_less() {
    each(|bps, amount, price| {
        let quote = redemption(amount, Multiplier::ONE, price, bps).unwrap();
        assert_rounded_once(quote, amount, price, bps, false);
        let mut world = World::without_signatures();
        set_fees(&mut world, bps);
        let cheap = RequestRedemptionArgs { min_price: 1, ..REQUEST };
        let (share, alice) = (cast().share, cast().alice);
        world.run(issuer_program::request_redemption(&share, &alice, cheap));
        let before = Books::of(&world);
        let args = SettleRedemptionArgs { amount, price, ..SETTLEMENT };
        let settle = issuer_program::settle_redemption(&share, &alice, NUMBER, args);
        if quote.value == 0 {
            // Nothing is burnt for nothing.
            assert_eq!(world.refuse(settle).code(), Some(7040));
            return;
        }
        world.run(settle);
        let net = quote.value - quote.fee;
        let after = Books {
            dollars: before.dollars + net,
            // The treasury pays both, and gets the fee itself.
            treasury: before.treasury - net,
            shares_held: Some(10 * TOKEN - amount),
            supply: before.supply - amount,
            ..before
        };
        assert_eq!(Books::of(&world), after, "{bps} {amount} {price}");
    });
}

#[test]
fn a_fee_that_was_raised_since_does_not_apply() {
    let mut world = World::new();
    set_fees(&mut world, 30);
    world.run(subscribe());
    world.run(request());
    set_fees(&mut world, 1_000);
    let before = Books::of(&world);
    world.run(fill());
    assert_eq!(Books::of(&world).treasury, before.treasury + 250 * DOLLAR + 750_000);
    let before = Books::of(&world);
    world.run(settle());
    assert_eq!(Books::of(&world).dollars, before.dollars + 500 * DOLLAR - 1_500_000);
}

#[test]
fn a_fee_that_was_lowered_since_does() {
    let mut world = World::new();
    set_fees(&mut world, 1_000);
    world.run(subscribe());
    world.run(request());
    set_fees(&mut world, 30);
    let before = Books::of(&world);
    world.run(fill());
    assert_eq!(Books::of(&world).treasury, before.treasury + 250 * DOLLAR + 750_000);
    set_fees(&mut world, 0);
    let before = Books::of(&world);
    world.run(settle());
    assert_eq!(Books::of(&world).dollars, before.dollars + 500 * DOLLAR);
}

/// The fee comes on top: what is left pays for less than it would without it.
#[test]
fn a_fill_that_the_fee_does_not_fit_into_is_refused() {
    let mut world = World::new();
    set_fees(&mut world, 1);
    world.run(subscribe());
    let fill_with = |amount| {
        let args = FillSubscriptionArgs { amount, ..FILL };
        issuer_program::fill_subscription(&cast().share, &cast().alice, NUMBER, args)
    };
    assert_eq!(world.refuse(fill_with(8 * TOKEN)).code(), Some(7126));
    // 999.900009 dollars, rounded up, and 0.099991 on them are all that there is.
    let most = 799_920_007;
    assert_eq!(world.refuse(fill_with(most + 1)).code(), Some(7126));
    let before = Books::of(&world);
    world.run(fill_with(most));
    let after = Books::of(&world);
    assert_eq!((after.treasury, after.dollars_held), (before.treasury + 1_000 * DOLLAR, None));
}

#[test]
fn the_whole_position_of_a_holder() {
    let mut world = World::new();
    set_fees(&mut world, 30);
    let (share, alice) = (cast().share, cast().alice);
    let quantity = Quantity::Raw { amount: 1_000 * TOKEN };
    let all = RequestRedemptionArgs { quantity, ..REQUEST };
    world.run(issuer_program::request_redemption(&share, &alice, all));
    let before = Books::of(&world);
    for amount in [1, 999_999_999, 1_000 * TOKEN - 1_000_000_000] {
        let args = SettleRedemptionArgs { amount, ..SETTLEMENT };
        world.run(issuer_program::settle_redemption(&share, &alice, NUMBER, args));
    }
    let parts = [(1, 1), (1_249_999_998, 3_750_000), (123_750_000_000, 371_250_000)];
    let net: u64 = parts.iter().map(|(value, fee)| value - fee).sum();
    let after = Books::of(&world);
    assert_eq!(after.dollars, before.dollars + net);
    assert_eq!((after.shares, after.shares_held), (0, None));
    assert_eq!(after.supply, before.supply - 1_000 * TOKEN);
}
