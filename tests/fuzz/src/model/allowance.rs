//! How much a minter may mint, told from the whole history of what the minter has minted.

/// A minter: the limits, and everything minted under them.
#[derive(Clone, Debug)]
pub struct Minter {
    pub cap: u64,
    pub capacity: u64,
    pub period: u32,
    pub minted: u64,
    /// When and how much, since the limits were last changed. What had not flowed back then comes first.
    history: Vec<(i64, u64)>,
}

impl Minter {
    pub const fn new(cap: u64, capacity: u64, period: u32) -> Self {
        Self { cap, capacity, period, minted: 0, history: Vec::new() }
    }

    /// In every window that ends now and begins with a mint: what was minted in it, less what has flowed
    /// back since; the greatest of them. In raw units × seconds.
    fn fullest(&self, now: i64) -> i128 {
        let (mut sum, mut fullest) = (0i128, 0i128);
        for (time, amount) in self.history.iter().rev() {
            sum += i128::from(*amount) * i128::from(self.period);
            fullest = fullest.max(sum - i128::from(self.capacity) * i128::from(now - time));
        }
        fullest
    }

    /// Whether the cap has room.
    pub fn within_cap(&self, amount: u64) -> bool {
        u128::from(self.minted) + u128::from(amount) <= u128::from(self.cap)
    }

    /// Whether every window has room.
    pub fn within_bucket(&self, amount: u64, now: i64) -> bool {
        let after = self.fullest(now) + i128::from(amount) * i128::from(self.period);
        after <= i128::from(self.capacity) * i128::from(self.period)
    }

    /// The most that may be minted now.
    pub fn room(&self, now: i64) -> u64 {
        let room = i128::from(self.capacity) * i128::from(self.period) - self.fullest(now);
        let bucket = room / i128::from(self.period);
        u64::try_from(bucket).unwrap_or(0).min(self.cap.saturating_sub(self.minted))
    }

    pub fn mint(&mut self, amount: u64, now: i64) {
        // Once all has flowed back, no window that begins before can be the fullest any more.
        if self.fullest(now) == 0 {
            self.history.clear();
        }
        self.minted += amount;
        self.history.push((now, amount));
    }

    /// Other limits. What has not flowed back yet goes on to count, rounded up to whole units.
    pub fn limit(&mut self, cap: u64, capacity: u64, period: u32, now: i64) {
        let period_now = i128::from(self.period.max(1));
        let open = (self.fullest(now) + period_now - 1) / period_now;
        self.history = vec![(now, u64::try_from(open).unwrap())];
        (self.cap, self.capacity, self.period) = (cap, capacity, period);
    }
}
