//! How much one minter may mint: a cap for ever, and a bucket that refills linearly.
//!
//! The bucket is kept as what was drawn and has not flowed back yet, in raw units × seconds, so that no
//! refill is ever rounded: in any window of `w` seconds a minter mints at most
//! `capacity` + `capacity` × `w` ÷ `period` raw units.

/// What an issuer grants one minter of one asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Raw units that may be minted in all.
    pub cap: u64,
    /// Raw units that a full bucket holds.
    pub capacity: u64,
    /// Seconds in which an empty bucket fills; at least 1.
    pub period: u32,
}

/// What a minter has used of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Raw units minted so far.
    pub minted: u64,
    /// What was drawn from the bucket and has not flowed back at `updated_at`, raw units × seconds.
    pub drawn: u128,
    /// Unix seconds.
    pub updated_at: i64,
}

/// Why a minter may not mint so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllowanceError {
    /// The minter's cap would be passed.
    OverCap,
    /// The bucket does not hold so much now.
    OverBucket,
}

impl Allowance {
    /// Whether it is one that can be meant: a bucket that refills in no time is none.
    pub const fn is_sound(&self) -> bool {
        self.period > 0
    }

    /// Raw units × seconds in a full bucket. Below 2^96.
    const fn full(&self) -> u128 {
        (self.capacity as u128).saturating_mul(self.period as u128)
    }

    /// What is drawn at `now`. A clock that went back refills nothing.
    fn drawn_at(&self, usage: &Usage, now: i64) -> u128 {
        let elapsed = u128::try_from(now.saturating_sub(usage.updated_at)).unwrap_or(0);
        usage.drawn.saturating_sub(elapsed.saturating_mul(u128::from(self.capacity)))
    }

    /// Raw units that may be minted at `now` (unix seconds).
    pub fn available(&self, usage: &Usage, now: i64) -> u64 {
        let room = self.full().saturating_sub(self.drawn_at(usage, now));
        let bucket = room.checked_div(u128::from(self.period)).unwrap_or(0);
        let cap = self.cap.saturating_sub(usage.minted);
        u64::try_from(bucket).unwrap_or(u64::MAX).min(cap)
    }

    /// The usage after minting `amount` raw units at `now` (unix seconds).
    pub fn take(&self, usage: &Usage, amount: u64, now: i64) -> Result<Usage, AllowanceError> {
        let minted = usage.minted.checked_add(amount).filter(|minted| *minted <= self.cap);
        let minted = minted.ok_or(AllowanceError::OverCap)?;
        let taken = u128::from(amount).saturating_mul(u128::from(self.period));
        let drawn = self.drawn_at(usage, now).saturating_add(taken);
        // A bucket that refills in no time would let everything through.
        if !self.is_sound() || drawn > self.full() {
            return Err(AllowanceError::OverBucket);
        }
        Ok(Usage { minted, drawn, updated_at: now.max(usage.updated_at) })
    }

    /// The usage of an allowance that is replaced by `new` at `now`: what is drawn stays drawn, in whole
    /// raw units, rounded up.
    pub fn carry_over(&self, usage: &Usage, new: &Self, now: i64) -> Usage {
        let period = u128::from(self.period.max(1));
        let units = self.drawn_at(usage, now).div_ceil(period);
        let drawn = units.saturating_mul(u128::from(new.period));
        Usage { drawn, updated_at: now.max(usage.updated_at), ..*usage }
    }

    /// Whether more may be minted than by `old`, in all or in some window of time.
    pub fn loosens(&self, old: &Self) -> bool {
        let rate = u128::from(self.capacity).saturating_mul(u128::from(old.period));
        let old_rate = u128::from(old.capacity).saturating_mul(u128::from(self.period));
        self.cap > old.cap || self.capacity > old.capacity || rate > old_rate
    }
}
