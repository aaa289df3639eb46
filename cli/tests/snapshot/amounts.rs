//! What a holding is entitled to, and terms that are none.

use scrip_cli::snapshot::entitlement::{Dividend, Pays, Terms, parse_multiplier, parse_ratio};
use scrip_rules::multiplier::SCALE;

use crate::world::{World, address};

#[test]
fn gross_is_rounded_down_and_what_is_withheld_up() {
    for (multiplier, per_share, bps, raw, gross, withheld) in [
        ("1", 830_000, 1_500, 100_000_000, 830_000, 124_500),
        ("1.5", 830_000, 1_500, 300_000_000, 3_735_000, 560_250),
        // 1.65 base units, and 0.15 of the one that is paid.
        ("1.5", 830_000, 1_500, 133, 1, 1),
        ("1.5", 830_000, 1_500, 80, 0, 0),
        ("1", 100_000_000, 0, u64::MAX, u64::MAX, 0),
        ("1", 100_000_000, 10_000, u64::MAX, u64::MAX, u64::MAX),
        ("0.333333333333333333", 100_000_000, 1, 3, 0, 0),
        ("0.333333333333333334", 100_000_000, 1, 3, 1, 1),
    ] {
        let multiplier = parse_multiplier(multiplier).unwrap();
        let pays = Pays::Cash(Dividend { gross_per_share: per_share, withholding_bps: bps });
        let terms = Terms { multiplier, pays };
        let due = terms.entitlement(raw).unwrap();
        assert_eq!((due.gross, due.withheld), (gross, withheld), "{raw} at {multiplier}");
    }
    let multiplier = parse_multiplier("2").unwrap();
    let pays = Pays::Cash(Dividend { gross_per_share: 100_000_000, withholding_bps: 0 });
    let terms = Terms { multiplier, pays };
    let error = terms.entitlement(u64::MAX).unwrap_err().to_string();
    assert!(error.contains("18446744073709551615 raw units get more"), "{error}");
}

#[test]
fn shares_are_rounded_down_and_nothing_is_withheld_of_them() {
    let due = |multiplier: &str, pays, raw| {
        let terms = Terms { multiplier: parse_multiplier(multiplier).unwrap(), pays };
        let due = terms.entitlement(raw).unwrap();
        (due.gross, due.withheld)
    };
    // 10 shares bring 8.3 dollars, 7.055 after tax: 0.05879166 shares at 120 dollars.
    let dividend = Dividend { gross_per_share: 830_000, withholding_bps: 1_500 };
    let reinvested = Pays::Reinvested { dividend, price: 120_000_000 };
    assert_eq!(due("1", reinvested, 1_000_000_000), (5_879_166, 0));
    assert_eq!(due("2", reinvested, 500_000_000), (2_939_583, 0));
    // One share of the other for four, at half a share for a raw unit of it.
    let other_multiplier = parse_multiplier("0.5").unwrap();
    let shares = Pays::Shares { ratio: parse_ratio("1/4").unwrap(), other_multiplier };
    assert_eq!(due("1", shares, 7), (3, 0));
    assert_eq!(due("4", shares, 7), (14, 0));
    for text in ["", "1", "0/1", "1/0", "1/2/3", "-1/2", "1.5/2"] {
        assert!(parse_ratio(text).is_err(), "{text}");
    }
}

#[test]
fn a_snapshot_that_pays_in_shares_is_verified_by_its_own_terms() {
    let world = World::new();
    let accounts = world.accounts(1_000, &[(address(1), 600), (address(2), 400)]);
    let terms = ["--multiplier", "1", "--ratio", "3/2", "--other-multiplier", "1"];
    world.take_on(&terms, "other", &["--accounts", &accounts]).ok();
    world.verify("other").ok();
    let own = ["--multiplier", "1", "--gross-per-share", "100000000", "--reinvest-price", "50"];
    world.take_on(&own, "own", &["--accounts", &accounts]).ok();
    world.verify("own").ok();
    let both = ["--multiplier", "1", "--ratio", "3/2", "--gross-per-share", "1"];
    let half = ["--multiplier", "1", "--ratio", "3/2"];
    for (terms, says) in [(&both[..], "cannot be used with"), (&half, "--other-multiplier")] {
        let outcome = world.take_on(terms, "none", &["--accounts", &accounts]);
        assert!(!outcome.succeeded && outcome.stderr.contains(says), "{}", outcome.stderr);
    }
}

#[test]
fn multipliers_are_decimals_with_eighteen_places() {
    for (text, scaled) in [
        ("1", SCALE),
        ("1.", SCALE),
        ("1.5", SCALE + SCALE / 2),
        ("0.000000000000000001", 1),
        ("1000000000000000000", SCALE * SCALE),
        ("4.000000000000000000", 4 * SCALE),
    ] {
        assert_eq!(parse_multiplier(text).unwrap().scaled(), scaled, "{text}");
    }
    for text in
        ["", ".", ".5", "-1", "+1", "1e3", "0", "1.0000000000000000001", "1,5", "1.5.5", "1.+5"]
    {
        assert!(parse_multiplier(text).is_err(), "{text}");
    }
}

#[test]
fn terms_that_cannot_be_paid_are_refused() {
    let world = World::new();
    let accounts = world.accounts(u64::MAX, &[(address(1), u64::MAX - 5), (address(2), 5)]);
    let on = |per_share, bps| {
        let terms = ["--multiplier", "1", "--gross-per-share", per_share, "--withholding-bps", bps];
        world.take_on(&terms, "out", &["--accounts", &accounts])
    };
    on("0", "0").refused(&["--gross-per-share is 0"]);
    on("1", "10001").refused(&["--withholding-bps is 10001", "at most 10000"]);
    on("200000000", "0").refused(&["get more than 18446744073709551615"]);
    assert_eq!(world.names(), ["accounts.csv"]);
    on("100000000", "10000").ok();
}

/// Each holder's part fits into 64 bits, and all together do not: two thirds and two thirds.
#[test]
fn a_sum_that_no_vault_could_hold_is_refused() {
    let world = World::new();
    let third = u64::MAX / 3;
    let accounts = world.accounts(2 * third, &[(address(1), third), (address(2), third)]);
    let terms = ["--multiplier", "1", "--gross-per-share", "200000000"];
    world
        .take_on(&terms, "out", &["--accounts", &accounts])
        .refused(&["all together get more than 18446744073709551615"]);
    assert_eq!(world.names(), ["accounts.csv"]);
}
