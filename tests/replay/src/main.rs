//! `make replay FILE=path.csv`: every corporate action of the file is announced and scheduled at its recorded
//! time by the compiled issuer program, in the runtime of Solana and with the real Token-2022; at its
//! effective time the multiplier is read from the mint and held against the recorded one.
//!
//! - `row`: the file
//! - `stage`: one action on a share of its own

// What fails in the runtime fails the replay, with the program's own log.
#![allow(clippy::arithmetic_side_effects)]

mod row;
mod stage;

use anyhow::{Context, Result, ensure};
use indicatif::ProgressBar;

use row::Row;
use stage::Stage;

fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("usage: replay FILE.csv")?;
    let rows = row::read(&path)?;
    let mut stage = Stage::new(&rows);
    let bar = ProgressBar::new(rows.len() as u64);
    let (mut within, mut exact) = (0, 0);
    for (number, row) in rows.iter().enumerate() {
        let ulps = replay(&mut stage, number, row)
            .with_context(|| format!("{path}: {} effective at {}", row.symbol, row.effective_at))?;
        within += usize::from(ulps <= 1);
        exact += usize::from(ulps == 0);
        if ulps > 0 {
            let line = format!(
                "{} {} effective at {}: {ulps} units in the last place from the recorded {}",
                row.symbol, row.kind, row.effective_at, row.new_multiplier
            );
            bar.suspend(|| println!("{line}"));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    println!("{within} of {} within one ulp, {exact} exact", rows.len());
    ensure!(within == rows.len(), "{} are further away", rows.len() - within);
    Ok(())
}

/// How many units in the last place of an `f64` the mint's multiplier is from the recorded one.
fn replay(stage: &mut Stage, number: usize, row: &Row) -> Result<u64> {
    let shown = stage.replay(number, row)?;
    Ok(shown.to_bits().abs_diff(row.new_multiplier.to_bits()))
}
