//! What can be done with corporate actions, and with what they pay.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::state::{ActionDates, ActionTerms};

/// A tender: the offer's sequence, and whose.
pub type TenderKey = (u32, usize);
/// A payout: its action's sequence, and the money.
pub type PayoutKey = (u32, usize);

/// A step in the life of a corporate action.
#[derive(Clone, Debug)]
pub enum ActionStep {
    Announce {
        by: Pubkey,
        kind: u8,
        dates: ActionDates,
        terms: ActionTerms,
    },
    Amend {
        by: Pubkey,
        sequence: u32,
        dates: ActionDates,
        terms: ActionTerms,
    },
    Approve {
        by: Pubkey,
        sequence: u32,
        amendments: u16,
    },
    Schedule {
        by: Pubkey,
        sequence: u32,
        multiplier: u128,
    },
    Cancel {
        by: Pubkey,
        sequence: u32,
    },
    SettleAction {
        sequence: u32,
    },
    OpenPayout {
        by: Pubkey,
        payout: PayoutKey,
        total: u64,
        deadline: i64,
    },
    ApprovePayout {
        by: Pubkey,
        payout: PayoutKey,
        total: u64,
    },
    /// By a treasury.
    FundPayout {
        treasury: usize,
        payout: PayoutKey,
        amount: u64,
    },
    WithdrawPayout {
        by: Pubkey,
        payout: PayoutKey,
    },
    SweepPayout {
        by: Pubkey,
        payout: PayoutKey,
    },
    Tender {
        tender: TenderKey,
        amount: u64,
    },
    WithdrawTender {
        tender: TenderKey,
    },
    SettleTender {
        tender: TenderKey,
        money: usize,
    },
    DustTender {
        from: usize,
        tender: TenderKey,
        amount: u64,
    },
    DustVault {
        from: usize,
        payout: PayoutKey,
        amount: u64,
    },
}

impl ActionStep {
    /// Whether it changes the calendar or the multiplier.
    pub const fn is_on_record(&self) -> bool {
        matches!(
            self,
            Self::Announce { .. }
                | Self::Amend { .. }
                | Self::Approve { .. }
                | Self::Schedule { .. }
                | Self::Cancel { .. }
                | Self::SettleAction { .. }
        )
    }

    /// The action that it is about; none if that is yet to be announced.
    pub const fn sequence(&self) -> Option<u32> {
        match self {
            Self::Announce { .. } => None,
            Self::Amend { sequence, .. }
            | Self::Approve { sequence, .. }
            | Self::Schedule { sequence, .. }
            | Self::Cancel { sequence, .. }
            | Self::SettleAction { sequence } => Some(*sequence),
            Self::OpenPayout { payout, .. }
            | Self::ApprovePayout { payout, .. }
            | Self::FundPayout { payout, .. }
            | Self::WithdrawPayout { payout, .. }
            | Self::SweepPayout { payout, .. }
            | Self::DustVault { payout, .. } => Some(payout.0),
            Self::Tender { tender, .. }
            | Self::WithdrawTender { tender }
            | Self::SettleTender { tender, .. }
            | Self::DustTender { tender, .. } => Some(tender.0),
        }
    }
}
