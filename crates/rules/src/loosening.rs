//! Which changes loosen: those that give the issuer more power, or holders less protection, than before.
//!
//! A loosening change waits in the issuer's timelock, where everybody sees it; a tightening one is carried
//! out at once. A change that does both loosens. What an [`crate::allowance::Allowance`] or a
//! [`crate::reserves::ReserveRule`] loosens is said beside it.

use crate::classes::{self, ClassRule};
use crate::corporate_action::RatioBounds;
use crate::jurisdiction::{JurisdictionMode, Jurisdictions};
use crate::policy::AdmissionMode;
use crate::terms::Terms;

/// In what bounds corporate actions move the multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionLimits {
    /// Seconds between announcing an action and its effect, at least.
    pub min_notice: u32,
    /// How far one action may move the multiplier.
    pub bounds: RatioBounds,
}

impl ActionLimits {
    /// Whether the multiplier can be moved sooner or further than under `old`.
    pub const fn loosens(&self, old: &Self) -> bool {
        self.min_notice < old.min_notice || self.bounds.loosens(&old.bounds)
    }
}

/// Whether some set of `bits` lacks one that `old` has.
pub const fn drops_bits(new: u8, old: u8) -> bool {
    old & !new != 0
}

/// Whether terms with a lock-up until `locked_until` admit at `now` or later a transfer that the old ones
/// do not.
pub fn terms_loosen(
    new: &Terms<'_>,
    new_locked_until: i64,
    old: &Terms<'_>,
    old_locked_until: i64,
    now: i64,
) -> bool {
    let opens =
        old.admission != Some(AdmissionMode::Open) && new.admission == Some(AdmissionMode::Open);
    opens
        || new.paths & !old.paths != 0
        || new.limits.max_balance > old.limits.max_balance
        || new.limits.max_transfer > old.limits.max_transfer
        || (new_locked_until < old_locked_until && now < old_locked_until)
        || classes_loosen(new.classes, old.classes)
        || jurisdictions_loosen(&new.jurisdictions, &old.jurisdictions)
}

/// There are only so many sets of classes: try them all.
fn classes_loosen(new: ClassRule, old: ClassRule) -> bool {
    (0..=classes::ALL).any(|held| new.admit(held).is_ok() && old.admit(held).is_err())
}

fn jurisdictions_loosen(new: &Jurisdictions<'_>, old: &Jurisdictions<'_>) -> bool {
    let admitted = |mode, listed: u8| match mode {
        Some(JurisdictionMode::Allow) => listed,
        Some(JurisdictionMode::Deny) => !listed,
        None => 0,
    };
    // Bit 0 of the first byte is no country.
    new.bitmap.iter().zip(old.bitmap).enumerate().any(|(index, (new_byte, old_byte))| {
        let gained = admitted(new.mode, *new_byte) & !admitted(old.mode, *old_byte);
        let countries = if index == 0 { gained & !1 } else { gained };
        countries != 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_dropped_only_where_they_were() {
        for (new, old, drops) in [
            (0, 0, false),
            (0b11, 0b01, false),
            (0b01, 0b11, true),
            (0b10, 0b01, true),
            (0b01, 0b01, false),
            (0, 0b1000_0000, true),
            (0b1000_0000, 0, false),
            (u8::MAX, u8::MAX, false),
        ] {
            assert_eq!(drops_bits(new, old), drops, "{new:b} after {old:b}");
        }
    }
}
