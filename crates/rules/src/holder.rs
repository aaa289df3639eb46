//! What a registry knows of a wallet or a venue, and whether a policy admits it.

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
    /// Barred because a sanctions list names the holder; to be suspended first when it no longer does.
    Sanctioned = 4,
}

impl HolderStatus {
    /// The status of a stored byte; `None` for anything that is not a status.
    #[inline(always)]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Active),
            2 => Some(Self::Suspended),
            3 => Some(Self::Revoked),
            4 => Some(Self::Sanctioned),
            _ => None,
        }
    }

    /// Whether a registrar may move a record from `self` to `next`.
    ///
    /// Revocation is final; who leaves a sanctions list is reinstated in two steps; a change to the same
    /// status is refused so that no event lies about a change that was none.
    pub const fn may_become(self, next: Self) -> bool {
        use HolderStatus::{Active, Revoked, Sanctioned, Suspended};
        matches!(
            (self, next),
            (Active, Suspended | Revoked | Sanctioned)
                | (Suspended, Active | Revoked | Sanctioned)
                | (Sanctioned, Suspended | Revoked)
        )
    }

    /// Whether a record may be closed: a barred one must stay, because where no record is needed to hold,
    /// closing it would set its wallet free.
    pub const fn may_close(self) -> bool {
        matches!(self, Self::Active)
    }
}

/// Whom a record is about. The stored value 0 belongs to no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum HolderKind {
    /// A person's or an institution's own wallet.
    Wallet = 1,
    /// An account of a program that holds tokens of many: a pool, a lending market, an escrow.
    Venue = 2,
}

impl HolderKind {
    /// The kind of a stored byte; `None` for anything that is not a kind.
    #[inline(always)]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Wallet),
            2 => Some(Self::Venue),
            _ => None,
        }
    }
}

/// The facts of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolderFacts {
    /// Whom the record is about.
    pub kind: HolderKind,
    /// The standing of the record.
    pub status: HolderStatus,
    /// Residence, ISO 3166-1 numeric. Venues have none.
    pub jurisdiction: u16,
    /// Bits of [`crate::classes`]. Venues have none.
    pub investor_classes: u8,
    /// The last second of which the know-your-customer check is valid is the one before this (unix
    /// seconds).
    pub kyc_expires_at: i64,
    /// From this second on the holder may send (unix seconds); 0: always.
    pub locked_until: i64,
}

/// Whether `policy` lets this holder send or receive at `now` (unix seconds).
///
/// The same rule judges both sides of a transfer, the recipient of a mint and the sender of a
/// redemption. The order of the checks is part of the rule: the gravest reason is told first. Residence and
/// investor class are asked of people, not of venues.
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
        HolderStatus::Sanctioned => return Err(RecordFault::Sanctioned),
    }
    if now >= holder.kyc_expires_at {
        return Err(RecordFault::Expired);
    }
    if holder.kind == HolderKind::Venue {
        return Ok(());
    }
    if !policy.jurisdictions.admit(holder.jurisdiction) {
        return Err(RecordFault::Jurisdiction);
    }
    policy.classes.admit(holder.investor_classes)
}

#[cfg(test)]
mod tests {
    use super::HolderStatus::{Active, Revoked, Sanctioned, Suspended};
    use super::*;

    #[test]
    fn status_changes() {
        // (from, what it may become)
        for (from, allowed) in [
            (Active, &[Suspended, Revoked, Sanctioned][..]),
            (Suspended, &[Active, Revoked, Sanctioned]),
            (Revoked, &[]),
            (Sanctioned, &[Suspended, Revoked]),
        ] {
            for to in [Active, Suspended, Revoked, Sanctioned] {
                assert_eq!(from.may_become(to), allowed.contains(&to), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn only_active_records_may_be_closed() {
        for (status, closable) in
            [(Active, true), (Suspended, false), (Revoked, false), (Sanctioned, false)]
        {
            assert_eq!(status.may_close(), closable, "{status:?}");
        }
    }

    #[test]
    fn stored_bytes() {
        for byte in 0..=u8::MAX {
            let status = HolderStatus::from_byte(byte).map(|status| status as u8);
            assert_eq!(status, (1..=4).contains(&byte).then_some(byte));
            let kind = HolderKind::from_byte(byte).map(|kind| kind as u8);
            assert_eq!(kind, (1..=2).contains(&byte).then_some(byte));
        }
    }
}
