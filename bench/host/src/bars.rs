//! What must not be passed, whatever the baseline says: the promises of the hook, of minting, and of corporate
//! actions.

use crate::report::{Report, Transfers};

/// Compute units of the hook's own frame, allowed, in the worst of all key sets.
const ALLOWED: u64 = 800;
/// The same, refused.
const REFUSED: u64 = 1_200;
/// A whole transfer may cost so many per cent of one with a hook that does nothing, at the median.
const PER_CENT_OF_NOOP: u64 = 104;
/// Bytes of the hook program.
const HOOK_BYTES: u64 = 200_000;

/// Compute units of instructions with every check switched on: a mint; a change of the multiplier with its
/// blackout; a claim with as long a proof as there is.
const INSTRUCTIONS: [(&str, u64); 3] = [
    ("scrip_issuer::mint_shares", 30_000),
    ("scrip_issuer::schedule_action", 40_000),
    ("scrip_issuer::claim", 25_000),
];

/// One line for each bar that is passed.
pub fn passed(report: &Report) -> Vec<String> {
    let Transfers { noop_same_shape, wallet_to_wallet, wallet_to_venue, refused, .. } =
        &report.transfer;
    let instructions = INSTRUCTIONS
        .map(|(name, bar)| (name, report.instructions.get(name).copied().unwrap_or(u64::MAX), bar));
    let noop = noop_same_shape.total.median * PER_CENT_OF_NOOP / 100;
    [
        ("wallet_to_wallet, own frame, worst", wallet_to_wallet.own.worst, ALLOWED),
        ("wallet_to_venue, own frame, worst", wallet_to_venue.own.worst, ALLOWED),
        ("refused, own frame, worst", refused.own.worst, REFUSED),
        ("wallet_to_wallet, total, median", wallet_to_wallet.total.median, noop),
        ("wallet_to_venue, total, median", wallet_to_venue.total.median, noop),
        ("scrip_transfer_hook, bytes", report.program_bytes.scrip_transfer_hook, HOOK_BYTES),
    ]
    .into_iter()
    .chain(instructions)
    .filter(|(_, measured, bar)| measured > bar)
    .map(|(what, measured, bar)| format!("{what}: {measured} is more than {bar}"))
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::report::{Cost, ProgramBytes, Spread};

    fn cost(own: u64, total: u64) -> Cost {
        Cost { own: Spread::of(vec![own]), total: Spread::of(vec![total]) }
    }

    /// A report in which everything is at its bar, and over it by this much.
    fn report(over: u64) -> Report {
        Report {
            transfer: Transfers {
                hook_unset: cost(0, 0),
                noop_same_shape: cost(2, 100),
                rederiving: cost(0, 0),
                wallet_to_wallet: cost(800 + over, 104 + over),
                wallet_to_venue: cost(800 + over, 104 + over),
                refused: cost(1_200 + over, 0),
            },
            instructions: BTreeMap::from(
                INSTRUCTIONS.map(|(name, bar)| (name.to_string(), bar + over)),
            ),
            program_bytes: ProgramBytes {
                scrip_issuer: u64::MAX,
                scrip_transfer_hook: 200_000 + over,
            },
        }
    }

    #[test]
    fn a_bar_may_be_reached_and_not_passed() {
        assert!(passed(&report(0)).is_empty());
        assert_eq!(passed(&report(1)).len(), 9);
    }
}
