//! Corporate actions, payouts and tenders, as they stand.

use anchor_lang::prelude::Pubkey;
use num_bigint::BigUint;
use scrip_issuer::state::{ActionDates, ActionTerms};

use super::arithmetic::quote;

/// How soon and how far an action may move the multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionLimits {
    pub min_notice: u32,
    pub split: u16,
    pub reverse_split: u16,
    pub bonus_bps: u16,
    pub dividend_bps: u16,
}

/// Where an action stands. The numbers are those that the program keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    Announced = 1,
    Approved,
    Scheduled,
    Settled,
    Cancelled,
}

/// A corporate action.
#[derive(Clone, Debug)]
pub struct Action {
    pub kind: u8,
    pub stage: Stage,
    pub announced_at: i64,
    pub amendments: u16,
    pub dates: ActionDates,
    pub terms: ActionTerms,
    pub scheduled_at: i64,
    pub settled_at: i64,
    /// Before and from its effective time on; zeros unless it is scheduled.
    pub multipliers: (u128, u128),
    pub maker: Pubkey,
    pub checker: Option<Pubkey>,
    pub payouts: u8,
    pub open_payouts: u8,
    pub tendered: u64,
    pub open_tenders: u32,
    /// Of everything tendered.
    pub bought: u64,
}

/// An offer's money.
#[derive(Clone, Debug)]
pub struct Payout {
    pub maker: Pubkey,
    pub checker: Option<Pubkey>,
    pub approved: bool,
    pub total: u64,
    pub funded: u64,
    pub paid: u64,
    pub opens_at: i64,
    pub deadline: i64,
    pub swept: bool,
    /// What strangers have sent to the vault.
    pub dust: u64,
}

/// Shares in escrow for an offer.
#[derive(Clone, Debug)]
pub struct Tender {
    pub amount: u64,
    pub reclaim_at: i64,
    /// What strangers have sent to the escrow.
    pub dust: u64,
}

impl Action {
    pub const fn in_force(&self, now: i64) -> bool {
        match self.stage {
            Stage::Scheduled => now >= self.dates.effective_at,
            Stage::Settled => true,
            _ => false,
        }
    }

    /// Whether it can still be amended or cancelled.
    pub const fn changeable(&self, now: i64) -> bool {
        match self.stage {
            Stage::Announced | Stage::Approved => true,
            Stage::Scheduled => now < self.dates.effective_at,
            Stage::Settled | Stage::Cancelled => false,
        }
    }

    pub const fn pays_from(&self) -> i64 {
        if self.dates.payable_at == 0 { self.dates.effective_at } else { self.dates.payable_at }
    }

    /// What its offer pays for so many raw units; none if it is no offer, or above what there can be.
    pub fn price_of(&self, raw: u64) -> Option<u64> {
        let ActionTerms::Offer { price, .. } = self.terms else { return None };
        Some(quote(raw, self.multipliers.0, price, 0, false)?.value)
    }

    /// The most raw units that its offer buys.
    pub const fn most(&self) -> u64 {
        if let ActionTerms::Offer { max_raw, .. } = self.terms { max_raw } else { 0 }
    }
}

impl Payout {
    /// What its vault holds.
    pub const fn held(&self) -> u64 {
        if self.swept { 0 } else { self.funded - self.paid + self.dust }
    }
}

/// By how much terms move the multiplier: parts afterwards, parts before; none if they do not.
pub fn ratio(terms: &ActionTerms) -> Option<(BigUint, BigUint)> {
    match *terms {
        ActionTerms::Ratio { numerator, denominator } => {
            Some((numerator.into(), denominator.into()))
        }
        ActionTerms::Reinvestment { gross, withholding_bps, price } => {
            let before = BigUint::from(price) * 10_000u16;
            let net = BigUint::from(gross) * (10_000 - withholding_bps);
            Some((&before + net, before))
        }
        _ => None,
    }
}
