//! What a policy says about the transfers of one asset.

use crate::classes::ClassRule;
use crate::jurisdiction::Jurisdictions;
use crate::paths::Paths;

/// Who needs a record. The stored value 0 belongs to no mode, so that an account of zeros admits nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum AdmissionMode {
    /// Both sides need a live record.
    Allowlist = 1,
    /// A wallet without a record may hold, as far as the policy's paths say; a barred one may not.
    Open = 2,
}

impl AdmissionMode {
    /// The mode of a stored byte; `None` for anything that is not a mode.
    #[inline(always)]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Allowlist),
            2 => Some(Self::Open),
            _ => None,
        }
    }
}

/// Why trading stands still. The stored value 0 means that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum HaltReason {
    /// Material news is about to be published.
    NewsPending = 1,
    /// A regulator or court demands it.
    Regulatory = 2,
    /// The primary listing of the share is halted.
    PrimaryMarket = 3,
    /// Something is wrong with the token's own operation.
    Operational = 4,
}

impl HaltReason {
    /// The reason of a stored byte; `None` for anything that is not a reason.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::NewsPending),
            2 => Some(Self::Regulatory),
            3 => Some(Self::PrimaryMarket),
            4 => Some(Self::Operational),
            _ => None,
        }
    }
}

/// A trading halt as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halt {
    /// 0: no halt. Any other byte halts, also one that no reason is known for.
    pub reason: u8,
    /// The second at which trading resumes by itself (unix seconds); 0: only when it is resumed.
    pub until: i64,
}

impl Halt {
    /// Whether trading stands still at `now` (unix seconds).
    #[inline(always)]
    pub const fn in_force(&self, now: i64) -> bool {
        self.reason != 0 && (self.until == 0 || now < self.until)
    }
}

/// The window around a corporate action in which the asset stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blackout {
    /// Its first second (unix seconds).
    pub from: i64,
    /// The first second after it; the same as `from`: there is no blackout.
    pub until: i64,
}

impl Blackout {
    /// Whether the asset stands still at `now` (unix seconds).
    #[inline(always)]
    pub const fn in_force(&self, now: i64) -> bool {
        now < self.until && self.from <= now
    }
}

/// An amount without a limit.
pub const UNLIMITED: u64 = u64::MAX;
/// What Token-2022 tells a hook of a confidential transfer, whose amount nobody sees.
pub const HIDDEN_AMOUNT: u64 = u64::MAX;

/// Amounts that may not be passed, raw units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What a recipient's token account may hold afterwards, venues excepted; [`UNLIMITED`]: anything.
    pub max_balance: u64,
    /// What one transfer may move; [`UNLIMITED`]: anything.
    pub max_transfer: u64,
}

/// The facts of one asset's policy.
#[derive(Clone, Copy, Debug)]
pub struct PolicyFacts<'a> {
    /// Who needs a record; `None` when the stored mode is unknown: everybody then.
    pub admission: Option<AdmissionMode>,
    /// Between whom the asset may move.
    pub paths: Paths,
    /// The trading halt, if any.
    pub halt: Halt,
    /// The blackout, if any.
    pub blackout: Blackout,
    /// From this second on the asset may be transferred (unix seconds); 0: always.
    pub locked_until: i64,
    /// The amounts that may not be passed.
    pub limits: Limits,
    /// The investor classes that may hold.
    pub classes: ClassRule,
    /// The countries whose residents may hold.
    pub jurisdictions: Jurisdictions<'a>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halts() {
        // (reason, until, now, in force)
        for (reason, until, now, in_force) in [
            (0, 0, 100, false),
            (0, 200, 100, false),
            (1, 0, 100, true),
            (1, 0, i64::MAX, true),
            (1, 200, 199, true),
            (1, 200, 200, false),
            (1, 200, 201, false),
            (255, 0, 100, true),
        ] {
            assert_eq!(Halt { reason, until }.in_force(now), in_force, "{reason} {until} {now}");
        }
    }

    #[test]
    fn blackouts() {
        // (from, until, now, in force)
        for (from, until, now, in_force) in [
            (0, 0, 0, false),
            (0, 0, 100, false),
            (100, 200, 99, false),
            (100, 200, 100, true),
            (100, 200, 199, true),
            (100, 200, 200, false),
            (200, 100, 150, false),
        ] {
            assert_eq!(Blackout { from, until }.in_force(now), in_force, "{from} {until} {now}");
        }
    }

    #[test]
    fn stored_bytes() {
        for byte in 0..=u8::MAX {
            let reason = HaltReason::from_byte(byte).map(|reason| reason as u8);
            assert_eq!(reason, (1..=4).contains(&byte).then_some(byte));
            let mode = AdmissionMode::from_byte(byte).map(|mode| mode as u8);
            assert_eq!(mode, (1..=2).contains(&byte).then_some(byte));
        }
    }
}
