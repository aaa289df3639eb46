//! What must hold after every operation. The numbers are those of the planted faults and of every report.

/// An invariant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Invariant {
    Backing = 1,
    Escrows,
    Limits,
    Authority,
    Money,
    Shares,
    Timelock,
    Exit,
    Prices,
    Standstill,
    FourEyes,
    Service,
    Record,
    History,
    Calendar,
    Offers,
}

impl Invariant {
    pub const ALL: [Self; 16] = [
        Self::Backing,
        Self::Escrows,
        Self::Limits,
        Self::Authority,
        Self::Money,
        Self::Shares,
        Self::Timelock,
        Self::Exit,
        Self::Prices,
        Self::Standstill,
        Self::FourEyes,
        Self::Service,
        Self::Record,
        Self::History,
        Self::Calendar,
        Self::Offers,
    ];

    pub const fn number(self) -> u8 {
        self as u8
    }

    pub const fn text(self) -> &'static str {
        match self {
            Self::Backing => "nothing is issued beyond the fresh backing where it is enforced",
            Self::Escrows => "every escrow holds its open request and what strangers have sent",
            Self::Limits => "supply cap, minters' caps and buckets hold in every window",
            Self::Authority => "nothing happens without its role, signature and own accounts",
            Self::Money => "money is conserved, and everybody's changes as the rules say",
            Self::Shares => "all shares in all accounts are the supply: minted less burnt",
            Self::Timelock => "what loosens waits as long as it must, and for its checker",
            Self::Exit => "an escrow can be taken back from its deadline on",
            Self::Prices => "no price is beyond its limit, no fee above the agreed one",
            Self::Standstill => "no blackout, pause, wind-down or refused holder is passed over",
            Self::FourEyes => "no issue, action or payout without the check that it needs",
            Self::Service => "what the rules allow goes through",
            Self::Record => "settings, roles and requests are recorded as they were made",
            Self::History => "the multiplier at every second is what the actions made of it",
            Self::Calendar => {
                "an action takes effect as announced: notice, bounds, no other pending"
            }
            Self::Offers => "an offer buys its part of all tenders, and pays what it was given",
        }
    }
}
