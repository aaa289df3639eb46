//! The file: one corporate action a line, as `crates/rules/testdata/xstocks_corporate_actions.csv` has them.

use anyhow::{Context, Result, ensure};
use scrip_issuer::state::ActionTerms;
use scrip_rules::corporate_action::ActionKind;
use scrip_rules::multiplier::Multiplier;
use serde::Deserialize;

/// One line.
#[derive(Debug, Deserialize)]
pub struct Row {
    /// Symbol of the share.
    pub symbol: String,
    /// Its mint on mainnet, for the reader.
    #[serde(rename = "mint")]
    pub _mint: String,
    /// ISO 15022 event code.
    pub kind: String,
    /// Unix seconds.
    pub announced_at: i64,
    /// Unix seconds.
    pub effective_at: i64,
    /// Multiplier before, as Token-2022 kept it.
    pub previous_multiplier: f64,
    /// New shares for each `ratio_denominator` old ones.
    pub ratio_numerator: u64,
    /// See `ratio_numerator`.
    pub ratio_denominator: u64,
    /// Multiplier afterwards, as Token-2022 kept it.
    pub new_multiplier: f64,
}

impl Row {
    /// The kind.
    pub fn action_kind(&self) -> Result<ActionKind> {
        let kind = ActionKind::ALL.into_iter().find(|kind| kind.code() == self.kind);
        kind.with_context(|| format!("kind {:?} is no ISO 15022 event code known here", self.kind))
    }

    /// The terms: a reinvested dividend by its amount and price, everything else by its ratio.
    pub fn terms(&self) -> Result<ActionTerms> {
        let (numerator, denominator) = (self.ratio_numerator, self.ratio_denominator);
        if self.action_kind()? != ActionKind::CashDividend {
            return Ok(ActionTerms::Ratio { numerator, denominator });
        }
        let gross = numerator.checked_sub(denominator);
        let gross = gross.context("ratio_numerator of a dividend is below ratio_denominator")?;
        Ok(ActionTerms::Reinvestment { gross, withholding_bps: 0, price: denominator })
    }

    /// The multiplier before, exactly.
    pub fn previous(&self) -> Result<Multiplier> {
        Ok(Multiplier::from_f64_bits(self.previous_multiplier.to_bits())?)
    }

    fn check(&self) -> Result<()> {
        self.terms()?;
        self.previous().context("previous_multiplier")?;
        let notice = self.effective_at.checked_sub(self.announced_at);
        ensure!(
            notice.is_some_and(|notice| notice > 0),
            "effective_at {} is not after announced_at {}",
            self.effective_at,
            self.announced_at
        );
        Ok(())
    }
}

/// All lines of a file, at least one.
pub fn read(path: &str) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.to_owned())?;
    let mut rows = Vec::new();
    for (index, row) in reader.deserialize::<Row>().enumerate() {
        let row = row.with_context(|| path.to_owned())?;
        // The first line names the columns.
        row.check().with_context(|| format!("{path}: line {}", index.saturating_add(2)))?;
        rows.push(row);
    }
    ensure!(!rows.is_empty(), "{path} has no corporate action");
    Ok(rows)
}
