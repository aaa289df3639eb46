//! What files say, and what is wrong with files.

#![allow(clippy::unwrap_used, reason = "tests")]

use scrip_issuer::change::Change;

use super::{EXAMPLE, parse};

const SHARE: &str = r#"
[share]
name = "Apple Share Token"
symbol = "AAPLx"
isin = "US0378331005"
uri = "https://example.com/AAPLx.json"
terms = "terms.pdf"
supply_cap = "1000000"
"#;

fn read(text: &str) -> anyhow::Result<(scrip_issuer::CreateAssetArgs, Vec<Change>)> {
    parse(text, |named| {
        assert_eq!(named, "terms.pdf");
        Ok([7; 32])
    })
}

#[test]
fn the_example_is_valid_with_and_without_its_comments() {
    let (create, settings) = read(EXAMPLE).unwrap();
    assert_eq!((create.symbol.as_str(), create.supply_cap), ("AAPLx", 100_000_000_000_000));
    assert_eq!(settings, []);
    // A commented key is one word, `=` and a value; a commented section is a name in brackets.
    let key = |line: &str| {
        let word = line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
        word && !line.starts_with("terms =")
    };
    let whole = EXAMPLE.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if key(rest) || rest.starts_with('[') => rest,
        _ => line,
    });
    let (create, settings) = read(&whole.collect::<Vec<_>>().join("\n")).unwrap();
    assert_eq!(
        (create.terms.max_balance, create.terms.locked_until),
        (10_000 * 100_000_000, 1_798_761_600)
    );
    assert_eq!(create.terms.jurisdictions[105], 1, "840 is the United States");
    assert_eq!(settings.len(), 7, "{settings:?}");
}

#[test]
fn amounts_are_shares_at_the_multiplier_of_the_file() {
    let minter = "[[minter]]\nmember = \"11111111111111111111111111111111\"\ncap = 500\ncapacity = \"5\"\nperiod = \"1d\"";
    let (create, settings) = read(&format!("{SHARE}multiplier = \"2\"\n{minter}")).unwrap();
    assert_eq!(create.multiplier, 2 * 10_u128.pow(18));
    assert_eq!(create.supply_cap, 500_000 * 100_000_000);
    assert_eq!(create.terms_hash, [7; 32]);
    let [Change::Minter { cap, capacity, period, .. }] = settings[..] else {
        panic!("{settings:?}")
    };
    assert_eq!((cap, capacity, period), (250 * 100_000_000, 250_000_000, 86_400));
}

#[test]
fn every_fault_says_where_it_is_and_what_is_allowed() {
    let minter =
        |rest: &str| format!("[[minter]]\nmember = \"11111111111111111111111111111111\"\n{rest}");
    let twice = minter("cap = \"1\"\ncapacity = \"1\"\nperiod = \"1d\"\n").repeat(2);
    let endless = minter("cap = \"1\"\ncapacity = \"1\"\nperiod = \"0\"");
    for (changed, to, said) in [
        ("isin = \"US0378331005\"", "isin = \"US0378331006\"", "line 5, column 8"),
        ("isin = \"US0378331005\"", "isin = \"US0378331006\"", "no ISIN"),
        ("\"1000000\"", "1000000.5", "line 8, column 14"),
        ("\"1000000\"", "\"1000000.123456789\"", "there are 8 at most"),
        ("\"1000000\"", "\"-1\"", "no decimal number"),
        ("symbol = \"AAPLx\"", "symbol = \"\"", "there must be 1 to 16"),
        ("symbol = \"AAPLx\"", "symbol = \"A\"\nticker = \"A\"", "unknown field `ticker`"),
        ("symbol = \"AAPLx\"\n", "", "missing field `symbol`"),
        ("terms = \"terms.pdf\"\n", "", "either `terms`, a file, or `terms_hash`"),
        ("terms = \"terms.pdf\"\n", "terms_hash = \"abc\"\n", "64 hexadecimal digits, this has 3"),
        ("", "multiplier = \"0\"", "line 9, column 14"),
        ("", "[policy]\nadmission = \"club\"", "expected `allowlist` or `open`"),
        ("", "[policy]\ncountries = { deny = [\"XX\"] }", "line 10, column 23"),
        ("", "[policy]\ncountries = { allow = [] }", "nobody could hold the share"),
        ("", "[policy]\npaths = [\"wallet-to-unknown\"]", "although the admission is"),
        ("", "[policy]\npaths = [\"wallet-to-moon\"]", "unknown variant `wallet-to-moon`"),
        ("", "[policy]\nclasses_admitted = [\"rich\"]", "no investor class"),
        (
            "",
            "[policy]\nclasses_admitted = [\"retail\"]\nclasses_refused = [\"retail\"]",
            "is refused as well",
        ),
        ("", "[policy]\nmax_transfer = \"0\"", "a limit of 0 lets nothing pass"),
        ("", "[policy]\nlocked_until = \"+5d\"", "a file needs a time like"),
        ("", "[reserves]\nmode = \"enforce\"", "must not be 0 unless the mode is \"off\""),
        ("", "[reserves]\nmode = \"strict\"", "unknown variant `strict`"),
        ("", "[reserves]\nmode = \"off\"\nhaircut_bps = 10001", "10001 of at most 10000"),
        ("", "[issuance]\npurchase_fee_bps = 10", "name both"),
        ("", "[issuance]\npurchase_fee_bps = 10\nredemption_fee_bps = 1001", "at most 1000"),
        ("", "[issuance]\nsettlement_window = \"91d\"", "at most 90 days"),
        ("", "[issuance]\npayment_mints = [\"usdc\"]", "`usdc` is no address"),
        ("", "[actions]\nmin_notice = \"soon\"", "no duration like"),
        ("", "[actions]\nsplit_max = 65536", "line 10, column 13"),
        ("", &twice, "is named twice"),
        ("", &endless, "at least 1 second"),
        ("[share]", "[share", "line 2"),
    ] {
        let text =
            if changed.is_empty() { format!("{SHARE}{to}") } else { SHARE.replace(changed, to) };
        let fault = read(&text).unwrap_err();
        assert!(format!("{fault:#}").contains(said), "{text}\n{fault:#}\nshould say {said}");
    }
}
