//! What has become of an action.

/// What has become of an action. That it is in force is not stored: the clock says so. The stored value 0
/// belongs to no state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ActionState {
    /// By a maker.
    Announced = 1,
    /// By a checker.
    Approved = 2,
    /// The change of the multiplier is in the mint, the blackout in the policy.
    Scheduled = 3,
    /// All that it brought is done.
    Settled = 4,
    /// It never took effect.
    Cancelled = 5,
}

impl ActionState {
    /// The state of a stored byte; `None` for anything that is not a state.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Announced),
            2 => Some(Self::Approved),
            3 => Some(Self::Scheduled),
            4 => Some(Self::Settled),
            5 => Some(Self::Cancelled),
            _ => None,
        }
    }

    /// Whether it is in force at `now`, if it takes effect at `effective_at` (unix seconds).
    pub const fn in_force(self, effective_at: i64, now: i64) -> bool {
        matches!(self, Self::Settled) || (matches!(self, Self::Scheduled) && now >= effective_at)
    }

    /// Whether it may be amended or cancelled: until it is in force. One that missed its effective time
    /// because nobody scheduled it may be, also later.
    pub const fn may_change(self, effective_at: i64, now: i64) -> bool {
        match self {
            Self::Announced | Self::Approved => true,
            Self::Scheduled => now < effective_at,
            Self::Settled | Self::Cancelled => false,
        }
    }

    /// Whether it may be scheduled, where `needs_checker` says whether somebody else must have approved it.
    pub const fn may_schedule(self, needs_checker: bool) -> bool {
        matches!(self, Self::Approved) || (matches!(self, Self::Announced) && !needs_checker)
    }
}
