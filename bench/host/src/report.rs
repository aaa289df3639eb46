//! The figures: serialised they are the baseline, displayed they are tables.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// Everything that is measured.
#[derive(Serialize)]
pub struct Report {
    pub transfer: Transfers,
    /// Compute units of one call, by `<program>::<instruction>`.
    pub instructions: BTreeMap<String, u64>,
    pub program_bytes: ProgramBytes,
}

/// The kinds of transfer.
#[derive(Serialize)]
pub struct Transfers {
    /// The mint's hook is unset.
    pub hook_unset: Cost,
    /// The hook allows everything at once.
    pub noop_same_shape: Cost,
    /// The hook derives again what Token-2022 has derived.
    pub rederiving: Cost,
    /// Ours; allowed.
    pub wallet_to_wallet: Cost,
    /// Ours; allowed, to a venue.
    pub wallet_to_venue: Cost,
    /// Ours; the recipient would hold a unit too many.
    pub refused: Cost,
}

/// Compute units of one kind of transfer.
#[derive(Serialize)]
pub struct Cost {
    /// Of the hook alone.
    pub own: Spread,
    /// Of Token-2022's instruction, with the hook in it.
    pub total: Spread,
}

/// The same figure over many keys.
#[derive(Serialize)]
pub struct Spread {
    pub best: u64,
    /// The upper one of the two in the middle.
    pub median: u64,
    pub worst: u64,
}

/// Sizes of the artefacts.
#[derive(Serialize)]
pub struct ProgramBytes {
    pub scrip_issuer: u64,
    pub scrip_transfer_hook: u64,
}

impl Spread {
    /// Of at least one figure.
    pub fn of(mut figures: Vec<u64>) -> Self {
        figures.sort_unstable();
        let last = figures.len() - 1;
        Self { best: figures[0], median: figures[figures.len() / 2], worst: figures[last] }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.transfer.fmt(to)?;
        writeln!(to, "\n{:<40} {:>8}", "instruction", "CU")?;
        for (name, units) in &self.instructions {
            writeln!(to, "{name:<40} {units:>8}")?;
        }
        let ProgramBytes { scrip_issuer, scrip_transfer_hook } = self.program_bytes;
        writeln!(to, "\n{:<40} {:>8}", "program", "bytes")?;
        writeln!(to, "{:<40} {scrip_issuer:>8}", "scrip_issuer")?;
        writeln!(to, "{:<40} {scrip_transfer_hook:>8}", "scrip_transfer_hook")
    }
}

impl fmt::Display for Transfers {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spread =
            |Spread { best, median, worst }: &Spread| format!("{best:>8} {median:>8} {worst:>8}");
        let heading = format!("{:>8} {:>8} {:>8}", "best", "median", "worst");
        writeln!(to, "{:<18} {:^28} {:^28}", "transfer, CU", "hook's own frame", "whole transfer")?;
        writeln!(to, "{:<18} {heading:>28} {heading:>28}", "")?;
        for (name, cost) in [
            ("hook_unset", &self.hook_unset),
            ("noop_same_shape", &self.noop_same_shape),
            ("rederiving", &self.rederiving),
            ("wallet_to_wallet", &self.wallet_to_wallet),
            ("wallet_to_venue", &self.wallet_to_venue),
            ("refused", &self.refused),
        ] {
            writeln!(to, "{name:<18} {:>28} {:>28}", spread(&cost.own), spread(&cost.total))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn spread_of_unsorted_figures() {
        let Spread { best, median, worst } = Spread::of(vec![9, 2, 7, 4]);
        assert_eq!((best, median, worst), (2, 7, 9));
    }
}
