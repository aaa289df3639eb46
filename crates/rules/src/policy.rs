//! What a policy says about the transfers of one asset.

use crate::jurisdiction::Jurisdictions;

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

/// The facts of one asset's policy.
#[derive(Clone, Copy, Debug)]
pub struct PolicyFacts<'a> {
    /// The trading halt, if any.
    pub halt: Halt,
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
    fn stored_reasons() {
        for byte in 0..=u8::MAX {
            assert_eq!(
                HaltReason::from_byte(byte).map(|reason| reason as u8),
                (1..=4).contains(&byte).then_some(byte)
            );
        }
    }
}
