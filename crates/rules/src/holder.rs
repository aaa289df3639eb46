//! What a registry knows of a wallet, and whether a policy admits it.

use crate::policy::PolicyFacts;
use crate::refusal::RecordFault;

/// The standing of a record. The stored value 0 belongs to no status, so that an account of zeros is
/// nobody's licence to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum HolderStatus {
    /// May hold, as far as this record goes.
    Active = 1,
    /// Barred until a registrar reinstates the record.
    Suspended = 2,
    /// Barred for good.
    Revoked = 3,
}

impl HolderStatus {
    /// The status of a stored byte; `None` for anything that is not a status.
    #[inline(always)]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Active),
            2 => Some(Self::Suspended),
            3 => Some(Self::Revoked),
            _ => None,
        }
    }

    /// Whether a registrar may move a record from `self` to `next`.
    ///
    /// Revocation is final; a change to the same status is refused so that no event lies about a
    /// change that was none.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Active, Self::Suspended | Self::Revoked)
                | (Self::Suspended, Self::Active | Self::Revoked)
        )
    }
}

/// The facts of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolderFacts {
    /// The standing of the record.
    pub status: HolderStatus,
    /// Residence, ISO 3166-1 numeric.
    pub jurisdiction: u16,
    /// The last second of which the know-your-customer check is valid is the one before this (unix
    /// seconds).
    pub kyc_expires_at: i64,
}

/// Whether `policy` lets this holder send or receive at `now` (unix seconds).
///
/// The same rule judges both sides of a transfer, the recipient of a mint and the sender of a
/// redemption. The order of the checks is part of the rule: the gravest reason is told first.
#[inline(always)]
pub fn admission(
    policy: &PolicyFacts<'_>,
    holder: &HolderFacts,
    now: i64,
) -> Result<(), RecordFault> {
    match holder.status {
        HolderStatus::Active => {}
        HolderStatus::Suspended => return Err(RecordFault::Suspended),
        HolderStatus::Revoked => return Err(RecordFault::Revoked),
    }
    if now >= holder.kyc_expires_at {
        return Err(RecordFault::Expired);
    }
    if !policy.jurisdictions.admit(holder.jurisdiction) {
        return Err(RecordFault::Jurisdiction);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::HolderStatus::{Active, Revoked, Suspended};

    #[test]
    fn status_changes() {
        for (from, to, allowed) in [
            (Active, Active, false),
            (Active, Suspended, true),
            (Active, Revoked, true),
            (Suspended, Active, true),
            (Suspended, Suspended, false),
            (Suspended, Revoked, true),
            (Revoked, Active, false),
            (Revoked, Suspended, false),
            (Revoked, Revoked, false),
        ] {
            assert_eq!(from.may_become(to), allowed, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn stored_bytes() {
        for status in [Active, Suspended, Revoked] {
            assert_eq!(super::HolderStatus::from_byte(status as u8), Some(status));
        }
        for byte in [0, 4, 255] {
            assert_eq!(super::HolderStatus::from_byte(byte), None);
        }
    }
}
