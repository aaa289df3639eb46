//! Announcements as people write them, read by the same parser as `scrip` has.

use clap::Parser;
use scrip_rules::corporate_action::{ActionKind, TermsForm};

use super::announce::Announce;
use super::preview;

/// 2026-12-01T09:30:00-05:00
const EFFECTIVE: i64 = 1_796_135_400;
const DAY: i64 = 86_400;
const KEY: &str = "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb";

#[derive(Debug, Parser)]
struct Line {
    #[command(flatten)]
    announce: Announce,
}

fn read(text: &str) -> Result<Announce, clap::Error> {
    let words = ["announce", "AAPLx"].into_iter().chain(text.split(' '));
    let rest = ["--document-hash", "notice"];
    Line::try_parse_from(words.chain(rest)).map(|line| line.announce)
}

#[test]
fn every_kind_has_a_name_and_a_code() {
    let names = [
        ("split --ratio 4:1", "SPLF"),
        ("reverse-split --ratio 1:10", "SPLR"),
        ("bonus --ratio 11:10", "BONU"),
        ("stock-dividend --ratio 21:20", "DVSE"),
        ("dividend --cash 0.25 --token T --withholding 15%", "DVCA"),
        ("dividend --cash 0.25 --reinvested-at 180.5", "DVCA"),
        ("interest --cash 0.25 --token T", "INTR"),
        ("capital-distribution --cash 0.25 --token T", "CAPD"),
        ("dividend-choice --cash 0.25 --token T --price 180", "DRIP"),
        ("spin-off --shares-of OTHRx --ratio 1:4", "SOFF"),
        ("merger --shares-of OTHRx --ratio 1:4 --cash 2 --token T", "MRGR"),
        ("merger --cash 2 --token T", "MRGR"),
        ("exchange-offer --shares-of OTHRx --ratio 1:4", "EXOF"),
        ("tender-offer --price 200 --token T --max 1000", "TEND"),
        ("repurchase-offer --price 200 --token T --max raw:1000", "BIDS"),
        ("name-change --name Apple --symbol APLx", "CHAN"),
        ("liquidation --price 200 --token T", "LIQU"),
        ("delisting --price 200 --token T", "DLST"),
    ];
    for (text, code) in names {
        let by_name = read(&format!("{text} --effective {EFFECTIVE}")).unwrap();
        assert_eq!(by_name.kind().code().code(), code, "{text}");
        let (_, options) = text.split_once(' ').unwrap();
        for word in [code.to_owned(), code.to_lowercase()] {
            let by_code = read(&format!("{word} {options} --effective {EFFECTIVE}")).unwrap();
            assert_eq!(by_code.kind().code().code(), code, "{word}");
        }
    }
    let codes: Vec<&str> = names.iter().map(|(_, code)| *code).collect();
    assert!(ActionKind::ALL.iter().all(|kind| codes.contains(&kind.code())));
}

#[test]
fn what_does_not_belong_together_is_refused_before_anything_is_asked() {
    for text in [
        "split",
        "split --ratio 4",
        "split --ratio 4:0",
        "split --cash 0.25 --token T",
        "dividend --cash 0.25",
        "dividend --cash 0.25 --token T --reinvested-at 180",
        "dividend --cash 0.25 --token T --withholding 15",
        "merger --cash 2",
        "merger --ratio 1:4",
        "merger",
        "tender-offer --price 200 --token T",
        "split --ratio 4:1 --blackout-from 1",
        "SPLX --ratio 4:1",
    ] {
        read(&format!("{text} --effective {EFFECTIVE}")).unwrap_err();
    }
    read("split --ratio 4:1").unwrap_err();
    read("split --ratio 4:1 --effective tomorrow").unwrap_err();
}

#[test]
fn dates_that_are_left_out_are_none_or_the_effective_time() {
    let dates = |text: &str, form| {
        let announce = read(&format!("split --ratio 4:1 {text}")).unwrap();
        announce.kind().notice().dates(form, EFFECTIVE - DAY)
    };
    let split = dates("--effective 2026-12-01T09:30:00-05:00", TermsForm::Ratio);
    assert_eq!(split.effective_at, EFFECTIVE);
    assert_eq!((split.record_at, split.payable_at, split.elect_by), (0, 0, 0));
    let cash = dates("--effective +1d --record +23h", TermsForm::Cash);
    assert_eq!((cash.record_at, cash.payable_at), (EFFECTIVE - 3_600, EFFECTIVE));
    let choice = dates("--effective +1d --payable +3d", TermsForm::Choice);
    assert_eq!((choice.elect_by, choice.payable_at), (EFFECTIVE, EFFECTIVE + 2 * DAY));
    let stands =
        dates("--effective +1d --blackout-from +20h --blackout-until +26h", TermsForm::Ratio);
    let within = (EFFECTIVE - 4 * 3_600, EFFECTIVE + 2 * 3_600);
    assert_eq!((stands.blackout_from, stands.blackout_until), within);
}

#[test]
fn the_multiplier_is_told_beforehand_and_bounds_are_named() {
    use scrip_issuer::state::{ActionTerms, Asset};
    use scrip_rules::multiplier::Multiplier;

    let one = Multiplier::ONE.scaled();
    let asset = Asset {
        version: 2,
        bump: 0,
        issuer: KEY.parse().unwrap(),
        mint: KEY.parse().unwrap(),
        policy: KEY.parse().unwrap(),
        multiplier: one,
        multiplier_since: 0,
        next_multiplier: one,
        multiplier_effective_at: 0,
        action_count: 0,
        multiplier_changes: 0,
        supply_cap: 0,
        min_notice: 0,
        split_max: 10,
        reverse_split_max: 10,
        bonus_max_bps: 5_000,
        dividend_max_bps: 1_000,
        isin: [0; 12],
        terms_hash: [0; 32],
        status: 1,
        reserve_mode: 1,
        min_custodians: 0,
        haircut_bps: 0,
        reserve_max_age: 0,
        four_eyes_above: u64::MAX,
        purchase_fee_bps: 0,
        redemption_fee_bps: 0,
        settlement_window: 0,
        default_election: 1,
    };
    let ratio = |numerator, denominator| ActionTerms::Ratio { numerator, denominator };
    let of = |kind, terms: &ActionTerms| preview::multipliers(&asset, kind, terms, EFFECTIVE);
    let (before, after) = of(ActionKind::ForwardSplit, &ratio(4, 1)).unwrap().unwrap();
    assert_eq!((before.to_string(), after.scaled()), (Multiplier::ONE.to_string(), 4 * one));
    let reinvested = ActionTerms::Reinvestment { gross: 25, withholding_bps: 2_000, price: 1_000 };
    let (_, after) = of(ActionKind::CashDividend, &reinvested).unwrap().unwrap();
    assert_eq!(after.scaled(), one + one / 50);
    for (kind, terms, said) in [
        (ActionKind::ForwardSplit, ratio(11, 1), "10:1"),
        (ActionKind::ForwardSplit, ratio(1, 4), "AFTER:BEFORE"),
        (ActionKind::ReverseSplit, ratio(4, 1), "AFTER:BEFORE"),
        (ActionKind::ReverseSplit, ratio(1, 11), "1:10"),
        (ActionKind::BonusIssue, ratio(2, 1), "50%"),
    ] {
        let error = of(kind, &terms).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let name = ActionTerms::Name { name: [b'a'; 64], symbol: [b'a'; 16] };
    assert_eq!(of(ActionKind::NameChange, &name).unwrap(), None);
}
