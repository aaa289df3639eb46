//! The multiplier over time: every change that was scheduled and not taken back.

/// The multiplier in the beginning.
const FIRST: u128 = scrip_rules::multiplier::SCALE;

/// Every change of the multiplier, by time.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// From when on, which multiplier.
    changes: Vec<(i64, u128)>,
    /// Whether the last write took a change back.
    taken_back: bool,
}

impl History {
    fn last_until(&self, time: i64) -> Option<(i64, u128)> {
        self.changes.iter().copied().rfind(|(from, _)| *from <= time)
    }

    /// The multiplier at a second.
    pub fn at(&self, time: i64) -> u128 {
        self.last_until(time).map_or(FIRST, |(_, multiplier)| multiplier)
    }

    /// Since when that one holds.
    pub fn since(&self, time: i64) -> i64 {
        self.last_until(time).map_or(0, |(from, _)| from)
    }

    pub fn in_force(&self, now: i64) -> u32 {
        self.changes.iter().filter(|(from, _)| *from <= now).count() as u32
    }

    pub fn len(&self) -> u32 {
        self.changes.len() as u32
    }

    /// When the change takes effect that is still to come.
    pub fn pending(&self, now: i64) -> Option<i64> {
        self.changes.last().map(|(from, _)| *from).filter(|from| *from > now)
    }

    /// The last change: from when on; 0: there is none.
    pub fn last(&self) -> i64 {
        self.changes.last().map_or(0, |(from, _)| *from)
    }

    /// Seconds around every change, at which one multiplier ends or the next begins.
    pub fn seconds(&self) -> impl Iterator<Item = i64> {
        self.changes.iter().flat_map(|(from, _)| [from - 1, *from, from + 1])
    }

    pub fn push(&mut self, from: i64, multiplier: u128) {
        self.changes.push((from, multiplier));
        self.taken_back = false;
    }

    pub fn take_back(&mut self) {
        self.changes.pop();
        self.taken_back = true;
    }

    /// What the asset keeps of it: multiplier, since when, next multiplier, from when on.
    pub fn kept(&self) -> (u128, i64, u128, i64) {
        let (from, next) = self.changes.last().copied().unwrap_or((0, FIRST));
        if self.taken_back || self.changes.is_empty() {
            return (next, from, next, from);
        }
        let before = from - 1;
        (self.at(before), self.since(before), next, from)
    }
}
