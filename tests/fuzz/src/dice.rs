//! Random choices that repeat exactly for the same seed.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// A source of random choices.
pub struct Dice(StdRng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0.random_range(0..end)
    }

    /// An index of a list with this length.
    pub fn index(&mut self, len: usize) -> usize {
        self.0.random_range(0..len)
    }

    /// True in so many cases of a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.index(list.len())]
    }

    pub fn bits(&mut self) -> u64 {
        self.0.random()
    }

    /// An amount, most often one that is at most `limit`: the limit itself, its neighbours, one, anything
    /// below, now and then nothing at all or the greatest number.
    pub fn amount(&mut self, limit: u64) -> u64 {
        match self.below(100) {
            0..8 => limit,
            8..12 => limit.saturating_add(1),
            12..14 => limit.saturating_sub(1),
            14..20 => 1,
            20 => 0,
            21 => u64::MAX,
            22..60 => 1 + self.below((limit / 50).max(1)),
            _ => 1 + self.below(limit.max(1)),
        }
    }

    /// A second close to one of interest, or some seconds off.
    pub fn around(&mut self, time: i64) -> i64 {
        match self.below(4) {
            0 => time,
            1 => time - 1,
            2 => time + 1,
            _ => time + self.below(100_000) as i64,
        }
    }
}
