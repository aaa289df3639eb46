//! Which of the changes loosen. The comparisons that need thought are rules of `scrip_rules`; the table in
//! `docs/governance.md` says the same, and a test holds the two together.

use anchor_lang::prelude::*;
use scrip_rules::loosening::{drops_bits, terms_loosen};

use super::Change;
use crate::state::{FOUR_EYES_LOOSENING, FOUR_EYES_RESERVE_RULE};

impl Change {
    /// Whether this gives the issuer more power, or holders less protection, than `old`, which is the same
    /// setting as it stands at `now` (unix seconds).
    pub fn loosens(&self, old: &Self, now: i64) -> bool {
        match (*self, *old) {
            (Self::Admin { proposed }, Self::Admin { proposed: old }) => {
                proposed != Pubkey::default() && proposed != old
            }
            (Self::Treasury { owner }, Self::Treasury { owner: old }) => owner != old,
            (Self::Timelock { seconds }, Self::Timelock { seconds: old }) => seconds < old,
            (Self::FourEyes { bits }, Self::FourEyes { bits: old }) => drops_bits(bits, old),
            (Self::Custodian { approved, .. }, Self::Custodian { approved: old, .. })
            | (
                Self::PaymentMint { accepted: approved, .. },
                Self::PaymentMint { accepted: old, .. },
            ) => approved && !old,
            (Self::SupplyCap { raw: new }, Self::SupplyCap { raw: old })
            | (Self::MintFourEyes { above: new }, Self::MintFourEyes { above: old }) => new > old,
            (
                Self::Fees { purchase_bps, redemption_bps },
                Self::Fees { purchase_bps: old_purchase, redemption_bps: old_redemption },
            ) => purchase_bps > old_purchase || redemption_bps > old_redemption,
            (Self::SettlementWindow { seconds }, Self::SettlementWindow { seconds: old }) => {
                seconds > old
            }
            (Self::PolicyTerms { terms }, Self::PolicyTerms { terms: old }) => {
                let (until, old_until) = (terms.locked_until, old.locked_until);
                terms_loosen(&terms.rule(), until, &old.rule(), old_until, now)
            }
            (Self::HookProgram { program }, Self::HookProgram { program: old }) => program != old,
            (Self::DefaultElection { choice }, Self::DefaultElection { choice: old }) => {
                choice != old
            }
            (Self::ActionLimits { .. }, Self::ActionLimits { .. }) => {
                loosens(self.action_limits(), old.action_limits(), |new, old| new.loosens(old))
            }
            (Self::ReserveRule { .. }, Self::ReserveRule { .. }) => {
                loosens(self.reserve_rule(), old.reserve_rule(), |new, old| new.loosens(old))
            }
            (Self::Minter { .. }, Self::Minter { .. }) => {
                loosens(self.allowance(), old.allowance(), |new, old| new.loosens(old))
            }
            // Two different settings cannot be compared.
            _ => true,
        }
    }

    /// Whether a checker must approve it, by the issuer's `FOUR_EYES_` bits.
    pub fn needs_checker(&self, bits: u8, loosens: bool) -> bool {
        let reserves = bits & FOUR_EYES_RESERVE_RULE != 0;
        // Whoever takes a checker away needs one: alone, a maker would get rid of the checker first.
        (loosens && matches!(self, Self::FourEyes { .. } | Self::MintFourEyes { .. }))
            || (matches!(self, Self::ReserveRule { .. }) && reserves)
            || (loosens && bits & FOUR_EYES_LOOSENING != 0)
    }
}

/// A value that does not read as what it should be counts as loosening.
fn loosens<T>(new: Option<T>, old: Option<T>, compare: fn(&T, &T) -> bool) -> bool {
    match (new, old) {
        (Some(new), Some(old)) => compare(&new, &old),
        _ => true,
    }
}
