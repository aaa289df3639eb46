//! Real corporate actions of tokenised shares on Solana: the exact multiplier, applied to the
//! announced ratio and converted to `f64`, against the value that the issuer put on chain.

use num_bigint::BigUint;
use scrip_rules::multiplier::{Multiplier, Ratio};

const ACTIONS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/xstocks_corporate_actions.csv");
const ACTION_COUNT: usize = 28;

/// symbol, mint, kind, announced at, effective at, previous multiplier, ratio numerator, ratio
/// denominator, new multiplier
type Row = (String, String, String, i64, i64, f64, u64, u64, f64);

/// The `f64` nearest to `previous` × `numerator` ÷ `denominator`, by way of the quotient's first
/// 60 decimals. A sticky last digit stands for all that follow.
fn correctly_rounded_product(previous: f64, numerator: u64, denominator: u64) -> u64 {
    let exact_decimals: BigUint = format!("{previous:.60}").replace('.', "").parse().unwrap();
    let product = exact_decimals * numerator;
    let quotient = &product / denominator;
    let sticky = u32::from(&quotient * denominator != product);
    let parsed: f64 = format!("{quotient}{sticky}e-61").parse().unwrap();
    parsed.to_bits()
}

#[test]
fn recorded_multipliers_are_reproduced() {
    let rows: Vec<Row> = csv::Reader::from_path(ACTIONS)
        .unwrap()
        .into_deserialize()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(rows.len(), ACTION_COUNT);

    let mut exact = 0;
    for (symbol, _, kind, _, effective_at, previous, numerator, denominator, recorded) in &rows {
        let ratio = Ratio::new(*numerator, *denominator).unwrap();
        let replayed = Multiplier::from_f64_bits(previous.to_bits())
            .and_then(|multiplier| multiplier.apply(ratio))
            .unwrap()
            .to_f64_bits();
        let action = format!("{symbol} {kind} effective at {effective_at}: {previous} × {ratio}");

        // In theory rounding to 18 decimals first could move a value across a tie; in none of
        // these does it.
        assert_eq!(
            replayed,
            correctly_rounded_product(*previous, *numerator, *denominator),
            "{action} is not the correctly rounded product"
        );
        let ulps = replayed.abs_diff(recorded.to_bits());
        assert!(ulps <= 1, "{action} is {ulps} ulps from {recorded}");
        if ulps == 0 {
            exact += 1;
        } else {
            println!("one ulp apart: {action} = {}, recorded {recorded}", f64::from_bits(replayed));
        }
    }
    println!("{0} of {0} within one ulp, {exact} exact", rows.len());
}
