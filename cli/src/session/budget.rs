//! Limit and price of compute units. The limit is what the simulation used and a tenth more, 5,000 units at least: the
//! chain may stand a little differently when the transaction runs. The price by itself (`auto`) is the 75th percentile
//! of what was paid in each recent slot for the accounts that are written, at most `--max-priority-fee`.

use anchor_lang::prelude::Pubkey;
use anchor_lang::solana_program::instruction::Instruction;
use solana_compute_budget_interface::ComputeBudgetInstruction;
use solana_message::VersionedMessage;

use super::Session;
use crate::describe::transaction::writable;
use crate::options::PriorityFee;

/// Most that a transaction may use.
pub const MOST_UNITS: u32 = 1_400_000;
/// Lamports for each signature.
const SIGNATURE_FEE: u64 = 5_000;
/// The least that is added to what the simulation used.
const LEAST_MARGIN: u64 = 5_000;
/// Accounts for which a node tells recent prices at once.
const MOST_ACCOUNTS: usize = 128;
/// Three quarters of recent slots were cheaper, or as cheap.
const PERCENTILE: usize = 75;
const MICRO: u128 = 1_000_000;

/// What a transaction may use, and what it pays for each unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Compute units.
    pub units: u32,
    /// Micro-lamports for each.
    pub price: u64,
}

impl Budget {
    /// As large as can be, for a simulation.
    pub const LARGEST: Self = Self { units: MOST_UNITS, price: 0 };

    /// For what a simulation used.
    #[must_use]
    pub fn for_use(used: u64, price: u64) -> Self {
        let margin = used.div_ceil(10).max(LEAST_MARGIN);
        let units = u32::try_from(used.saturating_add(margin)).unwrap_or(MOST_UNITS);
        Self { units: units.min(MOST_UNITS), price }
    }

    /// The instructions that say so. A price of nothing is not said.
    #[must_use]
    pub fn instructions(&self) -> Vec<Instruction> {
        let mut said = vec![ComputeBudgetInstruction::set_compute_unit_limit(self.units)];
        if self.price > 0 {
            said.push(ComputeBudgetInstruction::set_compute_unit_price(self.price));
        }
        said
    }

    /// Lamports for this many signatures and the priority.
    #[must_use]
    pub fn fee(&self, signatures: u8) -> u64 {
        let priority = u128::from(self.units).saturating_mul(self.price.into()).div_ceil(MICRO);
        let priority = u64::try_from(priority).unwrap_or(u64::MAX);
        SIGNATURE_FEE.saturating_mul(signatures.into()).saturating_add(priority)
    }
}

impl Session {
    /// Micro-lamports for each unit of a transaction that writes these accounts. A node that knows no recent prices
    /// means none.
    pub async fn price(&self, written: &[Pubkey]) -> u64 {
        match self.options.priority_fee {
            PriorityFee::Fixed(price) => price,
            PriorityFee::Auto => {
                let asked = written.get(..MOST_ACCOUNTS).unwrap_or(written);
                let recent = self.rpc.get_recent_prioritization_fees(asked).await;
                let fees =
                    recent.unwrap_or_default().into_iter().map(|slot| slot.prioritization_fee);
                percentile(fees.collect()).min(self.options.max_priority_fee)
            }
        }
    }
}

fn percentile(mut fees: Vec<u64>) -> u64 {
    fees.sort_unstable();
    let place = fees.len().saturating_mul(PERCENTILE).div_ceil(100).saturating_sub(1);
    fees.get(place).copied().unwrap_or_default()
}

/// The accounts that a message writes.
#[must_use]
pub fn written(message: &VersionedMessage) -> Vec<Pubkey> {
    let keys = message.static_account_keys().iter().enumerate();
    keys.filter(|(place, _)| writable(message, *place)).map(|(_, key)| *key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_has_a_margin_and_the_fee_is_rounded_up() {
        assert_eq!(Budget::for_use(1_000, 0).units, 6_000);
        assert_eq!(Budget::for_use(100_000, 0).units, 110_000);
        assert_eq!(Budget::for_use(1_390_000, 0).units, MOST_UNITS);
        assert_eq!(Budget { units: 6_000, price: 0 }.fee(2), 10_000);
        assert_eq!(Budget { units: 6_001, price: 1_000 }.fee(1), 5_007);
        assert_eq!(Budget { units: 6_000, price: 0 }.instructions().len(), 1);
        assert_eq!(Budget { units: 6_000, price: 1 }.instructions().len(), 2);
    }

    #[test]
    fn the_price_is_the_75th_percentile() {
        assert_eq!(percentile(Vec::new()), 0);
        assert_eq!(percentile(vec![7]), 7);
        assert_eq!(percentile(vec![4, 1, 3, 2]), 3);
        assert_eq!(percentile((1..=100).collect()), 75);
    }
}
